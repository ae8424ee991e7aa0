declare module 'fs-native-extensions' {
  /** Takes the exclusive lock on an open file; false when another holds it. */
  export const tryLock: (fd: number) => boolean;
}
