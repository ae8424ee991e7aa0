import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OperationName } from '../../../../../shared/contract.js';
import { ok, type ErrorCode } from '../../../../../shared/result.js';
import { Withheld } from '../../../../../electron/main/audit/disclosure.js';
import { abandonUnfinished } from '../../../../../electron/main/call/close.js';
import type { Subject } from '../../../../../electron/main/registry/subject.js';
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
const open = async (options?: Parameters<typeof openCallDesk>[0]): Promise<CallDesk> =>
  (desk = await openCallDesk(options));

beforeEach(
  () =>
    void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: new Date('2026-11-22T10:00:00Z') }),
);
afterEach(async () => {
  vi.useRealTimers();
  await desk.end();
});

const types = async (): Promise<string[]> => (await desk.entries()).map(({ type }) => type);
const refusal = (code: ErrorCode) => ({ ok: false, error: { code } });
const leaks = (answer: unknown): string[] => canaryMarks.filter((mark) => JSON.stringify(answer).includes(mark));

describe('a call', () => {
  it('goes from purpose to receipt, and every step is on record in order', async () => {
    await open();
    await verified(desk, reset);
    const revealed = await desk.revealField({ field: 'userName' });
    expect(revealed).toMatchObject({
      ok: true,
      value: { field: 'userName', value: 'canary7f3a', hidesAt: '2026-11-22T10:01:00.000Z' },
    });
    const closed = await desk.closeCall({ outcome: 'resolved' });
    expect(closed).toMatchObject({
      ok: true,
      value: { verified: true, strongest: 'medium', methods: ['facts', 'call-back'], outcome: 'resolved' },
    });
    expect(await types()).toEqual([
      'call.started',
      'lookup.requested',
      'lookup.answered',
      'subject.chosen',
      'claims.compared',
      'factor.started',
      'factor.finished',
      'call.verified',
      'field.revealed',
      'call.closed',
    ]);
    const references = new Set((await desk.entries()).map(({ call }) => call));
    expect(references.size).toBe(1);
  });

  it('shows a candidate masked, and nothing else of the registry before the caller is verified', async () => {
    await open();
    await desk.startCall(support);
    const found = await desk.findSubject(byUserName);
    expect(found).toMatchObject({
      ok: true,
      value: { find: 'found', candidates: [{ number: 1, organisation: 'Ka••••••' }] },
    });
    const answers = [found, await desk.chooseCandidate({ number: 1 }), await desk.compareClaims(rightFacts)];
    expect(leaks(answers)).toEqual([]);
  });

  it('gives a receipt without personal data', async () => {
    await open();
    await verified(desk);
    expect(leaks(await desk.closeCall({ outcome: 'resolved' }))).toEqual([]);
  });

  it('needs a purpose of the policy and a ticket of its pattern', async () => {
    await open();
    expect(await desk.startCall({ ...support, purpose: 'curiosity' })).toEqual(refusal('purpose-unknown'));
    expect(await desk.startCall({ ...support, purpose: '__proto__' })).toEqual(refusal('purpose-unknown'));
    for (const ticket of ['please', '', 'INC-20418 Maija Virtanen', 'x INC-20418']) {
      expect(await desk.startCall({ ...support, ticket })).toEqual(refusal('ticket-invalid'));
    }
    await desk.startCall(support);
    expect(await desk.startCall(support)).toEqual(refusal('call-open'));
  });
});

const person = (change: Partial<Subject>): Subject => ({ ...canary, ...change });

