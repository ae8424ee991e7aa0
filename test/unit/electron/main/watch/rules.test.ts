import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLocalTime } from '../../../../../electron/main/watch/local-time.js';
import { createPast } from '../../../../../electron/main/watch/past.js';
import { isAboutAgent, journalRules, rules, type JournalRule } from '../../../../../electron/main/watch/rules.js';
import { policySchema } from '../../../../../electron/main/policy/schema.js';
import { entryTypes, type AuditEntry } from '../../../../../shared/audit-entry.js';
import { ruleIds } from '../../../../../shared/watch.js';
import { at, entryWith, story } from '../../../../support/entries.js';

type Steps = readonly Partial<AuditEntry>[];

const watch = policySchema.shape.watch.parse({
  hours: { from: '08:00', to: '16:00', days: [1, 2, 3, 4, 5], timeZone: 'Europe/Helsinki' },
});
const local = createLocalTime('Europe/Helsinki');

/** The entries at which the rule asks, by their number. */
const askedAt = (rule: JournalRule, steps: Steps, united: readonly string[] = []): number[] => {
  const past = createPast(watch.repeatDays, local);
  past.unite(united);
  return story(...steps)
    .filter((entry) => {
      const asks = rules[rule](entry, past, watch);
      past.add(entry);
      return asks;
    })
    .map(({ seq }) => seq);
};

const inCall = (call: string, more: Partial<AuditEntry> = {}) => ({ call, ticket: 'INC-1', ...more });
const chosen = (call: string, more: Partial<AuditEntry> = {}) =>
  inCall(call, { type: 'subject.chosen', subject: 'anna', ...more });
const noMatch = (call: string, more: Partial<AuditEntry> = {}) =>
  inCall(call, { type: 'claims.compared', outcome: 'no-match', subject: 'anna', ...more });
const codeOf =
  (reason: string) =>
  (call: string, more: Partial<AuditEntry> = {}): Partial<AuditEntry> =>
    inCall(call, { type: 'factor.finished', outcome: 'sms-code', reason, subject: 'anna', ...more });
const [wrongCode, late, right] = [codeOf('wrong-answer'), codeOf('expired'), codeOf('right')];
const requested = (call: string, more: Partial<AuditEntry> = {}) => inCall(call, { type: 'lookup.requested', ...more });
const answered = (call: string, more: Partial<AuditEntry> = {}) =>
  inCall(call, { type: 'lookup.answered', outcome: 'found', ...more });
const closed = (call: string, more: Partial<AuditEntry> = {}) =>
  inCall(call, { type: 'call.closed', outcome: 'not-verified', ...more });
const times = (count: number, steps: (index: number) => Steps): Steps =>
  Array.from({ length: count }, (_, index) => steps(index)).flat();

describe('the same person again', () => {
  const rule = 'repeated-subject';
  it.each<[string, Steps, number[]]>([
    ['on the same ticket in another call', [chosen('A'), chosen('B')], [2]],
    ['with a new ticket', [chosen('A'), chosen('B', { ticket: 'INC-2' })], []],
    ['in the same call', [chosen('A'), chosen('A')], []],
    ['is another person', [chosen('A'), chosen('B', { subject: 'bertta' })], []],
    ['by another agent, to whom the ticket was handed', [chosen('A'), chosen('B', { agent: 'other' })], []],
    ['only found, not chosen, before', [answered('A', { subject: 'anna' }), chosen('B')], []],
    ['just within the days', [chosen('A', { time: at({ days: -7 }) }), chosen('B', { time: at({}) })], [2]],
    ['just after the days', [chosen('A', { time: at({ days: -7, minutes: -1 }) }), chosen('B', { time: at({}) })], []],
    ['a third and a fourth time', [chosen('A'), chosen('B'), chosen('C')], [2, 3]],
  ])('%s', (_name, steps, expected) => expect(askedAt(rule, steps)).toEqual(expected));

  it('across the end of a month, where everybody gets another pseudonym', () => {
    const steps = [
      chosen('A', { subject: 'anna in October', time: '2026-10-31T12:00:00.000Z' }),
      chosen('B', { subject: 'anna in November', time: '2026-11-02T12:00:00.000Z' }),
    ];
    expect(askedAt(rule, steps, ['anna in October', 'anna in November'])).toEqual([2]);
    expect(askedAt(rule, steps)).toEqual([]);
  });
});

