import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { Withheld } from '../../../electron/main/audit/disclosure.js';
import { disk } from '../../../electron/main/audit/durable-file.js';
import { unseal } from '../../../electron/main/audit/seal.js';
import type { Keychain } from '../../../electron/main/credentials/keychain.js';
import { fail, ok } from '../../../shared/result.js';
import { openFaultDesk, type FaultDesk } from '../../faults/fault-desk.js';

const person = 'aino';

let parent: string;
beforeEach(async () => void (parent = await mkdtemp(join(tmpdir(), 'tunniste-moved-'))));
afterEach(() => rm(parent, { recursive: true }));

/** A machine: a home, and a keychain that no copy of the home brings along. */
const machine = (name: string) => {
  const kept = new Map<string, Uint8Array>();
  const keychain: Keychain = {
    get: async (account) => ok(kept.get(account) ?? null),
    set: async (account, key) => ok(void kept.set(account, key)),
    delete: async (account) => ok(kept.delete(account)),
  };
  const home = join(parent, name, 'tunniste');
  const [folder, keyFolder] = [join(home, 'audit'), join(home, 'keys')];
  return {
    kept,
    home,
    folder,
    keyFolder,
    open: () => {
      const desk = openFaultDesk({ files: disk, folder, keyFolder, keychain, now: () => new Date() });
      onTestFinished(() => desk.audit.close());
      return desk;
    },
  };
};
type Machine = ReturnType<typeof machine>;

/** Whether a lookup could be recorded, as a desk asks when it starts and before each. */
const ready = async (desk: FaultDesk) => {
  const keys = await desk.keys.open();
  return keys.ok ? desk.audit.mayDisclose() : keys;
};
const lookUp = (desk: FaultDesk) =>
  desk.audit.record({ type: 'lookup.answered', subject: new Withheld({ id: person }), sealed: { identifier: person } });

/** A day at the desk, with so many lookups. */
const work = async (at: Machine, lookups: number): Promise<void> => {
  const desk = at.open();
  expect(await ready(desk)).toEqual(ok(undefined));
  for (let nth = 0; nth < lookups; nth += 1) expect(await lookUp(desk)).toMatchObject({ ok: true });
  await desk.audit.close();
};
const copy = (from: Machine, to: Machine, what: 'audit' | 'keys' | '' = ''): void => {
  rmSync(join(to.home, what), { recursive: true, force: true });
  cpSync(join(from.home, what), join(to.home, what), { recursive: true });
};
const segmentsIn = ({ folder }: Machine): string =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('');

/** Everything that was looked up there, and that it opens. */
const openedAt = async (at: Machine): Promise<number> => {
  const desk = at.open();
  expect(await ready(desk)).toEqual(ok(undefined));
  const page = await desk.audit.stored(0, 1000);
  const key = desk.keys.subjectKeys().get(desk.keys.subjectName(person) ?? '') ?? new Uint8Array(32);
  await desk.audit.close();
  return (page.ok ? page.value : []).filter(({ sealed }) => unseal(sealed ?? '', key)?.['identifier'] === person)
    .length;
};
const typesAt = async (desk: FaultDesk) => {
  const page = await desk.audit.page(0, 1000);
  return (page.ok ? page.value : []).map(({ type }) => type);
};

describe('a profile that roamed to a machine without its keychain', () => {
  test('is refused as locked, gets no other key, and nothing is recorded of anybody there', async () => {
    const [home, elsewhere] = [machine('home'), machine('elsewhere')];
    await work(home, 5);
    copy(home, elsewhere);
    const desk = elsewhere.open();
    expect(await ready(desk)).toEqual(fail('keychain-locked'));
    expect(await lookUp(desk)).toEqual(fail('keychain-locked'));
    await desk.audit.close();
    expect(elsewhere.kept.size).toBe(0);
    expect(segmentsIn(elsewhere)).toBe(segmentsIn(home));
  });

  test('comes back with what the desk recorded of itself there, all of it, and that is on record', async () => {
    const [home, elsewhere] = [machine('home'), machine('elsewhere')];
    await work(home, 5);
    copy(home, elsewhere);
    const desk = elsewhere.open();
    expect(await desk.audit.record({ type: 'desk.started' })).toMatchObject({ ok: true });
    await desk.audit.close();
    copy(elsewhere, home);
    expect(await openedAt(home)).toBe(5);
    const back = home.open();
    expect(await ready(back)).toEqual(ok(undefined));
    expect(await typesAt(back)).toContain('journal.ahead');
  });
});

