import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { onDisk } from '../../../../../electron/main/audit/durable-file.js';
import { createKeyFile } from '../../../../../electron/main/credentials/key-file.js';
import type { Keychain } from '../../../../../electron/main/credentials/keychain.js';
import { forgetKey } from '../../../../../electron/main/credentials/open-ring.js';
import type { SealedSession } from '../../../../../electron/main/credentials/ring.js';
import { closeRingBox, openRingBox } from '../../../../../electron/main/credentials/ring-box.js';
import { closeBox } from '../../../../../electron/main/credentials/sealed-box.js';
import { sealText } from '../../../../../electron/main/credentials/sealed-text.js';
import { fail, ok, type ErrorCode } from '../../../../../shared/result.js';

const token = 'canary-token-0123456789';
let folder: string;
let kept: Map<string, Uint8Array>;
let calls: string[];
/** Files that were written as a whole, and additions to one. */
let placed: number;
let added: number;
/** What the keychain answers instead, or `locked`: it finds nothing, as a locked keyring does. */
let trouble: ErrorCode | 'locked' | null;
let placing: NodeJS.ErrnoException | null;
/** What fails once a file is under its name. */
let afterPlacing: NodeJS.ErrnoException | null;

const keychain: { -readonly [Name in keyof Keychain]: Keychain[Name] } = {
  get: async (account) => {
    calls.push('get');
    if (trouble === 'locked') return ok(null);
    return trouble === null ? ok(kept.get(account) ?? null) : fail(trouble);
  },
  set: async (account, key) => {
    calls.push('set');
    if (trouble !== null) return fail(trouble === 'locked' ? 'keychain-locked' : trouble);
    kept.set(account, key);
    return ok(undefined);
  },
  delete: async (account) => ok(kept.delete(account)),
};
const keyFile = () =>
  createKeyFile({
    folder,
    keychain,
    place: async (path, bytes) => {
      if (placing !== null) throw placing;
      placed += 1;
      await onDisk.place(path, bytes);
      if (afterPlacing !== null) throw afterPlacing;
    },
    extend: async (path, head, length, bytes) => {
      if (placing !== null) throw placing;
      added += 1;
      return onDisk.extend(path, head, length, bytes);
    },
    now: () => new Date('2026-11-22T10:00:00.000Z'),
  });
const opened = async () => {
  const file = keyFile();
  expect(await file.open()).toEqual({ ok: true, value: undefined });
  return file;
};
const boxPath = () => join(folder, 'keys.sealed');
/** What is sealed in the file, without what was added to it. */
const ringIn = async (key = kept.get('key-file')) =>
  JSON.parse(String(openRingBox(await readFile(boxPath()), key ?? new Uint8Array(32))?.content)) as Record<
    string,
    unknown
  >;
