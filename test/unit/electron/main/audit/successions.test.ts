import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cosigned } from '../../../../../electron/evidence/note.js';
import { openSuccession, successionName, successionText } from '../../../../../electron/evidence/succession.js';
import { noteName, treeName } from '../../../../../electron/evidence/segment.js';
import { parseTree, treeBytes } from '../../../../../electron/evidence/tree-file.js';
import type { DeviceKey } from '../../../../../electron/main/credentials/device-key.js';
import { fail, ok } from '../../../../../shared/result.js';
import { keyOf } from '../../../../support/made-journal.js';
import { createFakeDisk } from './fake-disk.js';
import { folder } from './journal-of.js';
import { deskOn, verdictOn, type Kept } from './retention/expiring-desk.js';

const [first, thief] = [keyOf('desk'), keyOf('thief')];
let keychain: Kept;
beforeEach(() => {
  keychain = new Map();
  vi.useFakeTimers({ toFake: ['setTimeout'] });
});
afterEach(() => void vi.useRealTimers());

type Files = Map<string, Buffer>;

/** A desk with that key does some work and, if told so, leaves the journal to the next key. */
const worked = async (files: Files, own: DeviceKey, next: DeviceKey | null) => {
  const disk = createFakeDisk(files);
  const desk = deskOn(disk, keychain, {}, own);
  const ready = await desk.opened();
  await desk.works(5);
  const note = next && (await desk.evidence.handOver(next));
  await desk.journal.close();
  return { ready, files: disk.afterKill(), note: note?.ok ? note.value : '' };
};

/** Three keys, one after the other. */
const handedOver = async () => {
  const one = await worked(new Map(), first, keyOf('second'));
  const second = keyOf('second', [one.note]);
  const two = await worked(one.files, second, keyOf('third'));
  const third = keyOf('third', [one.note, two.note]);
  const three = await worked(two.files, third, null);
  return { keys: [first, second, third], ready: [two.ready, three.ready], files: three.files, before: one.files };
};
const pathOf = (nth: number): string => `${folder}/${successionName(nth)}`;

describe('a desk that signs with another key', () => {
  test('goes on with its journal, and puts beside it how it came to that', async () => {
    const { ready, files } = await handedOver();
    expect(ready).toEqual([ok(undefined), ok(undefined)]);
    expect([1, 2].map((nth) => openSuccession(files.get(pathOf(nth))?.toString() ?? '')?.size)).toEqual([5, 10]);
  });

  test('has a journal that every one of its keys verifies alone, and no other', async () => {
    const { keys, files } = await handedOver();
    for (const { public: pinned } of keys)
      expect(await verdictOn(files, undefined, pinned)).toMatchObject({
        sound: true,
        successions: [
          { size: 5, problem: null },
          { size: 10, problem: null },
        ],
      });
    expect(await verdictOn(files, undefined, thief.public)).toMatchObject({ sound: false });
  });

  test('refuses a journal whose checkpoints are of a key that did not leave it to this one', async () => {
    const one = await worked(new Map(), first, null);
    expect((await worked(one.files, keyOf('second'), null)).ready).toEqual(fail('audit-damaged'));
  });

  test('still begins, once the old key’s part has been removed, where the old key says', async () => {
    const { files, keys } = await handedOver();
    const disk = createFakeDisk(files);
    const desk = deskOn(disk, keychain, {}, keys[2]);
    desk.on('2026-06-01');
    await desk.opened();
    await desk.works(1);
    expect(await desk.retain()).toEqual(ok(undefined));
    expect(desk.journal.first).toBe(16);
    await desk.journal.close();
    for (const key of keys)
      expect(await verdictOn(disk.afterKill(), undefined, key.public)).toMatchObject({ sound: true, first: 16 });
  });
});