describe('on a machine with a desk of its own', () => {
  test.each([
    ['longer', 9],
    ['shorter', 2],
  ])('another’s journal in place of a %s one is refused, and its own is whole again', async (_what, own) => {
    const [home, elsewhere, kept] = [machine('home'), machine('elsewhere'), machine('kept')];
    await work(home, 5);
    await work(elsewhere, own);
    copy(elsewhere, kept);
    copy(home, elsewhere, 'audit');
    const desk = elsewhere.open();
    expect(await ready(desk)).toEqual(fail('audit-damaged'));
    await expect.poll(() => typesAt(desk)).toContain('journal.refused');
    await desk.audit.close();
    copy(kept, elsewhere);
    expect(await openedAt(elsewhere)).toBe(own);
  });

  test('another’s key file is refused and left as it is, no key takes its place, and its own opens again', async () => {
    const [home, elsewhere, kept] = [machine('home'), machine('elsewhere'), machine('kept')];
    await work(home, 5);
    await work(elsewhere, 3);
    copy(elsewhere, kept);
    copy(home, elsewhere, 'keys');
    const before = new Map(elsewhere.kept);
    const desk = elsewhere.open();
    expect(await ready(desk)).toEqual(fail('key-file-unreadable'));
    expect(await lookUp(desk)).toEqual(fail('key-file-unreadable'));
    await desk.audit.close();
    expect(elsewhere.kept).toEqual(before);
    expect(readFileSync(join(elsewhere.keyFolder, 'keys.sealed'))).toEqual(
      readFileSync(join(home.keyFolder, 'keys.sealed')),
    );
    copy(kept, elsewhere, 'keys');
    expect(await openedAt(elsewhere)).toBe(3);
  });
});

describe('a keychain that was emptied', () => {
  test('is told as locked or lost, gets no other key, and what was sealed opens once it is back', async () => {
    const home = machine('home');
    await work(home, 5);
    const before = new Map(home.kept);
    home.kept.clear();
    expect(await ready(home.open())).toEqual(fail('keychain-locked'));
    expect(home.kept.size).toBe(0);
    for (const [account, key] of before) home.kept.set(account, key);
    expect(await openedAt(home)).toBe(5);
  });

  test('with the key file gone too, leaves a journal that nobody vouches for: refused, on record', async () => {
    const home = machine('home');
    await work(home, 5);
    home.kept.clear();
    rmSync(home.keyFolder, { recursive: true });
    const desk = home.open();
    expect(await ready(desk)).toMatchObject({ ok: false });
    expect(await ready(desk)).toMatchObject(fail('audit-damaged'));
    await expect.poll(() => typesAt(desk)).toContain('journal.refused');
    expect(home.kept.has('anchor')).toBe(false);
  });
});

describe('a journal that was copied back from an old backup', () => {
  test.each(['', 'audit'] as const)(
    '(%j of the home) is refused, on record, until the newer one is back',
    async (what) => {
      const [home, backup, newest] = [machine('home'), machine('backup'), machine('newest')];
      await work(home, 4);
      copy(home, backup);
      await work(home, 4);
      copy(home, newest);
      copy(backup, home, what);
      const desk = home.open();
      expect(await ready(desk)).toEqual(fail('audit-truncated'));
      await expect.poll(() => typesAt(desk)).toContain('journal.refused');
      await desk.audit.close();
      expect(existsSync(home.folder)).toBe(true);
      copy(newest, home);
      expect(await openedAt(home)).toBe(8);
    },
  );
});
