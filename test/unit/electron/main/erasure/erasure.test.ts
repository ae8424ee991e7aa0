import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Withheld } from '../../../../../electron/main/audit/disclosure.js';
import { disk } from '../../../../../electron/main/audit/durable-file.js';
import type { StoredEntry } from '../../../../../electron/main/audit/entry.js';
import { unseal } from '../../../../../electron/main/audit/seal.js';
import { treeAt } from '../../../../../electron/main/audit/tree-at.js';
import { ok, type ErrorCode } from '../../../../../shared/result.js';
import { rootOf } from '../../../../../electron/evidence/merkle.js';
import { hits } from '../../../../support/canary-search.js';
import { requestPlace, type RequestPlace } from '../../../../support/requests.js';

const erased = 'canary.erased@acme.example';
const spared = 'canary.spared@acme.example';
let place: RequestPlace;
beforeEach(async () => void (place = await requestPlace()));
afterEach(() => place.end());

const journal = (): string => join(place.parent, 'tunniste', 'audit');
const refused = (code: ErrorCode) => ({ ok: false, error: { code } });
const lookUp = (id: string) =>
  place.audit.record({ type: 'lookup.answered', subject: new Withheld({ id }), sealed: { identifier: id } });
const stored = (): StoredEntry[] =>
  readdirSync(journal())
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(join(journal(), name), 'utf8').split('\n').slice(0, -1))
    .map((line) => JSON.parse(line) as StoredEntry);
const pseudonymOf = (id: string): string =>
  stored().find(
    ({ sealed }) => sealed && unseal(sealed, place.keys.subjectKeys().get(nameOf(id)) ?? new Uint8Array(32)),
  )?.subject ?? '';
const nameOf = (id: string): string => place.keys.subjectName(id) ?? '';

/** What stands in the folder for whoever has all the keys there are: each sealed part that opens, in clear. */
const decoded = async (): Promise<string> => {
  const keys = await place.copiedKeys();
  await keys.open();
  const month = await keys.monthKey(new Date().toISOString().slice(0, 7));
  const all = [...keys.subjectKeys().values(), ...(month.ok ? [month.value] : [])];
  return JSON.stringify(stored().flatMap(({ sealed }) => (sealed ? all.map((key) => unseal(sealed, key)) : [])));
};
const rootAt = async (size: number): Promise<string> => {
  const tree = await treeAt(disk, journal(), size);
  return tree ? rootOf(tree) : 'none';
};

/** A desk that has looked up two people, and knows the pseudonym of the one to be erased. */
const desk = async (relay: Parameters<RequestPlace['open']>[0]['relay'] = null) => {
  for (const id of [erased, spared, erased, spared]) await lookUp(id);
  const opened = place.open({ relay });
  return { ...opened, ...opened.erasure.handlers, subject: pseudonymOf(erased) };
};
const types = (): string[] => stored().map(({ type }) => type);

describe('erasing a person', () => {
  test('leaves nothing of them to be read, raw or decoded, and no line of the journal changed', async () => {
    const { eraseSubject, subject } = await desk();
    const [before, root] = [stored(), await rootAt(4)];
    expect(await decoded()).toContain(erased);
    expect(await eraseSubject({ subject, ground: 'not-needed' })).toEqual({ ok: true, value: { erased: true } });
    const left = await decoded();
    expect(left).not.toContain(erased);
    expect(left).toContain(spared);
    expect(hits(place.parent, [erased, spared])).toEqual([]);
    expect(stored().slice(0, 4)).toEqual(before);
    expect(await rootAt(4)).toBe(root);
  });

  test('is on record before and after, with its ground and the pseudonym', async () => {
    const { eraseSubject, subject } = await desk();
    await eraseSubject({ subject, ground: 'objection' });
    expect(stored().slice(4)).toMatchObject([
      { type: 'erasure.asked', subject, reason: 'objection' },
      { type: 'subject.erased', subject, reason: 'objection' },
    ]);
  });

  test('says so when nothing of them is sealed any more, or never was', async () => {
    const { eraseSubject, subject } = await desk();
    await eraseSubject({ subject, ground: 'law' });
    for (const each of [subject, 'A'.repeat(43), '","type":"x', ''])
      expect(await eraseSubject({ subject: each, ground: 'law' })).toEqual(refused('nothing-sealed'));
  });

  test('may be done again when they come back', async () => {
    const { eraseSubject, subject } = await desk();
    await eraseSubject({ subject, ground: 'law' });
    await lookUp(erased);
    expect(await decoded()).toContain(erased);
    expect(await eraseSubject({ subject, ground: 'law' })).toMatchObject({ ok: true });
    expect(await decoded()).not.toContain(erased);
  });

  test('waits for the end of a call, in which somebody is still in memory', async () => {
    const { eraseSubject, subject } = await desk();
    place.setCalling(true);
    expect(await eraseSubject({ subject, ground: 'law' })).toEqual(refused('call-open'));
    expect(types()).not.toContain('erasure.asked');
  });

  test('that the disk does not take leaves all as it was, and may be asked again', async () => {
    const { eraseSubject, subject } = await desk();
    place.setDisk('full');
    expect(await eraseSubject({ subject, ground: 'law' })).toEqual(refused('disk-low'));
    expect(types()).not.toContain('subject.erased');
    place.setDisk('well');
    expect(await decoded()).toContain(erased);
    expect(await eraseSubject({ subject, ground: 'law' })).toMatchObject({ ok: true });
  });

  test('does not happen unrecorded', async () => {
    const { eraseSubject, subject } = await desk();
    await place.audit.close();
    expect(await eraseSubject({ subject, ground: 'law' })).toEqual(refused('audit-not-open'));
    expect(place.keys.subjectKeys().has(nameOf(erased))).toBe(true);
  });
});