describe('finding', () => {
  it.each<[string, Subject[], string]>([
    ['nobody', [], 'none'],
    ['more than five', Array.from({ length: 6 }, (_, index) => person({ id: String(index) })), 'too-many'],
    ['someone whose use has ended', [person({ active: false })], 'ended'],
    ['someone who has forbidden the use of their data', [person({ restricted: true })], 'restricted'],
    [
      'only ended and restricted people',
      [person({ active: false, id: '1' }), person({ restricted: true, id: '2' })],
      'restricted',
    ],
  ])('says so and shows nothing when there is %s', async (_who, subjects, outcome) => {
    await open({ subjects });
    await desk.startCall(support);
    const found = await desk.findSubject(byUserName);
    expect(found).toMatchObject({ ok: true, value: { find: outcome, candidates: [], step: 'finding' } });
    expect(await desk.chooseCandidate({ number: 1 })).toEqual(refusal('candidate-unknown'));
  });

  it('lists only those who may be helped, and records every subject of the answer', async () => {
    await open({
      subjects: [person({ active: false, id: '1' }), person({ id: '2' }), person({ restricted: true, id: '3' })],
    });
    await desk.startCall(support);
    expect(await desk.findSubject(byUserName)).toMatchObject({
      ok: true,
      value: { find: 'found', candidates: [{ number: 1 }] },
    });
    const answered = (await desk.entries()).filter(({ type }) => type === 'lookup.answered');
    expect(answered.map(({ fields }) => fields.length)).toEqual([0, 3, 0]);
    expect(new Set(answered.map(({ subject }) => subject)).size).toBe(3);
  });

  it('again in the same call drops what was proven about somebody else', async () => {
    await open();
    await chosen(desk, reset);
    await desk.compareClaims(rightFacts);
    expect(await desk.findSubject(byUserName)).toMatchObject({
      ok: true,
      value: { step: 'finding', compared: null, assurance: { points: 0 } },
    });
  });

  it.each([
    ['the registry fails', { ...byUserName, identifier: 'other7f3a' }, 'registry-unreachable'],
    ['nobody can be searched by that', { ...byUserName, identifier: 'other7f3a*' }, 'identifier-invalid'],
  ] as const)('takes away whom the search before it found when %s, and says so at once', async (_why, next, code) => {
    await open({
      search: (query) =>
        Promise.resolve(
          'value' in query && query.value === byUserName.identifier
            ? ok([new Withheld(canary)])
            : { ok: false, error: { code: 'registry-unreachable' } },
        ),
    });
    await chosen(desk, reset);
    await desk.compareClaims(rightFacts);
    expect(await desk.findSubject(next)).toEqual(refusal(code));
    const left = { step: 'finding', find: null, candidates: [], subject: null, compared: null };
    expect(desk.calls.view()).toMatchObject(left);
    expect(desk.events.at(-1)).toMatchObject({ kind: 'call', call: left });
    expect(await desk.chooseCandidate({ number: 1 })).toEqual(refusal('candidate-unknown'));
  });

  it('can be cancelled, and the call stays usable', async () => {
    await open({
      search: (_query, signal) =>
        new Promise((resolve) =>
          signal.addEventListener('abort', () => resolve({ ok: false, error: { code: 'search-cancelled' } })),
        ),
    });
    await desk.startCall(support);
    const searching = desk.findSubject(byUserName);
    await vi.waitFor(() => expect(desk.room.search).not.toBeNull());
    expect(await desk.cancelSearch()).toEqual({ ok: true, value: { cancelled: true } });
    expect(await searching).toEqual(refusal('search-cancelled'));
    expect(await desk.closeCall({ outcome: 'caller-hung-up' })).toMatchObject({ ok: true });
  });
});

