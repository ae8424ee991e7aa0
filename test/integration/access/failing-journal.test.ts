import { cp, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { anchorAccount } from '../../../electron/main/audit/anchor.js';
import { disk, type FileLayer } from '../../../electron/main/audit/durable-file.js';
import { lockJournal } from '../../../electron/main/audit/journal-lock.js';
import type { ErrorCode } from '../../../shared/result.js';
import { createAccessPlace, rightToken, startAccessDesk, type AccessPlace } from '../../support/access-desk.js';
import { flip } from '../../support/flip.js';

let undo: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const step of undo.reverse()) await step();
  undo = [];
});

const start = (place: AccessPlace, files?: FileLayer) => {
  const desk = startAccessDesk(place, files);
  undo.push(desk.stop);
  return desk;
};

/** A desk that worked for a while and ended in order, with its token kept or not, locked or not. */
const leave = async (isKept: boolean, isLocked: boolean): Promise<AccessPlace> => {
  const place = await createAccessPlace();
  undo.push(place.remove);
  const desk = start(place);
  expect(await desk.signIn({ token: rightToken })).toMatchObject({ ok: true, value: { session: { agent: 'agent' } } });
  if (isLocked) await desk.lockDesk();
  if (!isKept) await desk.signOut();
  await desk.stop();
  return place;
};

const segment = ({ journalFolder }: AccessPlace): string => join(journalFolder, '000001.jsonl');
const away = ({ root }: AccessPlace): string => join(root, 'away');
const breakMiddle = async (place: AccessPlace): Promise<void> => {
  const path = segment(place);
  await flip(path, Math.floor((await stat(path)).size / 2));
};
const holdLock = async ({ journalFolder }: AccessPlace) => {
  const held = await lockJournal(journalFolder);
  if (!held.ok) throw new Error(held.error.code);
  undo.push(held.value.release);
  return held.value;
};
const failing = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));
/** A disk that lets its files be read. */
const readOnly = (code: string): FileLayer => ({
  ...disk,
  open: (path, flags, mode) => (flags === 'r' ? disk.open(path, flags, mode) : failing(code)()),
});

type Fault = readonly [string, ErrorCode, (place: AccessPlace) => Promise<FileLayer | void>];

/** Nothing can be put on record. */
const unwritable: readonly Fault[] = [
  ['a byte of it was changed', 'audit-damaged', breakMiddle],
  [
    'a part of it is missing',
    'audit-damaged',
    (place) => rename(segment(place), join(place.journalFolder, '000003.jsonl')),
  ],
  [
    'its folder cannot be made',
    'audit-unavailable',
    async ({ journalFolder }) => {
      await rm(journalFolder, { recursive: true });
      await writeFile(journalFolder, '');
    },
  ],
  ['its disk can only be read', 'audit-unavailable', async () => readOnly('EROFS')],
  ['its disk cannot be read', 'audit-unavailable', async () => ({ ...disk, open: failing('EIO') })],
  ['there is not one byte left', 'disk-low', async () => readOnly('ENOSPC')],
  ['another desk holds it', 'audit-in-use', async (place) => void (await holdLock(place))],
  [
    'its folder leads elsewhere',
    'audit-folder-unsafe',
    async (place) => {
      await rename(place.journalFolder, away(place));
      await symlink(away(place), place.journalFolder);
    },
  ],
];

/** Entries can be made, and nobody can be looked up. */
const unreliable: readonly Fault[] = [
  [
    'an older copy was put in its place',
    'audit-truncated',
    async (place) => {
      await cp(place.journalFolder, away(place), { recursive: true });
      await start(place).stop();
      await rm(place.journalFolder, { recursive: true });
      await rename(away(place), place.journalFolder);
    },
  ],
  [
    'the keychain knows of none',
    'audit-anchor-missing',
    async ({ inKeychain }) => void inKeychain.delete(anchorAccount),
  ],
  [
    'the keychain knows of another',
    'audit-damaged',
    async ({ inKeychain }) => void inKeychain.get(anchorAccount)?.fill(7, 20),
  ],
  [
    'the disk is almost full',
    'disk-low',
    async () => ({ ...disk, statfs: async (path) => ({ ...(await disk.statfs(path)), bavail: 1 }) }),
  ],
];