describe('a change of keys', () => {
  const tampered = async (change: (files: Files) => void) => {
    const { files } = await handedOver();
    change(files);
    return verdictOn(files);
  };
  const noteOf = (before: DeviceKey, after: DeviceKey, signers: readonly DeviceKey[], size = 5) => {
    const text = successionText({
      ...{ origin: before.public.name, size, root: 'a'.repeat(64) },
      ...{ before: before.public, after: after.public },
    });
    const [one = '', other = ''] = signers.map((signer) => signer.sign(text));
    return Buffer.from(other === '' ? one : cosigned(one, other));
  };

  test.each([
    ['the old key did not sign', noteOf(first, thief, [thief])],
    ['the old key did not sign, but another one twice', noteOf(first, thief, [thief, thief])],
    ['the new key did not sign', noteOf(first, keyOf('second'), [first])],
    ['is between keys of nobody’s', noteOf(thief, keyOf('another thief'), [thief, keyOf('another thief')])],
    ['is no note', Buffer.from('nothing')],
  ])('that %s is found, and leads nowhere', async (_what, note) => {
    const report = await tampered((files) => files.set(pathOf(3), note));
    expect(report).toMatchObject({ sound: false, bad: null, successions: [{}, {}, { problem: 'foreign' }] });
  });

  test.each([
    ['one that was never made', 3, noteOf(thief, keyOf('another thief'), [thief, keyOf('another thief')])],
    [
      'one that two of its keys signed for another journal',
      1,
      noteOf(first, keyOf('second'), [first, keyOf('second')]),
    ],
    ['one of its own that was emptied', 2, Buffer.alloc(0)],
    ['an empty one', 3, Buffer.alloc(0)],
  ])('is looked at by the desk at every start: it relies on nothing beside %s', async (_what, nth, note) => {
    const { files, keys } = await handedOver();
    files.set(pathOf(nth), note);
    const { ready, files: after } = await worked(files, keys[2] ?? first, null);
    expect(ready).toEqual(fail('audit-damaged'));
    expect(Buffer.concat([...after.values()]).toString()).toContain(`succession:${successionName(nth)}`);
    expect((await worked(after, keys[2] ?? first, null)).ready).toEqual(fail('audit-damaged'));
  });

  test('that cannot be read for a moment says nothing against the journal: it is looked at when the desk is asked again', async () => {
    const { files, keys } = await handedOver();
    const disk = createFakeDisk(files);
    let isHeld = true;
    disk.failing((operation, path) => (isHeld && operation === 'open' && path === pathOf(2) ? 'EMFILE' : undefined));
    const desk = deskOn(disk, keychain, {}, keys[2]);
    expect((await desk.opened()).ok).toBe(false);
    isHeld = false;
    expect(await desk.evidence.ready()).toEqual(ok(undefined));
    await desk.journal.close();
  });

  test('that is taken away is put back by the desk', async () => {
    const { files, keys } = await handedOver();
    const note = files.get(pathOf(1));
    files.delete(pathOf(1));
    const { ready, files: after } = await worked(files, keys[2] ?? first, null);
    expect(ready).toEqual(ok(undefined));
    expect(after.get(pathOf(1))).toEqual(note);
  });

  test('that is of another journal is found', async () => {
    const report = await tampered((files) =>
      files.set(pathOf(1), noteOf(first, keyOf('second'), [first, keyOf('second')])),
    );
    expect(report).toMatchObject({ sound: false, successions: [{ problem: 'differs' }, { problem: null }] });
  });

  test('that is taken away leaves checkpoints of a key that nobody knows', async () => {
    const report = await tampered((files) => files.delete(pathOf(1)));
    expect(report.sound).toBe(false);
    expect(report.checkpoints.some(({ problem }) => problem === 'foreign')).toBe(true);
  });

  test('that stands for more than there is shows what is missing', async () => {
    const { files, before } = await handedOver();
    for (const nth of [1, 2]) before.set(pathOf(nth), files.get(pathOf(nth)) ?? Buffer.alloc(0));
    expect(await verdictOn(before)).toMatchObject({ sound: false, bad: { seq: 6, to: 10, kind: 'missing' } });
  });

  test('leaves a key that was stolen nothing to sign for', async () => {
    const { files, keys } = await handedOver();
    const last = Math.max(...[...files.keys()].map((path) => Number(/(\d{6})\.note$/.exec(path)?.[1] ?? 0)));
    const text =
      files
        .get(`${folder}/${noteName(last)}`)
        ?.toString()
        .split('\n\n')[0] ?? '';
    files.set(`${folder}/${noteName(last)}`, Buffer.from(first.sign(`${text}\n`)));
    const tree = `${folder}/${treeName(last)}`;
    const standing = parseTree(files.get(tree) ?? Buffer.alloc(0));
    // Without the hash of the note that stood there, which nobody signs either.
    if (standing) files.set(tree, treeBytes({ hash: standing.hash, tree: standing.tree }));
    const report = await verdictOn(files);
    expect(report).toMatchObject({ sound: false });
    expect(report.checkpoints.at(-1)).toMatchObject({ problem: 'foreign' });
    expect((await worked(files, keys[2] ?? first, null)).ready).toEqual(fail('audit-damaged'));
  });
});
