import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { machineManaged, machinePolicyFile } from '../../../../../electron/main/policy/machine.js';
import { readPolicyFile } from '../../../../../electron/main/policy/policy-file.js';
import { machineOf } from './machine-of.js';

let folder: string;
let file: string;
const read = (path = file, changes = {}) => readPolicyFile(path, machineOf(changes));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-'));
  chmodSync(folder, 0o755);
  file = join(folder, 'policy.json');
  writeFileSync(file, '{}', { mode: 0o644 });
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("the machine's policy", () => {
  it('lies where each system keeps what an agent cannot write', () => {
    expect(machinePolicyFile('linux')).toBe('/etc/tunniste/policy.json');
    expect(machinePolicyFile('darwin')).toBe('/Library/Application Support/Tunniste/policy.json');
    expect(machinePolicyFile('win32')).toBe('C:\\ProgramData\\Tunniste\\policy.json');
  });

  it('is managed where each system manages a machine', () => {
    expect(machineManaged('linux')).toEqual({ kind: 'folder', folder: '/etc/tunniste/policies/managed' });
    expect(machineManaged('darwin')).toEqual({
      kind: 'preferences',
      file: '/Library/Managed Preferences/app.tunniste.desk.plist',
    });
    expect(machineManaged('win32')).toEqual({ kind: 'registry', name: 'Tunniste' });
  });
});

describe.runIf(process.platform !== 'win32')('a policy file', () => {
  it.each([
    ['readable by all, writable by its owner', 0o644, 0o755, null],
    ['writable by its group', 0o664, 0o755, 'writable-by-others'],
    ['writable by everyone', 0o646, 0o755, 'writable-by-others'],
    ['writable by everyone, with a sticky bit that means nothing on a file', 0o1646, 0o755, 'writable-by-others'],
    ['in a folder where anyone could replace it', 0o644, 0o777, 'writable-by-others'],
    ['in a folder where others add but do not replace', 0o644, 0o1777, null],
  ])('%s', (_what, mode, folderMode, kind) => {
    chmodSync(file, mode);
    chmodSync(folder, folderMode);
    if (kind === null) expect(read()).toBe('{}');
    else expect(read()).toMatchObject({ kind, source: file });
  });

  it('is no safer than a folder further up', () => {
    const inner = join(folder, 'inner');
    mkdirSync(inner, { mode: 0o755 });
    writeFileSync(join(inner, 'policy.json'), '{}', { mode: 0o644 });
    chmodSync(folder, 0o777);
    expect(read(join(inner, 'policy.json'))).toMatchObject({ kind: 'writable-by-others' });
  });

  it('is refused when it belongs to somebody the desk does not trust', () => {
    const own = process.getuid?.();
    const found = read(file, { trust: { ownUid: 54_321 } });
    if (own === 0) expect(found).toBe('{}');
    else expect(found).toMatchObject({ kind: 'foreign-owner' });
  });

  it('is refused behind a link, wherever that leads', () => {
    const link = join(folder, 'link.json');
    symlinkSync(file, link);
    expect(read(link)).toMatchObject({ kind: 'is-link', source: link });
  });

  it('is no folder', () => {
    mkdirSync(join(folder, 'policy.d'));
    expect(read(join(folder, 'policy.d'))).toMatchObject({ kind: 'not-a-file' });
  });

  it('is no pipe, and one keeps nobody waiting', () => {
    const pipe = join(folder, 'pipe.json');
    execFileSync('mkfifo', ['-m', '644', pipe]);
    expect(read(pipe)).toMatchObject({ kind: 'not-a-file' });
  });

  it('has at most 1 MiB', () => {
    truncateSync(file, 1024 * 1024 + 1);
    expect(read()).toMatchObject({ kind: 'too-large' });
  });

  it('is UTF-8 and nothing else', () => {
    for (const bytes of [Buffer.from('\uFEFF{}', 'utf16le'), Buffer.from([0x22, 0xe4, 0x22])]) {
      writeFileSync(file, bytes);
      expect(read()).toMatchObject({ kind: 'not-json', detail: 'not UTF-8' });
    }
  });

  it('is said to be missing or unreadable, with its path', () => {
    const missing = join(folder, 'no.json');
    expect(read(missing)).toMatchObject({
      kind: 'missing-file',
      source: missing,
      detail: expect.stringContaining(missing) as string,
    });
    expect(read(join(file, 'policy.json'))).toMatchObject({ kind: 'unreadable-file' });
  });
});
