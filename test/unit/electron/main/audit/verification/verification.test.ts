import { readdirSync, readFileSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { noteName } from '../../../../../../electron/evidence/segment.js';
import type { Check } from '../../../../../../electron/main/audit/verification/beside.js';
import { fail, ok } from '../../../../../../shared/result.js';
import { checkHere, gate, verifyingPlace } from './verifying-desk.js';

let place: Awaited<ReturnType<typeof verifyingPlace>>;
beforeEach(async () => void (place = await verifyingPlace()));
afterEach(() => place.end());

const at = '2026-01-10T10:00:00.000Z';

const subjectIn = async ({ all }: Awaited<ReturnType<typeof place.openDesk>>): Promise<string> =>
  (await all()).find(({ subject }) => subject)?.subject ?? '';

/** Waits where a thread of its own would be at work. */
const checkBehind = (begun: () => void, opened: Promise<void>): Check => {
  return async (asked, onProgress, signal) => {
    begun();
    await opened;
    return checkHere(asked, onProgress, signal);
  };
};

describe('a verification that somebody asks for', () => {
  test('verifies every entry there is, tells how far it is, and is on record under who asked before it is shown', async () => {
    const desk = await place.openDesk();
    await desk.works(20);
    expect(await desk.verified()).toEqual({ state: 'ended', at, first: 1, to: 20, sealed: 20, problem: null });
    const onTheWay = desk.views.flatMap((view) => (view.state === 'running' ? [view] : []));
    expect(onTheWay.some(({ done, of }) => done > 0 && done < of && of === 20)).toBe(true);
    const [last] = (await desk.all()).slice(-1);
    expect(last).toMatchObject({
      ...{ seq: 21, type: 'audit.verified', outcome: 'sound', reason: '1:20' },
      ...{ agent: 'auditor-1', role: 'auditor' },
    });
    await desk.audit.close();
  });

  test('is one at a time', async () => {
    const [begun, going] = [gate(), gate()];
    const desk = await place.openDesk({ check: checkBehind(begun.open, going.opened) });
    await desk.works(5);
    const { startVerification } = desk.verification.handlers;
    expect(await startVerification()).toEqual(ok({ started: true }));
    await begun.opened;
    expect(await startVerification()).toEqual(ok({ started: false }));
    const over = desk.over();
    going.open();
    await over;
    expect((await desk.all()).filter(({ type }) => type === 'audit.verified')).toHaveLength(1);
    expect(await desk.verified()).toMatchObject({ state: 'ended', to: 6, problem: null });
    await desk.audit.close();
  });

  test('cancelled on the way it says so, on record too, and takes nothing from what the desk verifies by itself', async () => {
    const [begun, going] = [gate(), gate()];
    const desk = await place.openDesk({ check: checkBehind(begun.open, going.opened) });
    await desk.works(20);
    const { startVerification, cancelVerification } = desk.verification.handlers;
    expect(await cancelVerification()).toEqual(ok({ cancelled: false }));
    await startVerification();
    await begun.opened;
    expect(await cancelVerification()).toEqual(ok({ cancelled: true }));
    const over = desk.over();
    going.open();
    expect(await over).toEqual({ state: 'cancelled', at });
    expect((await desk.all()).at(-1)).toMatchObject({ type: 'audit.verified', outcome: 'cancelled', reason: null });
    expect(await desk.evidence.vouch()).toEqual(ok(undefined));
    expect(await desk.journal.ready()).toEqual(ok(undefined));
    await desk.audit.close();
  });

  test('ends with the desk, which puts that on record', async () => {
    const [begun, going] = [gate(), gate()];
    const desk = await place.openDesk({ check: checkBehind(begun.open, going.opened) });
    await desk.works(3);
    await desk.verification.handlers.startVerification();
    await begun.opened;
    const stopped = desk.verification.stop();
    going.open();
    await stopped;
    await desk.audit.close();
    const again = await place.openDesk();
    expect((await again.all()).at(-1)).toMatchObject({ type: 'audit.verified', outcome: 'cancelled' });
    await again.audit.close();
  });

  test('that cannot be finished says so and proves nothing, and the desk goes on', async () => {
    const desk = await place.openDesk({ check: () => Promise.reject(new Error('out of memory')) });
    await desk.works(3);
    expect(await desk.verified()).toEqual({ state: 'failed', at, failure: { code: 'verification-failed' } });
    expect((await desk.all()).at(-1)).toMatchObject({ outcome: 'failed', reason: 'verification-failed' });
    expect(await desk.journal.ready()).toEqual(ok(undefined));
    await desk.audit.close();
  });

  test('knows the desk’s signature under the domain that the organisation had before', async () => {
    const before = await place.openDesk();
    await before.works(20);
    await before.audit.close();
    const desk = await place.openDesk({}, 'toinen.example');
    await desk.works(5);
    expect(await desk.verified()).toMatchObject({ state: 'ended', first: 1, problem: null });
    expect(await desk.journal.ready()).toEqual(ok(undefined));
    await desk.audit.close();
  });

  test('shows nothing that could not be put on record', async () => {
    const desk = await place.openDesk({ audit: { first: 1, record: async () => fail('disk-low') } });
    await desk.works(3);
    expect(await desk.verified()).toEqual({ state: 'failed', at, failure: { code: 'disk-low' } });
    await desk.audit.close();
  });
});

describe('a journal that is not as it was written', () => {
  test.each([
    [1, 0, 1],
    [2, 1, 7],
    [4, 2, 18],
  ])('segment %i, line %i: the first bad entry is named and nobody is looked up', async (number, nth, seq) => {
    const desk = await place.openDesk();
    await desk.works(20);
    place.change(number, nth);
    const problem = { kind: 'changed', seq, to: seq };
    expect(await desk.verified()).toMatchObject({ state: 'ended', problem });
    expect(await desk.journal.ready()).toEqual(fail('audit-damaged'));
    expect(desk.evidence.view().verified.to).toBeLessThan(seq);
    await desk.audit.close();
    const lines = readFileSync(place.pathOf(5), 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { type: 'audit.verified', outcome: 'not-sound', reason: `changed:${seq}` },
      { type: 'journal.refused', reason: `changed:${seq}` },
    ]);
  });

  test('nobody is looked up from the moment it is found, however slow the disk', async () => {
    const [begun, going] = [gate(), gate()];
    const record = async () => (begun.open(), await going.opened, fail('disk-low'));
    const desk = await place.openDesk({ audit: { first: 1, record } });
    await desk.works(20);
    place.change(2, 1);
    const over = desk.verified();
    await begun.opened;
    expect(desk.evidence.view().failure).toEqual({ code: 'audit-damaged' });
    going.open();
    await over;
    await desk.audit.close();
  });

  test('a segment that is gone is missed at its first entry', async () => {
    const desk = await place.openDesk();
    await desk.works(20);
    unlinkSync(place.pathOf(3));
    expect(await desk.verified()).toMatchObject({ problem: { kind: 'missing', seq: 11 } });
    await desk.audit.close();
  });

  test('a checkpoint that is gone is told, and says nothing against the entries', async () => {
    const desk = await place.openDesk();
    await desk.works(20);
    expect(await desk.evidence.vouch()).toEqual(ok(undefined));
    unlinkSync(join(place.folder, noteName(2)));
    expect(await desk.verified()).toMatchObject({ problem: { kind: 'checkpoint', file: '000002.jsonl' } });
    expect(await desk.journal.ready()).toEqual(ok(undefined));
    await desk.audit.close();
  });

  test('one that is refused already is never called sound, however well what is left holds together', async () => {
    const first = await place.openDesk();
    await first.works(20);
    await first.audit.close();
    for (const name of readdirSync(place.folder).filter((each) => /^00000[3-9]/.test(each)))
      unlinkSync(join(place.folder, name));
    const desk = await place.openDesk();
    await desk.audit.open();
    expect(await desk.journal.ready()).toEqual(fail('audit-truncated'));
    expect(await desk.verified()).toMatchObject({ problem: { kind: 'refused' } });
    await desk.audit.close();
  });
});

