import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { accessOf, windowsProblem } from '../../../../../electron/main/policy/windows-access.js';
import { answering, machineOf } from './machine-of.js';

const admin = 'O:BAG:SYD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)';

describe('an access list of Windows', () => {
  it.each([
    ['for administrators, read by all', `${admin}(A;OICI;0x1200a9;;;BU)`, 'folder', null],
    ['for administrators, read by all', `${admin}(A;;FR;;;BU)`, 'file', null],
    [
      'of TrustedInstaller',
      'O:S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464G:SYD:(A;;FA;;;SY)',
      'file',
      null,
    ],
    ['where all may add files, as below ProgramData', `${admin}(A;CI;DCLCRPCR;;;BU)`, 'folder', null],
    ['where all may write the file', `${admin}(A;;FW;;;BU)`, 'file', 'writable-by-others'],
    ['where all may append to the file', `${admin}(A;;0x4;;;BU)`, 'file', 'writable-by-others'],
    ['where all may delete what is in it', `${admin}(A;;DT;;;BU)`, 'folder', 'writable-by-others'],
    ['where all may change the list', `${admin}(A;;WD;;;AU)`, 'folder', 'writable-by-others'],
    ['where one account has everything', `${admin}(A;;FA;;;S-1-5-21-1-2-3-1001)`, 'file', 'writable-by-others'],
    ['where everyone has generic rights', `${admin}(A;;GA;;;WD)`, 'folder', 'writable-by-others'],
    ['with a right nobody knows', `${admin}(A;;ZZ;;;WD)`, 'file', 'writable-by-others'],
    ['that only what is made below inherits', `${admin}(A;OICIIO;FA;;;CO)`, 'folder', null],
    ['that denies', `${admin}(D;;FA;;;WD)`, 'file', null],
    ['of the agent’s own', 'O:S-1-5-21-1-2-3-1001G:SYD:PAI(A;;FA;;;SY)', 'file', 'foreign-owner'],
    ['that is not there', 'O:BAG:SYD:NO_ACCESS_CONTROL', 'file', 'writable-by-others'],
    ['that is empty', 'O:BAG:SYD:', 'file', 'writable-by-others'],
    ['that is none', 'Access denied', 'file', 'foreign-owner'],
    ['that is nothing', '', 'folder', 'foreign-owner'],
  ] as const)('%s (%s, %s)', (_what, sddl, what, expected) => expect(accessOf(sddl, what)).toBe(expected));
});

describe('a policy file on Windows', () => {
  const installed = { platform: 'win32' as const, trust: { ownUid: null } };

  it('that the agent can open for writing is refused before anything is asked', () => {
    const folder = mkdtempSync(join(tmpdir(), 'windows-'));
    const file = join(folder, 'policy.json');
    writeFileSync(file, '{}');
    chmodSync(file, 0o600);
    expect(windowsProblem(file, machineOf(installed))).toMatchObject({ kind: 'writable-by-others' });
    rmSync(folder, { recursive: true });
  });

  const file = 'C:\\ProgramData\\Tunniste\\policy.json';
  const asked = (answer: string) =>
    windowsProblem(file, machineOf({ ...installed, run: answering({ 'Get-Acl': answer }) }));

  it('is as safe as its own list and its folder’s', () => {
    expect(asked(`${admin}\r\n${admin}\r\n`)).toBeNull();
    expect(asked(`${admin}(A;;FA;;;BU)\r\n${admin}\r\n`)).toMatchObject({ kind: 'writable-by-others', source: file });
    expect(asked(`${admin}\r\n${admin}(A;;FA;;;BU)\r\n`)).toMatchObject({
      kind: 'writable-by-others',
      detail: expect.stringContaining('C:\\ProgramData\\Tunniste:') as string,
    });
  });

  it('is refused when only half is told, or nothing', () => {
    expect(asked(admin)).toMatchObject({ kind: 'foreign-owner' });
    expect(windowsProblem(file, machineOf(installed))).toMatchObject({ kind: 'no-answer' });
  });
});