const refused = (code: ErrorCode) => ({ ok: false, error: { code } });
const value = <T>(result: { ok: true; value: T } | { ok: false }): T => {
  if (!result.ok) throw new Error('refused');
  return result.value;
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tunniste-keys-'));
  kept = new Map();
  calls = [];
  placed = 0;
  added = 0;
  trouble = null;
  placing = null;
  afterPlacing = null;
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('both files gone beside a journal that the keychain knows are no first start: nothing is made anew', async () => {
  const first = value(await (await opened()).pepper('2026-11'));
  kept.set('anchor', new Uint8Array(32));
  const before = await readFile(join(folder, 'keys.sealed'));
  await rm(folder, { recursive: true });
  expect(await keyFile().open()).toEqual(refused('key-file-unreadable'));
  await mkdir(folder);
  await writeFile(join(folder, 'keys.sealed'), before);
  expect(value(await (await opened()).pepper('2026-11'))).toEqual(first);
});

test('the first start makes a key, keeps it in the keychain and says since when there is one', async () => {
  await opened();
  expect([...kept.values()].map(({ length }) => length)).toEqual([32]);
  expect((await readdir(folder)).sort()).toEqual(['keys.json', 'keys.sealed']);
  expect(JSON.parse(await readFile(join(folder, 'keys.json'), 'utf8'))).toEqual({
    v: 1,
    keys: { 'key-file': '2026-11-22T10:00:00.000Z' },
  });
});

test.runIf(process.platform !== 'win32')('the files are their owner’s alone', async () => {
  await opened();
  for (const name of await readdir(folder)) expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
});

test('token and keys are there again after a restart', async () => {
  const first = await opened();
  await first.setToken(token, 0);
  const before = [
    await first.pepper('2026-11'),
    await first.monthKey('2026-11'),
    await first.subjectKey('r-1', '2026-11'),
  ].map(value);
  const second = await opened();
  expect(second.token()).toBe(token);
  expect(
    [await second.pepper('2026-11'), await second.monthKey('2026-11'), await second.subjectKey('r-1', '2026-11')].map(
      value,
    ),
  ).toEqual(before);
});

test('every key is another one', async () => {
  const file = await opened();
  const keys = [
    file.pepper('2026-11'),
    file.pepper('2026-12'),
    file.monthKey('2026-11'),
    file.subjectKey('r-1', '2026-11'),
    file.subjectKey('r-2', '2026-11'),
  ];
  expect(new Set((await Promise.all(keys)).map((key) => Buffer.from(value(key)).toString('hex'))).size).toBe(5);
});

test('the registry’s own key is there again after a restart, beside the token and whatever becomes of that', async () => {
  const first = await opened();
  expect(first.registryKey()).toBeNull();
  await first.setToken(token, 0);
  await first.keepRegistryKey('salasana (ä)');
  await first.forgetToken();
  await first.forget();
  const second = await opened();
  expect(second.registryKey()?.open()).toBe('salasana (ä)');
  expect(await second.forgetRegistryKey()).toEqual({ ok: true, value: undefined });
  expect(second.registryKey()).toBeNull();
  expect((await opened()).registryKey()).toBeNull();
});

test('a registry key that cannot be kept leaves the one before', async () => {
  const file = await opened();
  await file.keepRegistryKey('the first');
  placing = Object.assign(new Error('full'), { code: 'ENOSPC' });
  expect(await file.keepRegistryKey('the second')).toEqual(refused('disk-low'));
  expect(file.registryKey()?.open()).toBe('the first');
});

test('a forgotten token is gone from memory and file', async () => {
  const file = await opened();
  await file.setToken(token, 0);
  expect(await file.forgetToken()).toEqual({ ok: true, value: undefined });
  expect(file.token()).toBeNull();
  expect((await opened()).token()).toBeNull();
});

test('the file shows neither token nor subject nor key', async () => {
  const file = await opened();
  await file.setToken(token, 0);
  const key = value(await file.subjectKey('registry-id-canary', '2026-11'));
  const bytes = await readFile(join(folder, 'keys.sealed'));
  for (const text of [token, 'registry-id-canary', Buffer.from(token).toString('base64').slice(0, 20)])
    expect(bytes.includes(text)).toBe(false);
  expect(bytes.includes(Buffer.from(key))).toBe(false);
  expect(bytes.includes(Buffer.from(key).toString('base64url'))).toBe(false);
});

describe('the key of a subject is added to the file', () => {
  const ids = (count: number, from = 0) => Array.from({ length: count }, (_, nth) => `r-${from + nth}`);
  const keysIn = async (file: Awaited<ReturnType<typeof opened>>, all: readonly string[]) => {
    const keys: Uint8Array[] = [];
    for (const id of all) keys.push(value(await file.subjectKey(id, '2026-11')));
    return keys;
  };

  test('without writing the others again, and is there after a restart', async () => {
    const file = await opened();
    const sizes: number[] = [];
    placed = 0;
    for (const id of ids(10)) {
      await keysIn(file, [id]);
      sizes.push((await stat(boxPath())).size);
    }
    expect([placed, added]).toEqual([0, 10]);
    // The tenth takes no more room than the second.
    expect(new Set(sizes.slice(1).map((size, nth) => size - (sizes[nth] ?? 0))).size).toBe(1);
    const keys = await keysIn(file, ids(10));
    expect(await keysIn(await opened(), ids(10))).toEqual(keys);
  });

  test('until there are so many that all are written anew', async () => {
    const file = await opened();
    placed = 0;
    const keys = await keysIn(file, ids(300));
    expect([placed, added]).toEqual([1, 299]);
    expect(await keysIn(await opened(), ids(300))).toEqual(keys);
  });

  test('also between whole writings, which take what was added along', async () => {
    const file = await opened();
    const [one] = await keysIn(file, ids(1));
    await file.setToken(token, 0);
    const [, two] = await keysIn(file, ids(2));
    const again = await opened();
    expect(again.token()).toBe(token);
    expect(await keysIn(again, ids(2))).toEqual([one, two]);
  });

  test('and a write that a crash tore anywhere costs that one alone', async () => {
    const file = await opened();
    const keys = await keysIn(file, ids(3));
    const whole = await readFile(boxPath());
    const acknowledged = whole.length;
    await keysIn(file, ids(1, 3));
    const longer = await readFile(boxPath());
    const line = longer.length - acknowledged;
    for (const length of [0, 1, 2, 16, 17, line >> 1, line - 2, line - 1].map((part) => acknowledged + part)) {
      await writeFile(boxPath(), longer.subarray(0, length));
      const again = await opened();
      expect(again.subjectKeys().size).toBe(3);
      expect(await keysIn(again, ids(3))).toEqual(keys);
      const [made] = await keysIn(again, ids(1, 4));
      expect((await keysIn(await opened(), ids(5))).at(-1)).toEqual(made);
    }
    // Sectors of it that did not reach the disk.
    await writeFile(boxPath(), Buffer.from(longer).fill(0, acknowledged + 20, acknowledged + 60));
    expect((await opened()).subjectKeys().size).toBe(3);
  });

  test.each([
    ['no room', 'ENOSPC', 'disk-low'],
    ['a failing disk', 'EIO', 'key-file-unreadable'],
  ] as const)('and with %s it is not given; with room again it is', async (_what, code, told) => {
    const file = await opened();
    const [first] = await keysIn(file, ids(1));
    placing = Object.assign(new Error(), { code });
    expect(await file.subjectKey('r-1', '2026-11')).toEqual(refused(told));
    // What a part of it left at the end of the file.
    await appendFile(boxPath(), 'AAAA');
    placing = null;
    const keys = await keysIn(file, ids(2));
    expect(keys[0]).toEqual(first);
    expect(await keysIn(await opened(), ids(2))).toEqual(keys);
  });

  test('and a file of which somebody cut a part, or took it away, gets all of them', async () => {
    const file = await opened();
    const older = await readFile(boxPath());
    await keysIn(file, ids(2));
    await writeFile(boxPath(), older);
    await keysIn(file, ids(3));
    await rm(boxPath());
    const keys = await keysIn(file, ids(4));
    expect(await keysIn(await opened(), ids(4))).toEqual(keys);
  });

  test('but not to a file that somebody else has written since: nothing of theirs is lost', async () => {
    const [one, other] = [await opened(), await opened()];
    const theirs = await keysIn(other, ids(2));
    for (const refusal of [one.subjectKey('r-9', '2026-11'), one.setToken(token, 0), one.pepper('2026-11')])
      expect(await refusal).toEqual(refused('key-file-unreadable'));
    expect(await keysIn(await opened(), ids(2))).toEqual(theirs);
  });

  test('nor to one to which somebody else added', async () => {
    const other = await opened();
    await keysIn(other, ids(1));
    const one = await opened();
    const theirs = await keysIn(other, ids(3));
    expect(await one.setToken(token, 0)).toEqual(refused('key-file-unreadable'));
    expect(await keysIn(await opened(), ids(3))).toEqual(theirs);
  });

  test('and where a writing failed, and nobody can tell what the file holds, it is written anew', async () => {
    const file = await opened();
    await file.setWrongTries(1);
    // The new file is there under its name, which may not be on the disk.
    afterPlacing = Object.assign(new Error(), { code: 'EIO' });
    expect(await file.setWrongTries(2)).toEqual(refused('key-file-unreadable'));
    afterPlacing = null;
    expect(file.wrongTries()).toBe(1);
    const keys = await keysIn(file, ids(2));
    const again = await opened();
    expect(await keysIn(again, ids(2))).toEqual(keys);
    expect(again.wrongTries()).toBe(1);
  });

  test('and what an earlier run wrote is written once more before it is given out: it may have been killed before it was on the disk', async () => {
    const keys = await keysIn(await opened(), ids(2));
    placed = 0;
    const again = await opened();
    expect(placed).toBe(0);
    expect(await keysIn(again, ids(2))).toEqual(keys);
    expect(placed).toBe(1);
    placing = Object.assign(new Error(), { code: 'ENOSPC' });
    const third = await opened();
    expect(await third.subjectKey('r-0', '2026-11')).toEqual(refused('disk-low'));
    expect(await third.pepper('2026-11')).toEqual(refused('disk-low'));
  });

  test('and as many as there are, none of them is copied for the next', async () => {
    const file = await opened();
    await Promise.all(ids(100_000).map((id) => file.subjectKey(id, '2026-11')));
    const [table, { size }] = [file.subjectKeys(), await stat(boxPath())];
    await keysIn(file, ids(1, 100_000));
    expect(file.subjectKeys()).toBe(table);
    expect(table.size).toBe(100_001);
    expect((await stat(boxPath())).size - size).toBeLessThan(300);
  });
});

describe('never a new key', () => {
  const expectKept = async (code: ErrorCode) => {
    const before = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))));
    const had = new Map(kept);
    calls = [];
    expect(await keyFile().open()).toEqual(refused(code));
    expect(calls).not.toContain('set');
    expect(kept).toEqual(had);
    expect(await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))))).toEqual(before);
  };

  beforeEach(async () => {
    await (await opened()).setToken(token, 0);
  });

  test('when the keyring is locked, and after it is unlocked the same file opens', async () => {
    trouble = 'locked';
    await expectKept('keychain-locked');
    const file = keyFile();
    expect(await file.open()).toEqual(refused('keychain-locked'));
    expect(await file.pepper('2026-11')).toEqual(refused('keychain-locked'));
    expect(await file.setToken('other', 0)).toEqual(refused('keychain-locked'));
    trouble = null;
    expect(await file.open()).toEqual({ ok: true, value: undefined });
    expect(file.token()).toBe(token);
  });

  test('when the key is lost', async () => {
    kept.clear();
    await expectKept('keychain-locked');
  });

  test('when only the marker is left', async () => {
    await rm(join(folder, 'keys.sealed'));
    await expectKept('key-file-unreadable');
    trouble = 'locked';
    await expectKept('keychain-locked');
  });

  test('when only the file is left', async () => {
    await rm(join(folder, 'keys.json'));
    trouble = 'locked';
    await expectKept('keychain-locked');
  });

  test.each(['keychain-missing', 'keychain-denied', 'keychain-timeout'] as const)(
    'when the keychain answers %s',
    async (code) => {
      trouble = code;
      await expectKept(code);
    },
  );

  test('when the key is another', async () => {
    for (const account of kept.keys()) kept.set(account, Buffer.alloc(32, 1));
    await expectKept('key-file-unreadable');
  });

  test.each([0, 30, 60, 200])('when a bit of the file turned (byte %i)', async (at) => {
    const bytes = await readFile(join(folder, 'keys.sealed'));
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    await writeFile(join(folder, 'keys.sealed'), bytes);
    await expectKept('key-file-unreadable');
  });

  test.each([
    ['of the first of two', 20],
    ['of the last', -20],
    ['of the last, which is no letter then', -21],
  ])('when a bit turned in what was added: %s', async (_which, at) => {
    const file = await opened();
    await file.subjectKey('r-0', '2026-11');
    const { length } = await readFile(boxPath());
    for (const id of ['r-1', 'r-2']) await file.subjectKey(id, '2026-11');
    const bytes = await readFile(boxPath());
    const place = at < 0 ? bytes.length + at : length + at;
    bytes.writeUInt8(bytes.readUInt8(place) ^ (at === -21 ? 0x80 : 2), place);
    await writeFile(boxPath(), bytes);
    await expectKept('key-file-unreadable');
  });

  test('when what was added to another file, or in another place, stands there', async () => {
    const file = await opened();
    await file.subjectKey('r-0', '2026-11');
    const { length } = await readFile(boxPath());
    for (const id of ['r-1', 'r-2']) await file.subjectKey(id, '2026-11');
    const two = await readFile(boxPath());
    const line = two.subarray(length, length + (two.length - length) / 2);
    await writeFile(boxPath(), Buffer.concat([two, line]));
    await expectKept('key-file-unreadable');
    await writeFile(boxPath(), Buffer.concat([two.subarray(0, length), two.subarray(length + line.length)]));
    await expectKept('key-file-unreadable');
    await writeFile(boxPath(), two);
    await (await opened()).setToken('another', 0);
    await appendFile(boxPath(), line);
    await expectKept('key-file-unreadable');
  });

  test.each([0, 10, 80])('when the file was cut to %i bytes', async (length) => {
    const bytes = await readFile(join(folder, 'keys.sealed'));
    await writeFile(join(folder, 'keys.sealed'), bytes.subarray(0, length));
    await expectKept('key-file-unreadable');
  });
});