describe('searches without selection', () => {
  const rule = 'searches-without-selection';
  const left = (index: number): Steps => [requested(`${index}`), answered(`${index}`), closed(`${index}`)];
  it.each<[string, Steps, number[]]>([
    ['four calls that chose nobody', times(4, left), []],
    ['the fifth, and once a day', times(7, left), [15]],
    ['five in one call, the last by its end', [...times(5, () => [requested('A'), answered('A')]), closed('A')], [11]],
    ['that found several each', [...times(5, () => [requested('A'), answered('A'), answered('A')])], []],
    ['that found nobody', times(9, (i) => [answered(`${i}`, { outcome: 'none' }), closed(`${i}`)]), []],
    ['somebody chosen each time', times(9, (i) => [answered(`${i}`), chosen(`${i}`), closed(`${i}`)]), []],
    ['of two agents', times(8, (i) => left(i).map((step) => ({ ...step, agent: `agent ${i % 2}` }))), []],
    ['over two days', times(8, (i) => left(i).map((step) => ({ ...step, time: at({ days: i < 4 ? 0 : 1 }) }))), []],
    [
      'a search before midnight whose call ends after it counts for no day',
      [
        ...times(4, (i) => left(i).map((step) => ({ ...step, time: at({ days: 1 }) }))),
        answered('night', { time: at({ hours: 9 }) }),
        closed('night', { time: at({ days: 1 }) }),
      ],
      [],
    ],
  ])('%s', (_name, steps, expected) => expect(askedAt(rule, steps)).toEqual(expected));
});

describe('failed comparisons', () => {
  const rule = 'failed-compares';
  it.each<[string, Steps, number[]]>([
    ['four in a day', times(4, (i) => [noMatch(`${i}`)]), []],
    ['the fifth, and once a day', times(9, (i) => [noMatch(`${i}`)]), [5]],
    ['of two agents', times(8, (i) => [noMatch(`${i}`, { agent: `agent ${i % 2}` })]), []],
    ['over two days', times(8, (i) => [noMatch(`${i}`, { time: at({ days: i % 2 }) })]), []],
    ['each day anew', times(10, (i) => [noMatch(`${i}`, { time: at({ days: Math.floor(i / 5) }) })]), [5, 10]],
    ['that matched', times(9, (i) => [noMatch(`${i}`, { outcome: 'match' })]), []],
  ])('%s', (_name, steps, expected) => expect(askedAt(rule, steps)).toEqual(expected));

  it('by the day of the policy’s time zone: 22:30 UTC is tomorrow in Helsinki', () => {
    const evening = (index: number) => noMatch(`${index}`, { time: at({ hours: index < 4 ? 9 : 10, minutes: 30 }) });
    expect(
      askedAt(
        rule,
        times(5, (index) => [evening(index)]),
      ),
    ).toEqual([]);
  });
});

describe('outside hours', () => {
  const rule = 'outside-hours';
  const started = (time: string) => [inCall('A', { type: 'call.started', time })];
  it.each<[string, string, number[]]>([
    ['08:00 in Helsinki', '2026-11-18T06:00:00.000Z', []],
    ['07:59', '2026-11-18T05:59:59.000Z', [1]],
    ['15:59', '2026-11-18T13:59:59.000Z', []],
    ['16:00', '2026-11-18T14:00:00.000Z', [1]],
    ['a Saturday', '2026-11-21T10:00:00.000Z', [1]],
    ['07:30 UTC in summer is 10:30', '2026-07-01T07:30:00.000Z', []],
  ])('%s', (_name, time, expected) => expect(askedAt(rule, started(time))).toEqual(expected));
  it('asks of the start of a call alone', () => {
    expect(askedAt(rule, [closed('A', { time: '2026-11-18T02:00:00.000Z' })])).toEqual([]);
  });
});

describe('over budget', () => {
  const rule = 'over-budget';
  it.each<[string, Steps, number[]]>([
    ['a refused lookup', [inCall('A', { type: 'operation.refused', reason: 'budget-exceeded' })], [1]],
    ['an extended budget', [inCall('A', { type: 'budget.extended' })], [1]],
    ['another refusal', [inCall('A', { type: 'operation.refused', reason: 'wrong-step' })], []],
    ['many lookups within it', times(60, (i) => [requested(`${i}`)]), []],
  ])('%s', (_name, steps, expected) => expect(askedAt(rule, steps)).toEqual(expected));
});

describe('many failures about one person', () => {
  const rule = 'subject-under-attack';
  it.each<[string, Steps, number[]]>([
    ['two', [noMatch('A'), noMatch('B')], []],
    ['the third, and each that follows', [noMatch('A'), noMatch('B'), noMatch('C'), noMatch('D')], [3, 4]],
    ['in one call', [noMatch('A'), noMatch('A'), noMatch('A')], [3]],
    ['whoever the agents were', [noMatch('A'), noMatch('B', { agent: 'b' }), noMatch('C', { agent: 'c' })], [3]],
    ['facts, a code and a one-time password', [noMatch('A'), wrongCode('A'), wrongCode('B', { outcome: 'totp' })], [3]],
    ['a code that came late, or one that was right', times(3, (i) => [late(`${i}`), right(`${i}`)]), []],
    ['about three people', ['a', 'b', 'c'].map((subject) => noMatch(subject, { subject })), []],
    [
      'spread over more than the days',
      [noMatch('A', { time: at({ days: -8 }) }), noMatch('B', { time: at({ days: -1 }) }), noMatch('C')],
      [],
    ],
  ])('%s', (_name, steps, expected) => expect(askedAt(rule, steps)).toEqual(expected));

  it('across the end of a month', () => {
    const steps = ['anna in October', 'anna in October', 'anna in November'].map((subject, index) =>
      noMatch(`${index}`, { subject, time: `2026-1${index === 2 ? '1-01' : '0-31'}T12:0${index}:00.000Z` }),
    );
    expect(askedAt(rule, steps, ['anna in October', 'anna in November'])).toEqual([3]);
    expect(askedAt(rule, steps)).toEqual([]);
  });
});

