interface Installed {
  readonly packagePaths?: readonly string[];
}
type Installer = (given: {
  src: string;
  dest: string;
  arch: string;
  options: Record<string, unknown>;
}) => Promise<Installed>;

declare module 'electron-installer-debian' {
  const installer: Installer;
  export default installer;
}
declare module 'electron-installer-redhat' {
  const installer: Installer;
  export default installer;
}