describe('comparing', () => {
  it('answers once for the whole set, never which fact was wrong', async () => {
    await open();
    await chosen(desk);
    const oneWrong = await desk.compareClaims(wrongFacts);
    await desk.end();
    await open();
    await chosen(desk);
    const allWrong = await desk.compareClaims({ claims: { workEmail: 'x@y.example', organisation: 'Muu Oy' } });
    const strip = (answer: unknown): unknown =>
      JSON.parse(
        JSON.stringify(answer)
          .replace(/"reference":"[^"]*"/, '')
          .replace('{,', '{'),
      );
    expect(strip(oneWrong)).toEqual(strip(allWrong));
    expect(oneWrong).toMatchObject({ ok: true, value: { compared: 'no-match', wrongAnswersLeft: 2 } });
  });

  it('asks for every fact of the policy', async () => {
    await open();
    await chosen(desk);
    expect(await desk.compareClaims({ claims: { workEmail: canary.workEmail ?? '' } })).toEqual(
      refusal('claims-missing'),
    );
    expect(await desk.compareClaims({ claims: { workEmail: canary.workEmail ?? '', organisation: '  ' } })).toEqual(
      refusal('claims-missing'),
    );
  });

  it('counts wrong answers across searches and closes the call at the cap', async () => {
    await open();
    await chosen(desk);
    await desk.compareClaims(wrongFacts);
    await desk.findSubject(byUserName);
    await desk.chooseCandidate({ number: 1 });
    await desk.compareClaims(wrongFacts);
    const third = await desk.compareClaims(wrongFacts);
    expect(third).toMatchObject({
      ok: true,
      value: { step: 'locked', wrongAnswersLeft: 0, lockedUntil: '2026-11-22T10:30:00.000Z' },
    });
    expect(await desk.compareClaims(rightFacts)).toEqual(refusal('call-locked'));
    expect(await desk.findSubject(byUserName)).toEqual(refusal('call-locked'));
    expect(await types()).toContain('subject.locked');
    expect(await desk.closeCall({ outcome: 'suspected-fraud' })).toMatchObject({
      ok: true,
      value: { verified: false },
    });
  });

  it('keeps the subject locked in the next call, and opens again after the time of the policy', async () => {
    await open();
    await chosen(desk);
    for (let wrong = 0; wrong < 3; wrong++) await desk.compareClaims(wrongFacts);
    await desk.closeCall({ outcome: 'suspected-fraud' });
    await desk.startCall(support);
    await desk.findSubject(byUserName);
    expect(await desk.chooseCandidate({ number: 1 })).toMatchObject({ ok: true, value: { step: 'locked' } });
    await desk.closeCall({ outcome: 'not-verified' });
    vi.setSystemTime('2026-11-22T10:30:01Z');
    await chosen(desk);
    expect(await desk.compareClaims(rightFacts)).toMatchObject({ ok: true, value: { step: 'verified' } });
  });

  it('counts wrong answers about a subject across calls', async () => {
    await open();
    await chosen(desk);
    await desk.compareClaims(wrongFacts);
    await desk.compareClaims(wrongFacts);
    await desk.closeCall({ outcome: 'not-verified' });
    await chosen(desk);
    expect(desk.calls.view()).toMatchObject({ wrongAnswersLeft: 1 });
    expect(await desk.compareClaims(wrongFacts)).toMatchObject({ ok: true, value: { step: 'locked' } });
  });

  it('forgets them when as much time has passed as a lock lasts', async () => {
    await open();
    await chosen(desk);
    await desk.compareClaims(wrongFacts);
    await desk.compareClaims(wrongFacts);
    await desk.closeCall({ outcome: 'not-verified' });
    vi.setSystemTime('2026-11-22T10:30:01Z');
    await chosen(desk);
    expect(desk.calls.view()).toMatchObject({ wrongAnswersLeft: 3 });
  });

  it('cannot be raced past the count by a hostile window', async () => {
    await open();
    await chosen(desk);
    const answers = await Promise.all([
      ...Array.from({ length: 20 }, () => desk.compareClaims(wrongFacts)),
      desk.compareClaims(rightFacts),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(3);
    expect(answers.at(-1)).toEqual(refusal('call-locked'));
  });
});

describe('call-back', () => {
  it('dials the number on file and shows it only where the policy says so', async () => {
    await open({ policy: (text) => text.replace('"dial": "show"', '"dial": "softphone"') });
    await chosen(desk, reset);
    await desk.compareClaims(rightFacts);
    const started = await desk.startCallBack();
    expect(started).toMatchObject({ ok: true, value: { number: null } });
    expect(leaks(started)).toEqual([]);
    expect(desk.dialled).toEqual(['tel:+358470000199']);
  });

  it('puts on record that the number was shown', async () => {
    await open();
    await chosen(desk, reset);
    await desk.compareClaims(rightFacts);
    expect(await desk.startCallBack()).toMatchObject({
      ok: true,
      value: { number: { e164: '+358470000199', groups: ['+358', '47', '000', '0199'] } },
    });
    expect((await desk.entries()).at(-1)).toMatchObject({
      type: 'factor.started',
      fields: ['workPhone'],
      reason: 'show',
    });
  });

  it.each(['not-reached', 'refused'] as const)(
    'proves nothing when the result is %s, and may be tried again',
    async (result) => {
      await open();
      await chosen(desk, reset);
      await desk.compareClaims(rightFacts);
      await desk.startCallBack();
      expect(await desk.finishCallBack({ result })).toMatchObject({ ok: true, value: { step: 'proving' } });
      expect(await desk.revealField({ field: 'userName' })).toEqual(refusal('not-verified'));
      await desk.startCallBack();
      expect(await desk.finishCallBack({ result: 'reached' })).toMatchObject({ ok: true, value: { step: 'verified' } });
    },
  );

  it.each([
    ['there is no phone', { workPhone: null }, 'no-phone', null],
    ['the phone is not a number one can dial', { workPhone: 'ext. 12' }, 'phone-invalid', null],
    ['the phone changed three days ago', { phoneChangedAt: '2026-11-19T09:00:00Z' }, 'phone-changed', 3],
    ['nobody can tell when the phone changed', { phoneChangedAt: 'recently' }, 'phone-changed', 0],
    ['the phone changes tomorrow', { phoneChangedAt: '2026-11-23T09:00:00Z' }, 'phone-changed', 0],
  ])('is not offered when %s, and says why', async (_why, change, why, days) => {
    await open({ subjects: [person(change)] });
    await chosen(desk, reset);
    const compared = await desk.compareClaims(rightFacts);
    const callBack = compared.ok && compared.value.factors.find(({ id }) => id === 'call-back');
    expect(callBack).toMatchObject({ state: 'missing', why, days });
    expect(await desk.startCallBack()).toEqual(refusal('factor-unavailable'));
  });

  it('cannot be finished before it was started', async () => {
    await open();
    await chosen(desk, reset);
    await desk.compareClaims(rightFacts);
    expect(await desk.finishCallBack({ result: 'reached' })).toEqual(refusal('wrong-step'));
  });
});

describe('a softphone that fails', () => {
  const softphone = (text: string): string => text.replace('"dial": "show"', '"dial": "softphone"');

  it.each([
    ['refuses the number', () => Promise.reject(new Error('no handler'))],
    ['never answers', () => new Promise<void>(() => undefined)],
  ])('%s: the agent is told, and the call goes on', async (_how, dial) => {
    await open({ policy: softphone });
    await chosen(desk, reset);
    await desk.compareClaims(rightFacts);
    const working = desk.room.dial;
    Object.assign(desk.room, { dial });
    const started = desk.startCallBack();
    let answered = false;
    void started.finally(() => (answered = true));
    // The deadline starts when the entry is durable, which takes as long as the disk takes.
    await vi.waitUntil(async () => {
      await vi.advanceTimersByTimeAsync(1000);
      return answered;
    });
    expect(await started).toEqual(refusal('dial-failed'));
    Object.assign(desk.room, { dial: working });
    expect(await desk.startCallBack()).toMatchObject({ ok: true });
    expect(await desk.finishCallBack({ result: 'reached' })).toMatchObject({ ok: true, value: { step: 'verified' } });
  });
});

describe('after sign-out', () => {
  it('nothing runs that was let in before it', async () => {
    await open();
    await verified(desk);
    const waiting = [
      desk.calls.abandon('signed-out'),
      desk.startCall(support),
      desk.findSubject(byUserName),
      desk.revealField({ field: 'name' }),
    ];
    desk.signOut();
    const [, ...answers] = await Promise.all(waiting);
    expect(answers).toEqual([refusal('not-signed-in'), refusal('not-signed-in'), refusal('not-signed-in')]);
    expect(desk.calls.view()).toBeNull();
  });
});

describe('revealing', () => {
  it('shows only what the purpose allows, masked where it says so', async () => {
    await open();
    await verified(desk, reset);
    expect(await desk.revealField({ field: 'name' })).toEqual(refusal('field-not-allowed'));
    const phone = await desk.revealField({ field: 'workPhone' });
    expect(phone).toMatchObject({ ok: true, value: { field: 'workPhone' } });
    expect(leaks(phone)).toEqual([]);
  });

  it('hides itself after the seconds of the policy', async () => {
    await open();
    await verified(desk);
    await desk.revealField({ field: 'name' });
    vi.advanceTimersByTime(59_999);
    expect(desk.events).not.toContainEqual({ kind: 'hide', field: 'name' });
    vi.advanceTimersByTime(1);
    expect(desk.events).toContainEqual({ kind: 'hide', field: 'name' });
  });

  it('ends with the verification, even when the countdown has not fired', async () => {
    await open();
    await verified(desk);
    vi.setSystemTime('2026-11-22T10:15:00Z');
    expect(await desk.revealField({ field: 'name' })).toEqual(refusal('verification-expired'));
    expect(await types()).toContain('verification.expired');
    expect(desk.calls.view()).toMatchObject({ step: 'comparing', assurance: { points: 0 }, wrongAnswersLeft: 3 });
  });

  it('ends by itself when the countdown fires, and is told to the window', async () => {
    await open();
    await verified(desk);
    vi.advanceTimersByTime(15 * 60_000);
    await vi.waitFor(async () => expect(await types()).toContain('verification.expired'));
    expect(desk.events).toContainEqual(
      expect.objectContaining({ kind: 'call', call: expect.objectContaining({ step: 'comparing' }) as unknown }),
    );
  });

  it('ends when the countdown fired a moment early', async () => {
    await open();
    await verified(desk);
    vi.setSystemTime('2026-11-22T09:59:59Z');
    await vi.advanceTimersByTimeAsync(15 * 60_000);
    expect(desk.calls.view()?.step).toBe('verified');
    await vi.advanceTimersByTimeAsync(1000);
    await vi.waitFor(() => expect(desk.calls.view()?.step).toBe('comparing'));
  });

  it('says when the registry holds nothing there', async () => {
    await open({
      subjects: [person({ workPhone: null })],
      policy: (text) => text.replace('["name", "userName", "organisation"]', '["workPhone"], "sensitive": false'),
    });
    await verified(desk);
    expect(await desk.revealField({ field: 'workPhone' })).toEqual(refusal('field-empty'));
  });

  it('copies only what is on the screen, and clears it only if it still holds our text', async () => {
    await open();
    await verified(desk);
    expect(await desk.copyField({ field: 'userName' })).toEqual(refusal('not-revealed'));
    await desk.revealField({ field: 'userName' });
    expect(await desk.copyField({ field: 'userName' })).toMatchObject({
      ok: true,
      value: { clearsAt: '2026-11-22T10:00:30.000Z' },
    });
    expect(desk.clipboard.read()).toBe('canary7f3a');
    await vi.advanceTimersByTimeAsync(30_000);
    expect(desk.clipboard.read()).toBe('');
    await desk.copyField({ field: 'userName' });
    desk.clipboard.write('something else');
    await vi.advanceTimersByTimeAsync(30_000);
    expect(desk.clipboard.read()).toBe('something else');
  });

  it.each(['closed', 'abandoned'])('leaves nothing on the clipboard of a call that is %s', async (how) => {
    await open();
    await verified(desk);
    await desk.revealField({ field: 'userName' });
    await desk.copyField({ field: 'userName' });
    await (how === 'closed' ? desk.closeCall({ outcome: 'resolved' }) : desk.calls.abandon('quit'));
    expect(desk.clipboard.read()).toBe('');
  });

  it('refuses to copy after the field was hidden', async () => {
    await open();
    await verified(desk);
    await desk.revealField({ field: 'userName' });
    vi.advanceTimersByTime(60_000);
    expect(await desk.copyField({ field: 'userName' })).toEqual(refusal('not-revealed'));
  });
});

/** Each operation at each step where the call's order does not allow it. */
describe('a step out of order', () => {
  const requests = {
    findSubject: byUserName,
    chooseCandidate: { number: 1 },
    compareClaims: rightFacts,
    startCallBack: undefined,
    finishCallBack: { result: 'reached' },
    revealField: { field: 'name' },
    copyField: { field: 'name' },
    closeCall: { outcome: 'resolved' },
  } as const satisfies Partial<Record<OperationName, unknown>>;
  type Name = keyof typeof requests;
  const ask = (name: Name): Promise<{ ok: boolean }> =>
    (desk[name] as (request: unknown) => Promise<{ ok: boolean }>)(requests[name]);

  const reached: Record<string, () => Promise<void>> = {
    'no call': () => Promise.resolve(),
    finding: async () => void (await desk.startCall(reset)),
    comparing: () => chosen(desk, reset),
    proving: async () => {
      await chosen(desk, reset);
      await desk.compareClaims(rightFacts);
    },
    verified: () => verified(desk, reset),
    locked: async () => {
      await chosen(desk, reset);
      for (let wrong = 0; wrong < 3; wrong++) await desk.compareClaims(wrongFacts);
    },
  };
  const allowed: Record<string, readonly Name[]> = {
    'no call': [],
    finding: ['findSubject', 'closeCall'],
    comparing: ['findSubject', 'chooseCandidate', 'compareClaims', 'closeCall'],
    proving: ['findSubject', 'chooseCandidate', 'startCallBack', 'closeCall'],
    verified: ['closeCall'],
    locked: ['closeCall'],
  };

  for (const [step, reach] of Object.entries(reached)) {
    for (const name of Object.keys(requests) as Name[]) {
      const isAllowed = allowed[step]?.includes(name) ?? false;
      it(`${isAllowed ? 'is none' : 'is refused and shows nothing'}: ${name} while ${step}`, async () => {
        await open();
        await reach();
        const answer = await ask(name);
        expect(answer.ok).toBe(isAllowed);
        if (!isAllowed) expect(leaks(answer)).toEqual([]);
      });
    }
  }
});

describe('the receipt', () => {
  it('says that the caller was verified, also when that has run out since', async () => {
    await open();
    await verified(desk, reset);
    vi.setSystemTime('2026-11-22T10:16:00Z');
    await desk.revealField({ field: 'userName' });
    expect(await desk.closeCall({ outcome: 'resolved' })).toMatchObject({
      ok: true,
      value: { verified: true, strongest: 'medium', methods: ['facts', 'call-back'] },
    });
  });

  it('says nothing of a subject that was left for another', async () => {
    await open();
    await verified(desk);
    vi.setSystemTime('2026-11-22T10:16:00Z');
    await desk.revealField({ field: 'name' });
    await desk.findSubject(byUserName);
    expect(await desk.closeCall({ outcome: 'resolved' })).toMatchObject({
      ok: true,
      value: { verified: false, methods: [] },
    });
  });
});

describe('a call that nobody closes', () => {
  it('is put on record before the next one when it could not be at once', async () => {
    await open();
    await verified(desk);
    const { audit } = desk.room;
    Object.assign(desk.room, { audit: { ...audit, record: () => Promise.resolve(refusal('audit-unavailable')) } });
    await desk.calls.abandon('window-crashed');
    Object.assign(desk.room, { audit });
    await desk.startCall(support);
    expect((await desk.entries()).slice(-2)).toMatchObject([
      { type: 'call.closed', outcome: 'abandoned', reason: 'window-crashed' },
      { type: 'call.started' },
    ]);
  });

  it('is put on record as abandoned, once', async () => {
    await open();
    await verified(desk);
    await Promise.all([desk.calls.abandon('window-closed'), desk.calls.abandon('quit')]);
    const closed = (await desk.entries()).filter(({ type }) => type === 'call.closed');
    expect(closed).toMatchObject([{ outcome: 'abandoned', reason: 'window-closed' }]);
    expect(desk.calls.view()).toBeNull();
  });

  it('is found and closed by the next start', async () => {
    await open();
    await verified(desk);
    await abandonUnfinished(desk.audit);
    const [last] = (await desk.entries()).slice(-1);
    expect(last).toMatchObject({
      type: 'call.closed',
      outcome: 'abandoned',
      reason: 'desk-stopped',
      purpose: 'support',
      ticket: 'INC-20418',
    });
    await abandonUnfinished(desk.audit);
    expect((await desk.entries()).filter(({ type }) => type === 'call.closed')).toHaveLength(1);
  });

  it('is not confused with one that was closed', async () => {
    await open();
    await verified(desk);
    await desk.closeCall({ outcome: 'resolved' });
    await abandonUnfinished(desk.audit);
    expect((await types()).filter((type) => type === 'call.closed')).toHaveLength(1);
  });
});
