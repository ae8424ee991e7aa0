import { closeSync, constants, openSync } from 'node:fs';
import { win32 } from 'node:path';
import type { PolicyProblem } from '../../../shared/desk-state.js';
import { decodeUtf8 } from './decode.js';
import { systemRoot, type Machine } from './machine.js';
import { problemOf } from './problem.js';

/** SIDs that may change the policy: the system, administrators, the installer of Windows, and owners, who are among these. */
const trusted = new Set([
  ...['SY', 'BA', 'LA', 'DA', 'EA', 'OW', 'S-1-5-18', 'S-1-5-32-544'],
  'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464',
]);

/** Rights as an SDDL writes them (MS-DTYP §2.5.1.1, file and directory access rights). */
const rights: Readonly<Record<string, number>> = {
  ...{ CC: 0x1, DC: 0x2, LC: 0x4, SW: 0x8, RP: 0x10, WP: 0x20, DT: 0x40, LO: 0x80, CR: 0x100 },
  ...{ SD: 0x10000, RC: 0x20000, WD: 0x40000, WO: 0x80000 },
  ...{ GA: 0x10000000, GX: 0x20000000, GW: 0x40000000, GR: 0x80000000 },
  ...{ FA: 0x1f01ff, FR: 0x120089, FW: 0x120116, FX: 0x1200a0 },
};

/** To delete it, to give rights on it, to own it, and everything. */
const always = 0x10000 | 0x40000 | 0x80000 | 0x10000000 | 0x40000000;
/** In a file: write and append. In a folder: delete what is in it; adding to it replaces nothing. */
const changing = { file: always | 0x2 | 0x4, folder: always | 0x40 };

const maskOf = (written: string): number => {
  if (/^0x[\da-f]{1,8}$/i.test(written)) return Number(written);
  const codes = written.match(/../g) ?? [];
  // A right this table does not know may be any.
  return codes.reduce((mask, code) => mask | (rights[code] ?? always), 0);
};

/** Why an SDDL lets others change what it stands on; null when it does not. */
export const accessOf = (sddl: string, what: keyof typeof changing): 'foreign-owner' | 'writable-by-others' | null => {
  const [, owner = '', list = ''] = /^O:([A-Z]{2}|S-[\d-]+)G:(?:[A-Z]{2}|S-[\d-]+)D:(.*)$/.exec(sddl.trim()) ?? [];
  if (!trusted.has(owner)) return 'foreign-owner';
  const entries = [...list.matchAll(/\(([^;]*);([^;]*);([^;]*);[^;]*;[^;]*;([^;)]*)[^)]*\)/g)];
  // No entry at all may be a missing list, which lets everybody in.
  const opens = entries.some(
    ([, type = '', flags = '', mask = '', sid = '']) =>
      type !== 'D' && !flags.includes('IO') && !trusted.has(sid) && (maskOf(mask) & changing[what]) !== 0,
  );
  return entries.length === 0 || opens ? 'writable-by-others' : null;
};

/** PowerShell, because `icacls` names accounts in the system's language; both paths are the product's own constants. */
const askAccess = (file: string, { run }: Machine) => {
  const home = `${systemRoot}\\System32\\WindowsPowerShell\\v1.0`;
  const paths = [file, win32.dirname(file)].map((path) => `'${path.replaceAll("'", "''")}'`).join(',');
  const command = `Microsoft.PowerShell.Security\\Get-Acl -LiteralPath ${paths} | Select-Object -ExpandProperty Sddl`;
  return run({
    file: `${home}\\powershell.exe`,
    args: ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', command],
    env: { SystemRoot: systemRoot, PATH: `${systemRoot}\\System32`, PSModulePath: `${home}\\Modules` },
  });
};

const isWritable = (file: string): boolean => {
  try {
    closeSync(openSync(file, constants.O_RDWR));
    return true;
  } catch {
    return false;
  }
};

/** Windows has no mode bits: the agent must not be able to open the file for writing, and the access lists of file and folder name nobody else. */
export const windowsProblem = (file: string, machine: Machine): PolicyProblem | null => {
  if (machine.trust.ownUid !== null) return null;
  if (isWritable(file)) return problemOf(file, 'writable-by-others', file);
  const asked = askAccess(file, machine);
  if (!asked.ok) return problemOf(file, 'no-answer', `powershell.exe Get-Acl: ${asked.why}`);
  const [own = '', folder = ''] = (decodeUtf8(asked.out) ?? '').split(/\r?\n/);
  const ofFile = accessOf(own, 'file');
  if (ofFile) return problemOf(file, ofFile, `${file}: ${own}`);
  const ofFolder = accessOf(folder, 'folder');
  return ofFolder && problemOf(file, ofFolder, `${win32.dirname(file)}: ${folder}`);
};
