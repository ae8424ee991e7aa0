import { powerMonitor } from 'electron';
import type { Power } from './access/power.js';

/** The operating system's word, by way of Electron; asked for after `ready`. */
export const osPower: Power = {
  idleSeconds: () => powerMonitor.getSystemIdleTime(),
  onSuspend: (listener) => void powerMonitor.on('suspend', listener),
  onResume: (listener) => void powerMonitor.on('resume', listener),
  onScreenLock: (listener) => {
    powerMonitor.on('lock-screen', listener);
    // macOS: another account takes the screen.
    powerMonitor.on('user-did-resign-active', listener);
  },
};