describe('a lost phone and a reset in one call', () => {
  const rule = 'lost-phone-reset';
  const reset = { purpose: 'access-reset', subject: 'anna' };
  const callBack = (reason: string) => inCall('A', { ...reset, type: 'factor.finished', outcome: 'call-back', reason });
  const matched = (reason: string | null) =>
    inCall('A', { ...reset, type: 'claims.compared', outcome: 'match', reason });
  const verified = (outcome: string, more: Partial<AuditEntry> = {}) =>
    inCall('A', { ...reset, type: 'call.verified', outcome, ...more });
  const resolved = (more: Partial<AuditEntry> = {}) => closed('A', { ...reset, outcome: 'resolved', ...more });
  it.each<[string, Steps, number[]]>([
    ['not reached, then proven by other means', [callBack('not-reached'), verified('facts+video')], [2]],
    ['refused, then proven by other means', [callBack('refused'), verified('facts')], [2]],
    ['a phone too new to call, then proven by other means', [matched('phone-changed'), verified('facts')], [2]],
    ['not reached, then closed as resolved', [callBack('not-reached'), resolved()], [2]],
    [
      'not reached, then reached',
      [callBack('not-reached'), callBack('reached'), verified('facts+call-back'), resolved()],
      [],
    ],
    ['reached at once', [matched(null), callBack('reached'), verified('facts+call-back'), resolved()], []],
    ['not reached, then closed as not verified', [callBack('not-reached'), resolved({ outcome: 'not-verified' })], []],
    ['no phone at all', [matched('no-phone'), verified('facts')], []],
    ['for another purpose', [callBack('refused'), verified('facts', { purpose: 'support' })], []],
    ['about another person', [callBack('refused'), verified('facts', { subject: 'bertta' })], []],
    ['in another call', [callBack('refused'), verified('facts', { call: 'B' })], []],
  ])('%s', (_name, steps, expected) => expect(askedAt(rule, steps)).toEqual(expected));
});

describe('a lock opened by whose call it came from', () => {
  const unlocked = (agent: string) => inCall('A', { type: 'subject.unlocked', subject: 'anna', agent });
  const started = (agent: string, call = 'A') => inCall(call, { type: 'call.started', agent });
  it.each<[string, Steps, number[]]>([
    ['the agent of that call', [started('aino'), unlocked('aino')], [2]],
    ['somebody else', [started('aino'), unlocked('bertil')], []],
    ['the agent of another call', [started('bertil'), started('aino', 'B'), unlocked('aino')], []],
  ])('%s', (_name, steps, expected) => expect(askedAt('own-unlock', steps)).toEqual(expected));
});

describe('every rule', () => {
  it('is one of those listed, and the two that the journal cannot tell are asked at the choice', () => {
    expect([...journalRules, 'own-record', 'same-surname'].sort()).toEqual([...ruleIds].sort());
  });

  it('says whether it is about the agent: an attack on a subject is not', () => {
    expect(ruleIds.filter((rule) => !isAboutAgent(rule))).toEqual(['subject-under-attack', 'lost-phone-reset']);
  });

  it('changes nothing and throws at nothing, whatever the journal holds', () => {
    const some = fc.record({
      type: fc.constantFrom(...entryTypes),
      call: fc.constantFrom(null, 'A', 'B'),
      agent: fc.constantFrom(null, 'a', 'b'),
      subject: fc.constantFrom(null, 'anna', 'bertta'),
      ticket: fc.constantFrom(null, 'INC-1', 'INC-2'),
      purpose: fc.constantFrom(null, 'support', 'access-reset'),
      outcome: fc.constantFrom(null, 'found', 'no-match', 'match', 'facts', 'facts+call-back', 'resolved'),
      reason: fc.constantFrom(null, 'not-reached', 'phone-changed', 'budget-exceeded'),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 40 }), fc.constantFrom(...journalRules), (steps, rule) => {
        expect(askedAt(rule, steps)).toEqual(askedAt(rule, steps));
      }),
    );
  });

  it('does not depend on what other agents did, where it is about the agent', () => {
    const noise = entryWith({ agent: 'noise' });
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 30 }), (noisy) => {
        const own = noisy.map((_, index) => noMatch(`${index}`));
        const mixed = own.flatMap((step, index) =>
          noisy[index] ? [noMatch('N', { agent: noise.agent }), step] : [step],
        );
        const seqOf = (steps: Steps) =>
          askedAt('failed-compares', steps).flatMap((seq) => (steps[seq - 1]?.agent ? [] : [steps[seq - 1]?.call]));
        expect(seqOf(mixed)).toEqual(seqOf(own));
      }),
    );
  });
});
