import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readAuthorities } from '../../../../../electron/main/policy/ca-file.js';
import { makeChains } from '../../../../support/certificate-faults.mjs';

const ownUid = process.getuid?.() ?? null;
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
  return readAuthorities(file, process.platform, { ownUid });
};
const refused = (kind: string) => ({
  ok: false,
  problem: expect.objectContaining({ path: 'network.caFile', kind }) as unknown,
});
const sound = () => made.authorities.filter((pem) => pem !== made.expired);

describe('the file of authorities', () => {
  it('is not asked for without the policy’s key', async () => {
    expect(await readAuthorities(undefined, process.platform, { ownUid })).toEqual({ ok: true, authorities: [] });
  });

  it('holds one or more, with words between them', async () => {
    const [first = '', second = ''] = sound();
    expect(await read(first)).toEqual({ ok: true, authorities: [first.trim()] });
    expect(await read(`# The house\n${first}\n\nsubject=CN = The narrow one\n${second}\n`)).toEqual({
      ok: true,
      authorities: [first.trim(), second.trim()],
    });
  });

  it('is refused when it holds anything but valid authorities', async () => {
    const [first = ''] = sound();
    expect(await read('')).toEqual(refused('not-certificates'));
    expect(await read('# nothing yet\n')).toEqual(refused('not-certificates'));
    expect(await read(first.slice(0, -60))).toEqual(refused('not-certificates'));
    expect(await read(`${first}\n${first.slice(0, -60)}`)).toEqual(refused('not-certificates'));
    expect(await read(first.replace(/[A-Za-z0-9]{40}/, 'A'.repeat(40)))).toEqual(refused('not-certificates'));
    expect(await read(`${first}\n${made.chains.direct.key}`)).toEqual(refused('not-certificates'));
    expect(await read(`${first}\n${made.chains.direct.cert}`)).toEqual(refused('not-an-authority'));
    expect(await read(`${first}\n${made.expired}`)).toEqual(refused('expired-authority'));
  });

  it('is refused when it is missing, with its path', async () => {
    const missing = join(folder, 'none.pem');
    expect(await readAuthorities(missing, 'linux', { ownUid })).toEqual({
      ok: false,
      problem: { path: 'network.caFile', line: null, kind: 'missing-file', detail: `${missing}: ENOENT` },
    });
  });

  it.runIf(process.platform !== 'win32')('is refused when others could change it, or its folder', async () => {
    await read(made.root);
    chmodSync(file, 0o664);
    expect(await readAuthorities(file, process.platform, { ownUid })).toEqual(refused('writable-by-others'));
    chmodSync(file, 0o644);
    chmodSync(folder, 0o777);
    expect(await readAuthorities(file, process.platform, { ownUid })).toEqual(refused('writable-by-others'));
  });
});
