import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readAuthorities } from '../../../../../electron/main/policy/ca-file.js';
import { makeChains } from '../../../../support/certificate-faults.mjs';
import { machineOf } from './machine-of.js';

let made: Awaited<ReturnType<typeof makeChains>>;
let folder: string;
let file: string;

beforeAll(async () => {
  made = await makeChains();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'authorities-'));
  chmodSync(folder, 0o755);
  file = join(folder, 'authorities.pem');
});
afterEach(() => rmSync(folder, { recursive: true }));

const read = (text: string) => {
  writeFileSync(file, text, { mode: 0o644 });
  return readAuthorities(file, machineOf());
};
const refused = (kind: string) => ({
  ok: false,
  problem: expect.objectContaining({ path: 'network.caFile', kind }) as unknown,
});
const sound = () => made.authorities.filter((pem) => pem !== made.expired);

describe('the file of authorities', () => {
  it('is not asked for without the policy’s key', () => {
    expect(readAuthorities(undefined, machineOf())).toEqual({ ok: true, authorities: [] });
  });

  it('holds one or more, with words between them', () => {
    const [first = '', second = ''] = sound();
    expect(read(first)).toEqual({ ok: true, authorities: [first.trim()] });
    expect(read(`# The house\n${first}\n\nsubject=CN = The narrow one\n${second}\n`)).toEqual({
      ok: true,
      authorities: [first.trim(), second.trim()],
    });
  });

  it('is refused when it holds anything but valid authorities', () => {
    const [first = ''] = sound();
    expect(read('')).toEqual(refused('not-certificates'));
    expect(read('# nothing yet\n')).toEqual(refused('not-certificates'));
    expect(read(first.slice(0, -60))).toEqual(refused('not-certificates'));
    expect(read(`${first}\n${first.slice(0, -60)}`)).toEqual(refused('not-certificates'));
    expect(read(first.replace(/[A-Za-z0-9]{40}/, 'A'.repeat(40)))).toEqual(refused('not-certificates'));
    expect(read(`${first}\n${made.chains.direct.key}`)).toEqual(refused('not-certificates'));
    expect(read(`${first}\n${made.chains.direct.cert}`)).toEqual(refused('not-an-authority'));
    expect(read(`${first}\n${made.expired}`)).toEqual(refused('expired-authority'));
  });

  it('is refused when it is missing, with its path', () => {
    const missing = join(folder, 'none.pem');
    expect(readAuthorities(missing, machineOf({ platform: 'linux' }))).toEqual({
      ok: false,
      problem: {
        source: missing,
        path: 'network.caFile',
        line: null,
        kind: 'missing-file',
        detail: `${missing}: ENOENT`,
      },
    });
  });

  it.runIf(process.platform !== 'win32')('is refused when others could change it, or its folder', () => {
    read(made.root);
    chmodSync(file, 0o664);
    expect(readAuthorities(file, machineOf())).toEqual(refused('writable-by-others'));
    chmodSync(file, 0o644);
    chmodSync(folder, 0o777);
    expect(readAuthorities(file, machineOf())).toEqual(refused('writable-by-others'));
  });
});
