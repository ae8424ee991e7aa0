import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Withheld } from '../../../../../electron/main/audit/disclosure.js';
import type { AuditLog } from '../../../../../electron/main/audit/audit-log.js';
import { fail, ok } from '../../../../../shared/result.js';
import {
  byUserName,
  canary,
  canaryMarks,
  chosen,
  openCallDesk,
  reset,
  rightFacts,
  support,
  verified,
  wrongFacts,
  type CallDesk,
} from '../../../../support/call-desk.js';

let desk: CallDesk;
beforeEach(
  () =>
    void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: new Date('2026-11-22T10:00:00Z') }),
);
afterEach(async () => {
  vi.useRealTimers();
  await desk.end();
});

/** Stands before the journal from now on. */
const stepInto = (record: AuditLog['record']): void => void Object.assign(desk.audit, { record });

/** Locks the desk as it is done: shut first, put away after. */
const lock = async (): Promise<void> => {
  desk.lock();
  await desk.calls.putAway();
};

/** Locks the desk while the next entry is on its way to the disk. */
const lockWhileRecording = (): { readonly done: () => Promise<void> } => {
  const { record } = desk.audit;
  let away = Promise.resolve();
  stepInto((...steps) => {
    stepInto(record);
    desk.lock();
    away = desk.calls.putAway();
    return record(...steps);
  });
  return { done: () => away };
};

const isWithheld = (value: unknown, depth = 0): boolean =>
  value instanceof Withheld ||
  (typeof value === 'object' &&
    value !== null &&
    depth < 6 &&
    Object.values(value).some((inner) => isWithheld(inner, depth + 1)));

describe('behind the lock', () => {
  it('main holds nothing of the subject; purpose, ticket, reference and counts stay', async () => {
    desk = await openCallDesk();
    await chosen(desk, reset);
    await desk.compareClaims(wrongFacts);
    await desk.compareClaims(rightFacts);
    await desk.startCallBack();
    await desk.finishCallBack({ result: 'reached' });
    await desk.revealField({ field: 'userName' });
    await desk.copyField({ field: 'userName' });
    expect(isWithheld(desk.room.call)).toBe(true);
    expect(desk.clipboard.read()).toBe(canary.userName);
    const { reference } = desk.room.call ?? {};
    await lock();
    expect(isWithheld(desk.room.call)).toBe(false);
    expect(canaryMarks.filter((mark) => JSON.stringify(desk.room.call).includes(mark))).toEqual([]);
    expect(desk.clipboard.read()).toBe('');
    expect(desk.calls.view()).toMatchObject({
      ...{ reference, purpose: 'access-reset', ticket: 'INC-20418', step: 'finding', wrongAnswersLeft: 2 },
      ...{ candidates: [], subject: null, compared: null, verifiedUntil: null },
    });
    expect((await desk.entries()).at(-1)).toMatchObject({ type: 'verification.expired', reason: 'locked' });
  });

  it('the call remembers that something was put away, until somebody is looked for again', async () => {
    desk = await openCallDesk();
    await desk.startCall(support);
    expect(desk.calls.view()).toMatchObject({ putAway: false });
    await lock();
    // There was nothing to put away.
    expect(desk.calls.view()).toMatchObject({ putAway: false });
    desk.unlock();
    await desk.findSubject(byUserName);
    await lock();
    await lock();
    expect(desk.calls.view()).toMatchObject({ step: 'finding', putAway: true });
    desk.unlock();
    expect(await desk.findSubject(byUserName)).toMatchObject({ ok: true, value: { putAway: false } });
  });

  it('the verification ends also when that cannot be recorded', async () => {
    desk = await openCallDesk();
    await verified(desk);
    stepInto(() => Promise.resolve(fail('audit-unavailable')));
    await lock();
    expect(desk.calls.view()).toMatchObject({ step: 'finding', verifiedUntil: null });
  });

  it('nothing that an agent does is done', async () => {
    desk = await openCallDesk();
    await verified(desk);
    await lock();
    for (const answer of [
      await desk.findSubject(byUserName),
      await desk.chooseCandidate({ number: 1 }),
      await desk.compareClaims(rightFacts),
      await desk.revealField({ field: 'name' }),
      await desk.copyField({ field: 'name' }),
      await desk.closeCall({ outcome: 'resolved' }),
    ])
      expect(answer).toEqual(fail('desk-locked'));
  });

  it('a caller who ran out of answers stays out', async () => {
    desk = await openCallDesk();
    await chosen(desk);
    for (let wrong = 0; wrong < 3; wrong++) await desk.compareClaims(wrongFacts);
    await lock();
    desk.unlock();
    expect(desk.calls.view()).toMatchObject({ step: 'locked', wrongAnswersLeft: 0 });
    expect(await desk.findSubject(byUserName)).toEqual(fail('call-locked'));
  });

  it('the call can be gone on with after unlocking, by finding the caller anew', async () => {
    desk = await openCallDesk();
    await verified(desk);
    await lock();
    desk.unlock();
    expect(await desk.revealField({ field: 'name' })).toEqual(fail('not-verified'));
    await desk.findSubject(byUserName);
    await desk.chooseCandidate({ number: 1 });
    expect(await desk.compareClaims(rightFacts)).toMatchObject({ ok: true, value: { step: 'verified' } });
  });
});