interface Left {
  readonly isKept: boolean;
  readonly isLocked: boolean;
}
const ways: readonly Left[] = [true, false].flatMap((isKept) =>
  [true, false].map((isLocked) => ({ isKept, isLocked })),
);

/** After the fault, with a token kept from last time and without, locked then and not. */
const everyWay = async (
  make: Fault[2],
  look: (desk: ReturnType<typeof startAccessDesk>, left: Left, told: string) => Promise<void>,
): Promise<void> => {
  const looking = ways.map(async (left) => {
    const place = await leave(left.isKept, left.isLocked);
    const files = (await make(place)) ?? disk;
    await look(start(place, files), left, JSON.stringify(left));
  });
  await Promise.all(looking);
};

describe('a journal that takes no entry', () => {
  it.each(unwritable)(
    'is told at once and whatever is tried, and nobody is signed in: %s',
    async (_what, code, make) => {
      await everyWay(make, async (desk, _left, told) => {
        const shown = { session: null, lock: null, call: null, audit: { failure: { code } } };
        expect(await desk.deskState(), told).toMatchObject({ ok: true, value: shown });
        expect(await desk.signIn({ token: rightToken }), told).toEqual({ ok: false, error: { code } });
        expect(await desk.unlock({ token: rightToken }), told).toEqual({ ok: false, error: { code: 'not-signed-in' } });
        expect(await desk.deskState(), told).toMatchObject({ ok: true, value: shown });
        expect(await desk.audit.mayDisclose(), told).toEqual({ ok: false, error: { code } });
      });
    },
  );

  it('is taken up again as soon as it takes entries, behind the lock, for nobody knows whether it had been locked', async () => {
    const place = await leave(true, false);
    const held = await holdLock(place);
    const desk = start(place);
    expect(await desk.deskState()).toMatchObject({ ok: true, value: { session: null, lock: null } });
    await held.release();
    expect(await desk.signIn({ token: rightToken })).toEqual({ ok: false, error: { code: 'desk-locked' } });
    // The window shows somewhere to sign in, and has to show the lock.
    expect(desk.events).toContain('state');
    expect(await desk.deskState()).toMatchObject({
      ok: true,
      value: { session: { agent: 'agent' }, lock: { reason: 'unknown' }, audit: { failure: null } },
    });
    expect(await desk.unlock({ token: rightToken })).toMatchObject({ ok: true, value: { lock: null } });
  });

  it('is left as it was found, and the registry is not shown the key', async () => {
    const place = await leave(true, false);
    await breakMiddle(place);
    const before = await readFile(segment(place));
    const desk = start(place);
    await desk.signIn({ token: rightToken });
    await desk.stop();
    expect(await readFile(segment(place))).toEqual(before);
    expect(desk.asked).toEqual([]);
  });
});

describe('a journal that cannot be relied on', () => {
  it.each(unreliable)(
    'is told to whoever signs in or unlocks, and nobody is looked up: %s',
    async (_what, code, make) => {
      await everyWay(make, async (desk, { isKept, isLocked }, told) => {
        const audit = { failure: { code } };
        const session = isKept ? { agent: 'agent' } : null;
        const lock = isKept && isLocked ? { reason: 'agent' } : null;
        expect(await desk.deskState(), told).toMatchObject({ ok: true, value: { audit, session, lock } });
        const enter = lock ? desk.unlock : desk.signIn;
        expect(await enter({ token: rightToken }), told).toMatchObject({
          ok: true,
          value: { audit, session: { agent: 'agent' }, lock: null },
        });
        expect(await desk.audit.mayDisclose(), told).toEqual({ ok: false, error: { code } });
      });
    },
  );
});