test('a first start that was interrupted after the key was kept goes on with that key', async () => {
  placing = Object.assign(new Error(), { code: 'EIO' });
  expect(await keyFile().open()).toEqual(refused('key-file-unreadable'));
  const first = new Map(kept);
  placing = null;
  await opened();
  expect(kept).toEqual(first);
});

test('a key the keychain does not give back is not used', async () => {
  const forgetful: Keychain = { ...keychain, get: async () => ok(null) };
  const file = createKeyFile({ folder, keychain: forgetful, place: async () => undefined, extend: onDisk.extend });
  expect(await file.open()).toEqual(refused('keychain-denied'));
  expect(await readdir(folder)).toEqual([]);
});

test('opening at the same time asks the keychain once', async () => {
  await opened();
  calls = [];
  const file = keyFile();
  await Promise.all([file.open(), file.open(), file.open()]);
  await file.open();
  expect(calls).toEqual(['get']);
});

test('what cannot be written is not taken, and the next one is', async () => {
  const file = await opened();
  await file.setToken(token, 0);
  placing = Object.assign(new Error(), { code: 'ENOSPC' });
  expect(await file.setToken('second', 0)).toEqual(refused('disk-low'));
  expect(await file.subjectKey('r-1', '2026-11')).toEqual(refused('disk-low'));
  expect(file.token()).toBe(token);
  placing = null;
  expect(value(await file.subjectKey('r-1', '2026-11'))).toHaveLength(32);
  expect((await opened()).token()).toBe(token);
});

