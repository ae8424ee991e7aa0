import { writeSync } from 'node:fs';
import { app } from 'electron';
import type { ErrorCode } from '../../shared/result.js';
import { exitCodes, help, type Asked } from './command-line.js';
import { verifierKey } from './credentials/device-key.js';
import { deviceSeed } from './device-seed.js';
import { scorePolicy } from './lint/score.js';
import { hasDisplay, places, type Places } from './places.js';
import { checkFile } from './policy/check-file.js';
import { loadPolicy } from './policy/policy.js';
import { asJson, asLines } from './policy/report.js';
import { rate } from './policy/warnings.js';
import { profileFolder, spareProfileFolder } from './profile.js';

export type Command = Exclude<Asked, { kind: 'desk' }>;

/** At once, because the process may end with the next line; nowhere when there is nobody to read it. */
const print = (descriptor: 1 | 2, text: string): void => {
  try {
    writeSync(descriptor, text);
  } catch {
    // a Windows program without a console, or a pipe that was closed: the exit code still tells
  }
};

const complain = (code: number, complaint: string): number => {
  print(2, `tunniste: ${complaint}\n`);
  return code;
};

const refusal = (code: ErrorCode): number =>
  complain(code === 'audit-in-use' ? exitCodes.busy : exitCodes.unavailable, code);

const checkPolicy = (file: string | null, json: boolean): number => {
  const { policy, layers, state } = file === null ? loadPolicy(places(app, process)) : checkFile(file);
  const purposes = policy ? rate(scorePolicy(policy), layers) : [];
  print(1, json ? asJson(state, purposes) : asLines(state, purposes));
  return state.ok ? exitCodes.ok : exitCodes.problems;
};

/** What needs to know whose desk this is, and the keychain. */
const atThisDesk = async (work: (here: Places, domain: string) => Promise<number>): Promise<number> => {
  const here = places(app, process);
  const { policy, state } = loadPolicy(here);
  if (!policy) {
    print(2, asLines(state));
    return exitCodes.problems;
  }
  if (!hasDisplay(process)) return complain(exitCodes.unavailable, 'the keychain needs a desktop session');
  return work(here, policy.organisation.domain);
};

const deviceKey = async (here: Places, domain: string): Promise<number> => {
  const seed = await deviceSeed(here);
  if (!seed.ok) return refusal(seed.error.code);
  print(1, `${verifierKey(domain, seed.value)}\n`);
  return exitCodes.ok;
};

const rotateKey = async (here: Places, domain: string): Promise<number> => {
  const { rotateDeviceKey } = await import('./rotate-device-key.js');
  const rotated = await rotateDeviceKey({ places: here, domain, version: app.getVersion() });
  if (!rotated.ok) return refusal(rotated.error.code);
  print(1, `${rotated.value.after}\n`);
  print(2, `tunniste: it takes the place of ${rotated.value.before}\n`);
  return exitCodes.ok;
};

const selfTested = async (json: boolean): Promise<number> => {
  if (!hasDisplay(process))
    return complain(exitCodes.unavailable, 'the sandbox needs a display: xvfb-run tunniste --self-test');
  const [{ selfTest }, report] = await Promise.all([import('./self-test.js'), import('./self-test/report.js')]);
  const checks = await selfTest();
  const about = { version: app.getVersion(), runtime: `Electron ${process.versions.electron}` };
  print(1, json ? report.asJson(about, checks) : report.asLines(about, checks));
  return { sound: exitCodes.ok, wrong: exitCodes.problems, unchecked: exitCodes.unavailable }[report.worst(checks)];
};

const kept = (folder: string): string =>
  `The keys and settings of this account are gone. The audit journal stays: ${folder}\n`;

const unsent = (count: number, folder: string): string =>
  `${count} requests in ${folder} have not been sent. Nothing was removed. Send or withdraw them at the desk, or move that folder away.`;

const forgetAll = async (): Promise<number> => {
  if (!hasDisplay(process)) return complain(exitCodes.unavailable, 'the keychain needs a desktop session');
  const { forget, unsentRequests } = await import('./forget.js');
  const here = places(app, process);
  const profiles = [profileFolder(), spareProfileFolder(), app.getPath('userData')];
  const waiting = await unsentRequests(here);
  if (!waiting.ok) return refusal(waiting.error.code);
  if (waiting.value > 0) return complain(exitCodes.problems, unsent(waiting.value, here.requestFolder));
  const forgotten = await forget(here, profiles);
  if (!forgotten.ok) return refusal(forgotten.error.code);
  print(1, kept(here.journalFolder));
  return exitCodes.ok;
};

const run = async (command: Command): Promise<number> => {
  switch (command.kind) {
    case 'check-policy':
      return checkPolicy(command.file, command.json);
    case 'device-key':
      return atThisDesk(deviceKey);
    case 'rotate-device-key':
      return atThisDesk(rotateKey);
    case 'self-test':
      return selfTested(command.json);
    case 'forget':
      return forgetAll();
    case 'version':
      print(1, `Tunniste ${app.getVersion()}\n`);
      return exitCodes.ok;
    case 'help':
      print(1, help);
      return exitCodes.ok;
    case 'usage':
      return complain(exitCodes.usage, `${command.complaint}\n\n${help}`);
  }
};

/**
 * Does what a command line asks, without a window, and ends the process. All but the device key is done before Chromium looks for a
 * display, so that it works where there is none.
 */
export const runCommand = async (command: Command): Promise<never> => process.exit(await run(command));