const removalOf = async ({ desk: { keep } }: Pick<ReturnType<RequestPlace['open']>, 'desk'>) =>
  keep({
    ...{ id: 'AAAA-0001', purpose: 'end-of-use', ticket: 'INC-1', pseudonym: 'p', registryId: erased },
    filing: { kind: 'end-of-use', matter: 'in-writing', words: '' },
    subject: { values: [['workEmail', erased]], restricted: false },
    created: new Date('2026-11-22T10:00:00.000Z'),
  });

describe('a request about a person who is to be erased', () => {
  test('is sent first', async () => {
    const opened = await desk();
    await removalOf(opened);
    expect(await opened.eraseSubject({ subject: opened.subject, ground: 'law' })).toEqual(refused('request-waiting'));
  });

  test('keeps nothing of them when it has gone, and can still be finished', async () => {
    const opened = await desk({ send: async () => ok(undefined) });
    await removalOf(opened);
    await expect.poll(() => opened.queue.unsent).toBe(0);
    expect(place.keys.requestKey('AAAA-0001')).not.toBeNull();
    expect(await opened.eraseSubject({ subject: opened.subject, ground: 'law' })).toMatchObject({ ok: true });
    expect(place.keys.requestKey('AAAA-0001')).toBeNull();
    expect(opened.queue.list()).toMatchObject([{ id: 'AAAA-0001', sealed: null }]);
    expect(await opened.queue.finish('AAAA-0001')).toEqual({ ok: true, value: undefined });
  });

  test('is not finished while the person is under hold', async () => {
    const opened = await desk({ send: async () => ok(undefined) });
    await removalOf(opened);
    await expect.poll(() => opened.queue.unsent).toBe(0);
    await opened.setHold({ over: { subject: opened.subject }, ground: 'court' });
    expect(await opened.queue.finish('AAAA-0001')).toEqual(refused('legal-hold'));
    expect(opened.queue.list()).toHaveLength(1);
    expect(await decoded()).toContain(erased);
  });
});

describe('a legal hold', () => {
  const today = new Date().toISOString().slice(0, 10);
  const overs = { person: (subject: string) => ({ subject }), time: () => ({ from: today, to: '9999-12-31' }) };

  for (const [what, over] of Object.entries(overs)) {
    test(`over a ${what} keeps from erasing until it is lifted, also after a restart, and all of it is on record`, async () => {
      const first = await desk();
      expect(await first.setHold({ over: over(first.subject), ground: 'authority' })).toMatchObject({ ok: true });
      const keys = place.openKeys();
      const { erasure } = place.open({ relay: null }, keys);
      const { eraseSubject, readHolds, liftHold } = erasure.handlers;
      expect(await eraseSubject({ subject: first.subject, ground: 'law' })).toEqual(refused('legal-hold'));
      expect(await decoded()).toContain(erased);
      const read = await readHolds();
      const [hold] = read.ok ? read.value.holds : [];
      expect(hold).toMatchObject({ over: over(first.subject), ground: 'authority' });
      expect(await liftHold({ id: hold?.id ?? '' })).toEqual({ ok: true, value: { holds: [] } });
      expect(await eraseSubject({ subject: first.subject, ground: 'law' })).toMatchObject({ ok: true });
      expect(types().slice(4)).toEqual([
        ...['hold.set', 'erasure.asked', 'erasure.refused', 'holds.read', 'hold.lifted'],
        ...['erasure.asked', 'subject.erased'],
      ]);
      expect(stored()[6]).toMatchObject({ subject: first.subject, outcome: 'held', reason: 'authority' });
    });
  }

  test('over a time in which nothing was recorded of somebody does not keep them', async () => {
    const { setHold, eraseSubject, subject } = await desk();
    await setHold({ over: { from: '2020-01-01', to: '2020-12-31' }, ground: 'court' });
    expect(await eraseSubject({ subject, ground: 'law' })).toMatchObject({ ok: true });
  });

  test('is refused over days that are no span, over nobody, and when it cannot be recorded', async () => {
    const { setHold, liftHold, subject } = await desk();
    const ground = 'court' as const;
    expect(await setHold({ over: { from: '2026-11-22', to: '2026-11-21' }, ground })).toEqual(refused('hold-invalid'));
    expect(await setHold({ over: { subject: 'nobody' }, ground })).toEqual(refused('nothing-sealed'));
    expect(await liftHold({ id: 'none' })).toEqual(refused('hold-unknown'));
    await place.audit.close();
    expect(await setHold({ over: { subject }, ground })).toEqual(refused('audit-not-open'));
    expect(place.keys.holds()).toEqual([]);
  });
});