test('keys asked for at the same time are written together, and the same one is made once', async () => {
  const file = await opened();
  placed = 0;
  const ids = ['r-1', 'r-2', 'r-3', 'r-1'];
  const [one, , , again] = (await Promise.all(ids.map((id) => file.subjectKey(id, '2026-11')))).map(value);
  expect(again).toEqual(one);
  expect([placed, added]).toEqual([0, 1]);
  const later = await opened();
  expect(value(await later.subjectKey('r-1', '2026-11'))).toEqual(one);
});

test('before it was opened it has nothing', async () => {
  const file = keyFile();
  expect(file.token()).toBeNull();
  expect(await file.monthKey('2026-11')).toEqual(refused('keychain-locked'));
});

test('a new key file has the desk’s own key, and it stays the same', async () => {
  const file = await opened();
  const key = file.deviceKey();
  expect(key).toHaveLength(32);
  expect(value(await file.makeDeviceKey())).toEqual(key);
  expect((await opened()).deviceKey()).toEqual(key);
});

test('a key file older than such keys opens, has none until it is asked for, and then keeps it', async () => {
  const first = await opened();
  await first.setToken(token, 0);
  const ring = await ringIn();
  expect(ring['device']).toBeTypeOf('string');
  delete ring['device'];
  const key = kept.get('key-file') ?? new Uint8Array();
  await writeFile(boxPath(), closeRingBox(Buffer.from(JSON.stringify(ring)), key));

  const older = await opened();
  expect([older.token(), older.deviceKey()]).toEqual([token, null]);
  const made = value(await older.makeDeviceKey());
  expect((await opened()).deviceKey()).toEqual(made);
});

