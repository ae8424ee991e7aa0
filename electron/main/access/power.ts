/** What the operating system tells about the person at the computer. */
export interface Power {
  /** Seconds since anybody touched the computer. */
  idleSeconds(): number;
  onSuspend(listener: () => void): void;
  onResume(listener: () => void): void;
  /** The computer was locked or handed to another account. Told on Windows and macOS; Electron knows of no such signal on Linux. */
  onScreenLock(listener: () => void): void;
}
