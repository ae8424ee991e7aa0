import { readFileSync } from 'node:fs';
import type { BrowserWindow } from 'electron';
import { sound, unchecked, wrong, type Finding } from './check.js';

/** What Linux says of a process: its system calls are filtered, and it can gain no rights. */
const confined = [/^Seccomp:\t2$/m, /^NoNewPrivs:\t1$/m];

/**
 * Whether the operating system confines a renderer, as the system itself tells it.
 * @param isSandboxed what Electron says where the system cannot be asked
 */
export const checkSandbox = async (
  window: BrowserWindow,
  platform: NodeJS.Platform,
  isSandboxed: (pid: number) => boolean | undefined,
): Promise<Finding> => {
  await window.loadURL('about:blank');
  const pid = window.webContents.getOSProcessId();
  if (platform !== 'linux') {
    const said = isSandboxed(pid);
    if (said === undefined) return unchecked('the system does not tell');
    return said ? sound('the renderer is confined') : wrong('the renderer is not confined');
  }
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return confined.every((sign) => sign.test(status))
    ? sound('the renderer is confined')
    : wrong('the renderer is not confined');
};