test('a device key that cannot be kept is not given', async () => {
  const file = keyFile();
  expect(await file.makeDeviceKey()).toMatchObject({ ok: false });
  expect(file.deviceKey()).toBeNull();
});

const refreshToken = 'canary-refresh-0123456789';
const session = { sub: 'aino', refreshToken: sealText(refreshToken), key: sealText('{"kty":"EC"}') };
const read = (kept: SealedSession | null) =>
  kept && { ...kept, refreshToken: kept.refreshToken.open(), key: kept.key?.open() };
const whole = { sub: 'aino', refreshToken, key: '{"kty":"EC"}' };

test('what renews the session is there after a restart, sealed, until it is forgotten', async () => {
  const file = await opened();
  expect(file.kept()).toBeNull();
  await file.keep(session);
  expect((await readFile(join(folder, 'keys.sealed'))).includes(refreshToken)).toBe(false);
  expect(read((await opened()).kept())).toEqual(whole);
  await file.forget();
  expect((await opened()).kept()).toBeNull();
});

test('a refresh token that cannot be kept leaves the one before', async () => {
  const file = await opened();
  await file.keep(session);
  placing = Object.assign(new Error(), { code: 'ENOSPC' });
  expect(await file.keep({ ...session, refreshToken: sealText('another-refresh-token') })).toEqual(refused('disk-low'));
  expect(read(file.kept())).toEqual(whole);
  placing = null;
  expect(read((await opened()).kept())).toEqual(whole);
});

