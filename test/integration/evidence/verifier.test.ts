import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { noteKey, verifierKeyText } from '../../../electron/evidence/note.js';
import { firstKey, inherit, ownKey, shorten } from '../../faults/histories.js';
import type { Files } from '../../faults/journal-copy.js';
import { draftOf, keyOf, makeJournal } from '../../support/made-journal.js';
import { verifier } from '../../support/verifier.mjs';

const key = keyOf('desk');
const asText = verifierKeyText(key.public);
let own: string;
let program: string;
let journal: string;

beforeAll(async () => {
  own = mkdtempSync(join(tmpdir(), 'tunniste-verifier-'));
  program = await verifier(own);
});
afterAll(() => rmSync(own, { recursive: true }));
beforeEach(() => {
  journal = mkdtempSync(join(own, 'journal-'));
  makeJournal({ entries: 60, key, segmentSize: 6000, put: (name, bytes) => writeFileSync(join(journal, name), bytes) });
});

/** Plain Node, with nothing of the desk's around it. */
const audit = async (...words: string[]): Promise<{ code: number; out: string; complaint: string }> => {
  const run = promisify(execFile)(process.execPath, [program, ...words], { cwd: own, env: {} });
  return run.then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout, complaint: stderr }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
      code,
      out: stdout,
      complaint: stderr,
    }),
  );
};
const json = async (...words: string[]) => {
  const { code, out } = await audit(...words, '--key', asText, '--json');
  return { code, answer: JSON.parse(out) as Record<string, unknown> };
};

it('says of a journal as the desk left it that it is sound', async () => {
  expect(await json('verify', journal)).toMatchObject({
    code: 0,
    answer: { sound: true, entries: 60, sealed: 60, bad: null },
  });
  const { code, out } = await audit('verify', journal, '--key', asText);
  expect(code).toBe(0);
  expect(out).toMatch(/^60 entries follow from each other; checkpoints vouch for them to entry 60\.\n/);
});

it('knows a key under any name that the desk signed by', async () => {
  const other = verifierKeyText(noteKey('toinen.example/desk', key.public.key));
  const { code, out } = await audit('verify', journal, '--key', other, '--json');
  expect([code, JSON.parse(out)]).toMatchObject([0, { sound: true, sealed: 60 }]);
});

it('names the first bad entry and its segment', async () => {
  const file = join(journal, '000002.jsonl');
  const text = readFileSync(file, 'utf8');
  const seq = Number(/"seq":(\d+)/.exec(text)?.[1]) + 2;
  writeFileSync(file, text.replace(`"ticket":"INC-${20000 + seq - 1}"`, '"ticket":"INC-99999"'));
  expect(await json('verify', journal)).toMatchObject({
    code: 1,
    answer: { bad: { seq, to: seq, segment: '000002.jsonl' } },
  });
  const { out } = await audit('verify', journal, '--key', asText);
  expect(out).toContain(`FIRST BAD ENTRY: Entry ${seq} in 000002.jsonl was changed`);
});

it('with a checkpoint that was kept elsewhere tells that the end was cut off, with all that belongs to it', async () => {
  const kept = join(own, 'kept.note');
  const last = lastNote();
  writeFileSync(kept, readFileSync(join(journal, last)));
  for (const ending of ['jsonl', 'note', 'tree']) rmSync(join(journal, last.replace('note', ending)));
  expect((await audit('verify', journal, '--key', asText)).code).toBe(0);
  expect(await json('verify', journal, '--checkpoint', kept)).toMatchObject({
    code: 1,
    answer: { outside: 'missing', bad: { kind: 'missing', to: 60 } },
  });
});

const lastNote = (): string =>
  execFileSync('ls', [journal])
    .toString()
    .split('\n')
    .filter((name) => name.endsWith('.note'))
    .at(-1) ?? '';

it('proves every entry to whoever has the proof and the key alone', async () => {
  const file = join(own, 'entry.tlog-proof');
  for (const seq of [1, 2, 31, 59, 60]) {
    writeFileSync(file, (await audit('prove', `${seq}`, journal, '--key', asText)).out);
    expect(await json('check-proof', file)).toMatchObject({
      code: 0,
      answer: { holds: true, seq, size: 60, entry: { seq } },
    });
    const other = await audit('check-proof', file, '--key', verifierKeyText(keyOf('another desk').public));
    expect(other).toMatchObject({ code: 1, complaint: expect.stringContaining('does not hold') as string });
  }
  expect((await audit('prove', '61', journal, '--key', asText)).code).toBe(1);
});

