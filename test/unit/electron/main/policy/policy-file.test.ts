import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { machinePolicyFile, readPolicyFile } from '../../../../../electron/main/policy/policy-file.js';

const ownUid = process.getuid?.() ?? null;
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-'));
  chmodSync(folder, 0o755);
  file = join(folder, 'policy.json');
  writeFileSync(file, '{}', { mode: 0o644 });
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("the machine's policy file", () => {
  it('lies where each system keeps what an agent cannot write', () => {
    expect(machinePolicyFile('linux')).toBe('/etc/tunniste/policy.json');
    expect(machinePolicyFile('darwin')).toBe('/Library/Application Support/Tunniste/policy.json');
    expect(machinePolicyFile('win32')).toBe('C:\\ProgramData\\Tunniste\\policy.json');
  });

  it.runIf(process.platform !== 'win32').each([
    ['readable by all, writable by its owner', 0o644, 0o755, null],
    ['writable by its group', 0o664, 0o755, 'writable-by-others'],
    ['writable by everyone', 0o646, 0o755, 'writable-by-others'],
    ['writable by everyone, with a sticky bit that means nothing on a file', 0o1646, 0o755, 'writable-by-others'],
    ['in a folder where anyone could replace it', 0o644, 0o777, 'writable-by-others'],
  ])('%s', async (_what, mode, folderMode, kind) => {
    chmodSync(file, mode);
    chmodSync(folder, folderMode);
    const read = await readPolicyFile(file, process.platform, { ownUid });
    if (kind === null) expect(read).toBe('{}');
    else expect(read).toMatchObject({ kind });
  });

  it('is refused when it belongs to somebody the desk does not trust', async () => {
    expect(await readPolicyFile(file, 'linux', { ownUid: 54_321 })).toEqual(
      ownUid === 0 ? '{}' : expect.objectContaining({ kind: 'foreign-owner' }),
    );
  });

  it('is said to be missing or unreadable, with its path', async () => {
    const missing = join(folder, 'no.json');
    expect(await readPolicyFile(missing, 'linux', { ownUid })).toMatchObject({
      kind: 'missing-file',
      detail: expect.stringContaining(missing) as string,
    });
    const aFolder = join(folder, 'policy.d');
    mkdirSync(aFolder);
    expect(await readPolicyFile(aFolder, 'linux', { ownUid })).toMatchObject({ kind: 'unreadable-file' });
  });
});