test('a file of before there were sessions opens, and has none', async () => {
  const file = await opened();
  await file.setToken(token, 0);
  const { session: _none, ...before } = await ringIn();
  const key = kept.get('key-file') ?? new Uint8Array();
  // Nor was there anything that could be added to.
  await writeFile(boxPath(), closeBox(Buffer.from(JSON.stringify(before)), key));
  const reopened = await opened();
  expect([reopened.token(), reopened.kept()]).toEqual([token, null]);
  const made = value(await reopened.subjectKey('r-1', '2026-11'));
  expect(value(await (await opened()).subjectKey('r-1', '2026-11'))).toEqual(made);
});

describe('what is erased', () => {
  /** A desk that has sealed for two subjects, and a copy of its key file as a backup would have it. */
  const sealedForTwo = async () => {
    const file = await opened();
    const [erased, spared] = [
      value(await file.subjectKey('r-1', '2026-11')),
      value(await file.subjectKey('r-2', '2026-11')),
    ];
    return { file, erased, spared, backup: await readFile(join(folder, 'keys.sealed')), key: kept.get('key-file') };
  };

  test('is gone after a restart, and nobody else’s key is', async () => {
    const { file, erased, spared } = await sealedForTwo();
    expect(await file.dropSubjectKey(file.subjectName('r-1') ?? '')).toEqual({ ok: true, value: undefined });
    const again = await opened();
    expect(value(await again.subjectKey('r-2', '2026-11'))).toEqual(spared);
    expect(value(await again.subjectKey('r-1', '2026-11'))).not.toEqual(erased);
  });

  test('is in no copy of the file that the keychain still opens', async () => {
    const { file, backup, key } = await sealedForTwo();
    await file.dropSubjectKey(file.subjectName('r-1') ?? '');
    const now = kept.get('key-file') ?? new Uint8Array(32);
    expect(now).not.toEqual(key);
    expect([...kept.keys()]).toEqual(['key-file']);
    expect(openRingBox(backup, now)).toBeNull();
    expect(openRingBox(backup, key ?? new Uint8Array(32))?.additions).toHaveLength(2);
    expect(openRingBox(await readFile(boxPath()), now)).toMatchObject({ additions: [] });
  });

  test('stays when the disk or the keychain does not take it, and may be erased again', async () => {
    const { file, erased } = await sealedForTwo();
    placing = Object.assign(new Error('full'), { code: 'ENOSPC' });
    expect(await file.dropSubjectKey(file.subjectName('r-1') ?? '')).toEqual(refused('disk-low'));
    placing = null;
    trouble = 'keychain-denied';
    expect(await file.dropSubjectKey(file.subjectName('r-1') ?? '')).toEqual(refused('keychain-denied'));
    trouble = null;
    const again = await opened();
    expect(value(await again.subjectKey('r-1', '2026-11'))).toEqual(erased);
    expect(await again.dropSubjectKey(again.subjectName('r-1') ?? '')).toEqual({ ok: true, value: undefined });
  });

  test('is not erased by a desk that does not know what somebody else has written since: the file still opens', async () => {
    const { file, spared } = await sealedForTwo();
    const other = await opened();
    expect(await other.dropSubjectKey(other.subjectName('r-1') ?? '')).toEqual({ ok: true, value: undefined });
    const before = new Map(kept);
    expect(await file.dropSubjectKey(file.subjectName('r-2') ?? '')).toEqual(refused('key-file-unreadable'));
    expect(kept).toEqual(before);
    expect(value(await (await opened()).subjectKey('r-2', '2026-11'))).toEqual(spared);
  });

  test('does not cost the rest where one erasing may have got to the disk and the next does not', async () => {
    const { file, spared } = await sealedForTwo();
    afterPlacing = Object.assign(new Error(), { code: 'EIO' });
    expect(await file.dropSubjectKey(file.subjectName('r-1') ?? '')).toEqual(refused('key-file-unreadable'));
    afterPlacing = null;
    placing = Object.assign(new Error(), { code: 'ENOSPC' });
    expect(await file.dropSubjectKey(file.subjectName('r-1') ?? '')).toEqual(refused('disk-low'));
    placing = null;
    expect(value(await (await opened()).subjectKey('r-2', '2026-11'))).toEqual(spared);
    const again = await opened();
    expect(await again.dropSubjectKey(again.subjectName('r-1') ?? '')).toEqual({ ok: true, value: undefined });
    expect([...kept.keys()]).toEqual(['key-file']);
    expect((await opened()).subjectKeys().size).toBe(1);
  });

  test('does not cost the rest, wherever the erasing is interrupted', async () => {
    for (let steps = 0; steps <= 5; steps++) {
      const { file, spared } = await sealedForTwo();
      let left = steps;
      const { set: realSet, delete: realDelete } = keychain;
      const dies = new Promise<never>(() => undefined);
      keychain.set = (account, key) => (left-- > 0 ? realSet(account, key) : dies);
      keychain.delete = (account) => (left-- > 0 ? realDelete(account) : dies);
      // Whether it ever answers or not: the process ends here.
      await Promise.race([
        file.dropSubjectKey(file.subjectName('r-1') ?? ''),
        new Promise((resolve) => setTimeout(resolve, 100)),
      ]);
      Object.assign(keychain, { set: realSet, delete: realDelete });
      const again = await opened();
      expect(value(await again.subjectKey('r-2', '2026-11')), `after ${steps}`).toEqual(spared);
      expect(value(await again.makeDeviceKey())).toHaveLength(32);
      expect(value(await (await opened()).subjectKey('r-2', '2026-11'))).toEqual(spared);
    }
  });
});