it('lists the entries about a person', async () => {
  const subject = draftOf(7).subject ?? '';
  expect(await json('subject', subject, journal)).toMatchObject({
    code: 0,
    answer: { sound: true, entries: [{ seq: 8, subject }] },
  });
});

/** Another journal in its place: handed over to the desk's key after two segments, or its first three removed. */
const changed = (change: 'inherited' | 'shortened'): void => {
  const files: Files = new Map();
  const put = (name: string, bytes: Buffer): void => void files.set(name, bytes);
  const tips = makeJournal({ entries: 60, key: ownKey, segmentSize: 6000, put });
  if (change === 'inherited') inherit(files, tips, 2);
  else shorten(files, tips, 3, draftOf);
  for (const name of readdirSync(journal)) rmSync(join(journal, name));
  for (const [name, bytes] of files) writeFileSync(join(journal, name), bytes);
};

it('says where a journal begins whose first entries were removed when their time was over, and proves those that are left', async () => {
  changed('shortened');
  const { out } = await audit('verify', journal, '--key', asText);
  const first = Number(
    /^Begins with entry (\d+): those before were removed when their time was over, as entry 61 says\.$/m.exec(out)?.[1],
  );
  expect(await json('verify', journal)).toMatchObject({
    code: 0,
    answer: { first, expired: 61, entries: 63, bad: null },
  });
  const file = join(own, 'left.tlog-proof');
  for (const seq of [first, first + 1, 40, 60, 61, 63]) {
    writeFileSync(file, (await audit('prove', `${seq}`, journal, '--key', asText)).out);
    expect(await json('check-proof', file)).toMatchObject({ code: 0, answer: { holds: true, seq, size: 63 } });
  }
  expect((await audit('prove', `${first - 1}`, journal, '--key', asText)).code).toBe(1);
});

it('goes from the first key to the one that it left the journal to, and the other way', async () => {
  changed('inherited');
  for (const { public: pinned } of [firstKey, ownKey]) {
    const { code, out } = await audit('verify', journal, '--key', verifierKeyText(pinned));
    expect(code).toBe(0);
    expect(out).toMatch(/^Another key signs after entry \d+, as the one before it says\.$/m);
  }
  expect((await audit('prove', '3', journal, '--key', verifierKeyText(firstKey.public))).code).toBe(0);
  rmSync(join(journal, 'key-000001.note'));
  expect((await audit('verify', journal, '--key', verifierKeyText(firstKey.public))).code).toBe(1);
});

it.each([
  [[], 64],
  [['verify'], 64],
  [['verify', '/nowhere'], 64],
  [['verify', '/nowhere', '--key', 'a+b+c'], 64],
  [['verify', '/nowhere', '--key', asText], 66],
  [['check-proof', '/nowhere', '--key', asText], 66],
  [['prove', '0', '/nowhere', '--key', asText], 64],
  [['--help'], 0],
])('%j ends with %i', async (words, code) => {
  expect((await audit(...words)).code).toBe(code);
});

it('its checkpoints are signed as openssl understands it', () => {
  const [text = '', signature = ''] = readFileSync(join(journal, lastNote()), 'utf8').split('\n\n');
  const bytes = Buffer.from(signature.trim().split(' ')[2] ?? '', 'base64');
  const spki = Buffer.concat([
    Buffer.from('302a300506032b6570032100', 'hex'),
    Buffer.from(asText.split('+').slice(2).join('+'), 'base64').subarray(1),
  ]);
  const files = {
    text: `${text}\n`,
    sig: bytes.subarray(4),
    key: `-----BEGIN PUBLIC KEY-----\n${spki.toString('base64')}\n-----END PUBLIC KEY-----\n`,
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(own, name), content);
  const checked = execFileSync('openssl', [
    'pkeyutl',
    '-verify',
    '-pubin',
    '-inkey',
    join(own, 'key'),
    '-rawin',
    '-in',
    join(own, 'text'),
    '-sigfile',
    join(own, 'sig'),
  ]);
  expect(checked.toString()).toContain('Signature Verified Successfully');
});