describe('while it goes on', () => {
  test('what is recorded is passed over, at whatever moment, and verified the next time', async () => {
    const [begun, going] = [gate(), gate()];
    const desk = await place.openDesk({ check: checkBehind(begun.open, going.opened) });
    await desk.works(20);
    await desk.verification.handlers.startVerification();
    await begun.opened;
    await desk.works(20);
    expect(await desk.evidence.vouch()).toEqual(ok(undefined));
    const over = desk.over();
    going.open();
    expect(await over).toMatchObject({ to: 20, sealed: 20, problem: null });
    expect(await desk.verified()).toMatchObject({ to: 41, sealed: 41, problem: null });
    await desk.audit.close();
  });

  test('every write of an entry or a checkpoint may come between any two of its reads', async () => {
    const desk = await place.openDesk();
    await desk.works(1);
    for (let entries = 1; entries < 20; entries += 1) {
      const verifying = desk.verified();
      await desk.works(entries % 5);
      expect(await verifying).toMatchObject({ state: 'ended', problem: null });
    }
    await desk.audit.close();
  });

  test('nothing is removed by age before it is done, and afterwards what is left is sound', async () => {
    const [begun, going] = [gate(), gate()];
    const desk = await place.openDesk({ check: checkBehind(begun.open, going.opened) });
    await desk.works(9);
    place.on('2026-06-10');
    await desk.works(3);
    await desk.verification.handlers.startVerification();
    await begun.opened;
    const retained = desk.retain();
    expect(desk.audit.first).toBe(1);
    going.open();
    expect(await retained).toEqual(ok(undefined));
    expect(desk.audit.first).toBe(10);
    expect(desk.verification.view()).toMatchObject({ first: 1, to: 12, problem: null });
    expect(await desk.verified()).toMatchObject({ first: 10, to: 14, problem: null });
    await desk.audit.close();
  });

  test('a person may be erased: no line changes', async () => {
    const [begun, going] = [gate(), gate()];
    const desk = await place.openDesk({ check: checkBehind(begun.open, going.opened) });
    await desk.works(9);
    await desk.verification.handlers.startVerification();
    await begun.opened;
    expect(
      await desk.erasure.handlers.eraseSubject({ subject: await subjectIn(desk), ground: 'objection' }),
    ).toMatchObject({ ok: true });
    const over = desk.over();
    going.open();
    expect(await over).toMatchObject({ to: 9, problem: null });
    expect(await desk.verified()).toMatchObject({ problem: null });
    await desk.audit.close();
  });
});