test('whoever is forgotten leaves no key behind, not even one that a renewal did not finish', async () => {
  await opened();
  kept.set('key-file-next', Buffer.alloc(32, 9));
  expect(await forgetKey(keychain)).toEqual({ ok: true, value: true });
  expect([...kept.keys()]).toEqual([]);
});

describe('what has been kept for long enough', () => {
  const done = { ok: true, value: undefined };
  const keysOf = async (file: Awaited<ReturnType<typeof opened>>) => ({
    pepper: value(await file.pepper('2026-01')),
    month: value(await file.monthKey('2026-01')),
    subject: file.subjectKeys().get(file.subjectName('r-1') ?? ''),
  });
  const filled = async () => {
    const file = await opened();
    await file.subjectKey('r-1', '2026-01');
    const spared = {
      subject: value(await file.subjectKey('r-2', '2026-01')),
      month: value(await file.monthKey('2026-02')),
    };
    await file.subjectKey('r-2', '2026-02');
    return { file, spared, before: await keysOf(file), key: kept.get('key-file'), at: join(folder, 'keys.sealed') };
  };

  test('takes the keys of its months with it, and those of people of whom nothing was sealed since, and no other', async () => {
    const { file, spared, before, key } = await filled();
    expect(await file.dropBefore('2026-02')).toEqual(done);
    expect(kept.get('key-file')).not.toEqual(key);
    const again = await opened();
    expect(again.subjectKeys().size).toBe(1);
    expect(value(await again.subjectKey('r-2', '2026-02'))).toEqual(spared.subject);
    expect(value(await again.monthKey('2026-02'))).toEqual(spared.month);
    const after = await keysOf(again);
    expect(after.subject).toBeUndefined();
    expect(after.pepper).not.toEqual(before.pepper);
    expect(after.month).not.toEqual(before.month);
  });

  test('is looked for without writing anything where there is none', async () => {
    const { file } = await filled();
    const writes = placed;
    expect(await file.dropBefore('2026-01')).toEqual(done);
    expect(placed).toBe(writes);
  });

  test('is on the disk before anything is sealed, that a person was looked up again in another month', async () => {
    const { file } = await filled();
    placing = Object.assign(new Error('full'), { code: 'ENOSPC' });
    expect(await file.subjectKey('r-1', '2026-02')).toEqual(refused('disk-low'));
    placing = null;
    await file.dropBefore('2026-02');
    expect((await opened()).subjectKeys().size).toBe(1);
  });
});

test('another device key takes the place of the one before, of which no copy is left that opens, and tells how', async () => {
  const file = await opened();
  const before = value(await file.makeDeviceKey());
  const backup = await readFile(join(folder, 'keys.sealed'));
  const seed = new Uint8Array(32).fill(7);
  expect(await file.replaceDeviceKey(seed, 'a note')).toEqual({ ok: true, value: undefined });
  const again = await opened();
  expect(again.deviceKey()).toEqual(Buffer.from(seed));
  expect(again.deviceKey()).not.toEqual(before);
  expect(again.successions()).toEqual(['a note']);
  expect(openRingBox(backup, kept.get('key-file') ?? new Uint8Array(32))).toBeNull();
});
