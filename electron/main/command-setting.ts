import { app } from 'electron';
import { beQuiet } from './network/quiet.js';
import { hasDisplay } from './places.js';
import { useProfile } from './profile.js';

/** Chromium reads these as soon as the first file of main has been read, which is why they are not where the self-test is. */
export const setSelfTest = (): void => {
  if (!hasDisplay(process)) return; // told by the command
  // A desk that is open keeps its profile to itself; this one goes with it when the account is forgotten.
  useProfile('self-test');
  app.enableSandbox();
  beQuiet(app.commandLine);
};