describe('a lock that comes in the middle', () => {
  it('of a search ends it, and brings nothing', async () => {
    desk = await openCallDesk({
      search: (_query, signal) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => resolve(fail('search-cancelled')));
          desk.lock();
          void desk.calls.putAway();
        }),
    });
    await desk.startCall(support);
    expect(await desk.findSubject(byUserName)).toMatchObject({ ok: false });
    expect(desk.calls.view()).toMatchObject({ step: 'finding', find: null });
  });

  it('of another search puts away whom the one before found, and the call remembers it', async () => {
    let searches = 0;
    let away = Promise.resolve();
    desk = await openCallDesk({
      search: () => {
        searches += 1;
        if (searches === 1) return Promise.resolve(ok([new Withheld(canary)]));
        desk.lock();
        away = desk.calls.putAway();
        return Promise.resolve(fail('search-cancelled'));
      },
    });
    await desk.startCall(support);
    await desk.findSubject(byUserName);
    expect(await desk.findSubject(byUserName)).toMatchObject({ ok: false });
    await away;
    expect(desk.calls.view()).toMatchObject({ step: 'finding', find: null, candidates: [], putAway: true });
  });

  it('of a search that has answered by then shows nobody, and who was found is on record', async () => {
    desk = await openCallDesk({
      search: () => {
        desk.lock();
        return Promise.resolve(ok([new Withheld(canary)]));
      },
    });
    await desk.startCall(support);
    expect(await desk.findSubject(byUserName)).toEqual(fail('desk-locked'));
    expect(desk.calls.view()).toMatchObject({ candidates: [] });
    expect((await desk.entries()).at(-1)).toMatchObject({ type: 'lookup.answered', outcome: 'found' });
  });

  it('of a comparison answers nothing and still counts a wrong answer', async () => {
    desk = await openCallDesk();
    await chosen(desk);
    const { done } = lockWhileRecording();
    await desk.compareClaims(wrongFacts);
    await done();
    desk.unlock();
    expect(desk.calls.view()).toMatchObject({ step: 'finding', wrongAnswersLeft: 2 });
  });

  it('of a reveal shows nothing, and of a copy copies nothing', async () => {
    desk = await openCallDesk();
    await verified(desk);
    await desk.revealField({ field: 'name' });
    const { done } = lockWhileRecording();
    expect(await desk.copyField({ field: 'name' })).toEqual(fail('desk-locked'));
    await done();
    expect(desk.clipboard.read()).toBe('');
    desk.unlock();
    await desk.findSubject(byUserName);
    await desk.chooseCandidate({ number: 1 });
    await desk.compareClaims(rightFacts);
    const again = lockWhileRecording();
    expect(await desk.revealField({ field: 'name' })).toEqual(fail('desk-locked'));
    await again.done();
  });

  it('of a call-back dials nobody', async () => {
    desk = await openCallDesk({ policy: (text) => text.replace('"dial": "show"', '"dial": "softphone"') });
    await chosen(desk, reset);
    await desk.compareClaims(rightFacts);
    const { done } = lockWhileRecording();
    expect(await desk.startCallBack()).toEqual(fail('desk-locked'));
    await done();
    expect(desk.dialled).toEqual([]);
  });

  it('of starting or closing a call leaves exactly one start and one end on record', async () => {
    desk = await openCallDesk();
    const starting = lockWhileRecording();
    await desk.startCall(support);
    await starting.done();
    desk.unlock();
    expect(desk.calls.view()).toMatchObject({ step: 'finding' });
    const closing = lockWhileRecording();
    await desk.closeCall({ outcome: 'resolved' });
    await closing.done();
    await desk.calls.abandon('locked');
    expect((await desk.entries()).map(({ type }) => type)).toEqual(['call.started', 'call.closed']);
  });
});

it('an end that waits for the disk keeps nothing of the subject', async () => {
  desk = await openCallDesk();
  await verified(desk);
  const { record } = desk.audit;
  const seen: unknown[] = [];
  stepInto(() => Promise.resolve(fail('audit-unavailable')));
  await desk.calls.abandon('signed-out');
  stepInto((...steps) => {
    seen.push(...steps);
    return record(...steps);
  });
  await desk.startCall(support);
  expect(seen).toMatchObject([{ type: 'call.closed', outcome: 'abandoned' }, { type: 'call.started' }]);
  expect(isWithheld(seen)).toBe(false);
});
