import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countsFor } from '../../../../../electron/main/call/asked.js';
import { assess, isSatisfied, type Contribution } from '../../../../../electron/main/call/assurance.js';
import { demandFor } from '../../../../../electron/main/call/demand.js';
import { scorePolicy } from '../../../../../electron/main/lint/score.js';
import { stakes, stakesOf } from '../../../../../electron/main/lint/stakes.js';
import type { Policy, PurposeRules } from '../../../../../electron/main/policy/schema.js';
import { catalogues } from '../../../../../renderer/messages/languages.js';
import type { PurposeScore } from '../../../../../shared/policy-score.js';
import { purposeKinds, strengths } from '../../../../../shared/purpose.js';
import { fields } from '../../../../../shared/subject.js';
import { testPolicy } from '../../../../support/call-desk.js';

const demo = testPolicy((text) => text);
const facts: Contribution = { id: 'facts', strength: 'signal', points: 2 };
const callBack: Contribution = { id: 'call-back', strength: 'medium', points: 4 };
const colleague: Contribution = { id: 'second-agent', strength: 'medium', points: 4 };
/** Whichever factor it is, it counts by its strength. */
const strong: Contribution = { ...colleague, strength: 'strong' };
const signal: Contribution = { ...colleague, strength: 'signal' };

const rules = (change: Partial<PurposeRules> = {}): PurposeRules => ({
  ...{ kind: 'help', points: 0, factors: 0, strongest: undefined, accept: [], bypass: false },
  ...{ compare: ['workEmail', 'organisation'], show: ['name'], showMasked: [], verifiedMinutes: 15 },
  ...change,
});
const policyWith = (change: Partial<PurposeRules>, rest: Partial<Policy> = {}, id = 'some'): Policy => ({
  ...demo,
  ...rest,
  purposes: { [id]: rules(change) },
});
const scoreOf = (policy: Policy, factors?: readonly Contribution[]): PurposeScore => {
  const [score] = scorePolicy(policy, factors);
  if (!score) throw new Error('no purpose');
  return score;
};
const codesOf = ({ reasons }: PurposeScore): string[] => reasons.map(({ code }) => code);

const contact: Partial<PurposeRules> = { show: ['workPhone'] };
const either: Partial<PurposeRules> = {
  accept: [
    { factors: 1, of: 'strong' },
    { factors: 2, of: 'medium' },
  ],
};

describe('what a purpose opens', () => {
  it.each<[string, Partial<PurposeRules>, number]>([
    ['support', {}, stakes.facts],
    ['access-reset', { show: ['userName'] }, stakes.double],
    ['some', contact, stakes.double],
    ['some', { showMasked: ['workEmail'] }, stakes.double],
    ['some', { sensitive: true }, stakes.double],
    ['some', { sensitive: false, ...contact }, stakes.double],
    ['some', { kind: 'billing-check', compare: [], show: ['status'] }, stakes.nobody],
    ['some', { kind: 'privacy-request', ...contact }, stakes.medium],
    ['some', { kind: 'disclose', ...contact }, stakes.facts],
    ['some', { kind: 'end-of-use', show: ['status'] }, stakes.facts],
    ['some', { kind: 'block', show: [] }, stakes.nobody],
    ['some', { kind: 'block', show: ['name'] }, stakes.facts],
  ])('%s %j', (id, change, needed) => expect(stakesOf(id, rules(change), demo)).toBe(needed));
});

describe('the score of the weakest way', () => {
  it.each<[string, Partial<PurposeRules>, Contribution[], number, string[], string[]]>([
    ['facts where they are enough', {}, [facts], 100, ['facts'], []],
    ['one fact where facts are enough', { compare: ['name'] }, [facts], 50, ['facts'], ['one-fact']],
    ['facts alone', { sensitive: false, ...contact }, [facts, callBack], 11, ['facts'], ['facts-alone']],
    ['a signal besides', contact, [facts, signal, callBack], 33, ['facts', 'second-agent'], ['signals-alone']],
    ['one medium', { strongest: 'medium', ...contact }, [facts, callBack], 56, ['facts', 'call-back'], ['one-medium']],
    [
      'one medium for a privacy request',
      { kind: 'privacy-request', strongest: 'medium', ...contact },
      [facts, callBack, colleague],
      100,
      ['facts', 'call-back'],
      [],
    ],
    [
      'two different medium',
      { ...either, ...contact },
      [facts, callBack, colleague],
      100,
      ['facts', 'call-back', 'second-agent'],
      [],
    ],
    ['one strong', { ...either, ...contact, points: 3 }, [facts, strong], 100, ['facts', 'second-agent'], []],
    ['nobody proven', { kind: 'billing-check', compare: [], points: 50 }, [facts], 100, [], []],
  ])('%s', (_what, change, factors, score, weakest, codes) => {
    const found = scoreOf(policyWith(change), factors);
    expect(found).toMatchObject({ score, weakest });
    expect(codesOf(found).filter((code) => code !== 'unattainable-under-threat')).toEqual(codes);
  });

  it('counts half of a number that may have changed a minute ago', () => {
    const { facts: same, secondAgent } = demo.factors;
    const callBackNow = { ...demo.factors.callBack, coolDownDays: 0 };
    const policy = policyWith(
      { strongest: 'medium', ...contact },
      { factors: { ...demo.factors, facts: same, secondAgent, callBack: callBackNow } },
    );
    const found = scoreOf(policy);
    expect(found.score).toBe(33);
    expect(found.reasons).toContainEqual({
      ...{ code: 'no-cool-down', path: 'factors.callBack.coolDownDays', value: null },
    });
  });

  it('counts half of a second factor that hangs on the same number', () => {
    const text: Contribution = { id: 'sms-code', strength: 'medium', points: 4 };
    const found = scoreOf(policyWith({ ...either, ...contact }), [facts, callBack, text]);
    expect(found).toMatchObject({ score: 78, weakest: ['facts', 'call-back', 'sms-code'] });
    expect(codesOf(found)).toContain('same-number');
  });

  it('knows the factors of relays, gateways and verifiers by the policy that names them', () => {
    const of = (change: object): readonly string[] | null => {
      const policy = policyWith({ points: 12, ...contact }, { factors: { ...demo.factors, ...change } });
      return scoreOf(policy).weakest;
    };
    const { totp, smsCode } = demo.factors;
    expect(of({})).toBeNull();
    expect(of({ inPerson: { points: 10, secondAgent: false } })).toEqual(['facts', 'in-person']);
    expect(of({ inPerson: { points: 10, secondAgent: true } })).toBeNull();
    expect(of({ totp: { ...totp, points: 10, verifier: { url: 'https://totp.example' } } })).toEqual(['facts', 'totp']);
    expect(of({ smsCode: { ...smsCode, points: 10, gateway: { url: 'https://sms.example' } } })).toEqual([
      'facts',
      'sms-code',
    ]);
  });

  it('knows which factors the policy sets up: a second agent takes a provider', () => {
    const sign = { kind: 'oidc', roles: { a: ['agent'] } } as unknown as Policy['signIn'];
    const reset = { ...either, ...contact };
    expect(scoreOf(policyWith(reset))).toEqual({
      ...{ id: 'some', score: null, weakest: null },
      reasons: [{ code: 'unattainable', path: 'purposes.some', value: ['facts', 'call-back'] }],
    });
    expect(scoreOf(policyWith(reset, { signIn: sign }))).toMatchObject({
      ...{ score: 100, weakest: ['facts', 'call-back', 'second-agent'] },
    });
  });
});

describe('what stands around a purpose', () => {
  const limits = (change: Partial<Policy['limits']>) => ({ limits: { ...demo.limits, ...change } });
  const oidc = (...groups: string[][]) => ({
    signIn: { kind: 'oidc', roles: Object.fromEntries(groups.map((roles, index) => [`g${index}`, roles])) },
  });

  it.each<[string, string, number, Partial<PurposeRules>, object]>([
    ['two hours', 'holds-long', 90, { verifiedMinutes: 120 }, {}],
    ['a working day', 'holds-long', 80, { verifiedMinutes: 480 }, {}],
    ['ten wrong answers', 'many-wrong-answers', 90, {}, limits({ wrongAnswersPerCall: 10 })],
    ['a lock of a minute', 'short-lock', 95, {}, limits({ subjectLockMinutes: 1 })],
    ['an answer at once', 'answer-time', 95, {}, limits({ answerMilliseconds: 0 })],
    ['any ticket', 'any-ticket', 95, {}, { ticket: { pattern: '.*', example: 'x' } }],
    ['a bypass for a few', 'bypass', 95, { bypass: true }, oidc(['agent'], ['agent', 'bypass'])],
    ['a bypass for all', 'bypass-for-all', 80, { bypass: true }, oidc(['agent', 'bypass'])],
    ['a bypass without the right', 'bypass-impossible', 100, { bypass: true }, oidc(['agent'])],
    ['a bypass without a provider', 'bypass-impossible', 100, { bypass: true }, {}],
  ])('%s', (_what, code, score, change, rest) => {
    const found = scoreOf(policyWith(change, rest));
    expect(codesOf(found)).toEqual([code]);
    expect(found.score).toBe(score);
  });

  it.each([
    ['an hour', { verifiedMinutes: 60 }, {}],
    ['five wrong answers', {}, limits({ wrongAnswersPerCall: 5 })],
    ['a lock of a quarter', {}, limits({ subjectLockMinutes: 15 })],
    ['numbers for tickets', {}, { ticket: { pattern: '[0-9]+', example: '1' } }],
  ])('%s is nothing to warn of', (_what, change, rest) => {
    expect(scoreOf(policyWith(change, rest))).toMatchObject({ score: 100, reasons: [] });
  });

  it('tells of populations and of a raised threat that shut people out', () => {
    const leaders = { id: 'leaders', who: { privileged: true as const }, points: 0, factors: 9, accept: [] };
    const found = scoreOf(policyWith({ factors: 2 }, { populations: [leaders] }));
    expect(found.reasons).toEqual([
      { code: 'unattainable-under-threat', path: 'purposes.some', value: null },
      { code: 'unattainable-for-population', path: 'populations.0', value: 'leaders' },
    ]);
    const elsewhere = { ...leaders, purposes: ['other'] };
    expect(codesOf(scoreOf(policyWith({}, { populations: [elsewhere] })))).toEqual([]);
  });
});

const strength = fc.constantFrom(...strengths);
const ways = fc.array(fc.record({ factors: fc.integer({ min: 1, max: 4 }), of: strength }), { maxLength: 3 });
const shown = fc.subarray([...fields]);
const few = fc.integer({ min: 0, max: 14 });
const anyRules = fc
  .record({
    kind: fc.constantFrom(...purposeKinds),
    points: few,
    factors: fc.nat(4),
    strongest: fc.option(strength, { nil: undefined }),
    accept: ways,
    sensitive: fc.option(fc.boolean(), { nil: undefined }),
    bypass: fc.boolean(),
    compare: fc.subarray(['name', 'userName', 'workEmail'] as const, { minLength: 1 }),
    show: shown,
    showMasked: shown,
    verifiedMinutes: fc.integer({ min: 1, max: 1440 }),
  })
  .map((change) => rules(change as Partial<PurposeRules>));
const anyFactors = fc
  .tuple(
    ...Object.keys(catalogues.en.terms.factor).map((id) =>
      fc.record({
        id: fc.constant(id as Contribution['id']),
        strength: id === 'facts' ? fc.constant('signal' as const) : strength,
        points: fc.nat(8),
      }),
    ),
  )
  .chain(([first, ...others]) => fc.subarray(others).map((some) => [...(first ? [first] : []), ...some]));
const anyPolicy = fc
  .record({
    id: fc.constantFrom('some', 'access-reset'),
    purpose: anyRules,
    coolDownDays: fc.constantFrom(0, 7),
    raisedThreat: fc.boolean(),
    wrongAnswersPerCall: fc.integer({ min: 1, max: 10 }),
  })
  .map(({ id, purpose, coolDownDays, raisedThreat, wrongAnswersPerCall }): Policy => ({
    ...demo,
    ...{ raisedThreat, purposes: { [id]: purpose }, limits: { ...demo.limits, wrongAnswersPerCall } },
    factors: { ...demo.factors, callBack: { ...demo.factors.callBack, coolDownDays } },
  }));

const [rulesOf, idOf] = [
  (policy: Policy): PurposeRules => Object.values(policy.purposes)[0] ?? rules(),
  (policy: Policy): string => Object.keys(policy.purposes)[0] ?? '',
];
const asking = (policy: Policy, more: Partial<PurposeRules>): Policy => ({
  ...policy,
  purposes: { [idOf(policy)]: { ...rulesOf(policy), ...more } },
});
/** No way at all is as hard as it gets. */
const hardness = ({ score }: PurposeScore): number => score ?? 101;
const enough = (policy: Policy, passed: readonly Contribution[]): boolean => {
  const { raisedThreat } = policy;
  const demand = demandFor({ purpose: idOf(policy), rules: rulesOf(policy), populations: [], raisedThreat });
  const counting = passed.filter(({ id }) => countsFor({ rules: rulesOf(policy) }, id));
  return isSatisfied(assess(demand, counting));
};
const runs = { numRuns: 500 };

/** Something more that is asked. */
const anyMore = fc
  .record({
    points: few,
    factors: fc.nat(2),
    strongest: strength,
    compare: fc.boolean(),
    ways,
    hurry: fc.integer({ min: 1, max: 600 }),
    which: fc.constantFrom('points', 'factors', 'strongest', 'compare', 'accept', 'minutes'),
  })
  .map(({ which, ...more }) => (asked: PurposeRules): Partial<PurposeRules> => {
    const { points, factors, strongest = 'signal', accept, compare, verifiedMinutes } = asked;
    const stronger = strengths.indexOf(more.strongest) > strengths.indexOf(strongest) ? more.strongest : strongest;
    const changes = {
      points: { points: points + more.points },
      factors: { factors: factors + more.factors },
      strongest: { strongest: stronger },
      compare: { compare: [...compare, 'stationCode' as const] },
      accept: { accept: accept.length > 1 ? accept.slice(1) : accept.length === 0 ? more.ways : accept },
      minutes: { verifiedMinutes: Math.max(1, verifiedMinutes - more.hurry) },
    };
    return changes[which];
  });

describe('whatever the policy says', () => {
  it('asking for more never lowers the score', () => {
    fc.assert(
      fc.property(anyPolicy, anyFactors, anyMore, (policy, factors, more) => {
        const stricter = scoreOf(asking(policy, more(rulesOf(policy))), factors);
        expect(hardness(stricter)).toBeGreaterThanOrEqual(hardness(scoreOf(policy, factors)));
      }),
      runs,
    );
  });

  it('a raised threat never lowers it', () => {
    fc.assert(
      fc.property(anyPolicy, anyFactors, (policy, factors) => {
        const calm = scoreOf({ ...policy, raisedThreat: false }, factors);
        expect(hardness(scoreOf({ ...policy, raisedThreat: true }, factors))).toBeGreaterThanOrEqual(hardness(calm));
      }),
      runs,
    );
  });

  it('one way more never raises it', () => {
    fc.assert(
      fc.property(anyPolicy, anyFactors, fc.nat(8), (policy, factors, dropped) => {
        const fewer = factors.filter(({ id }, index) => id === 'facts' || index !== dropped);
        expect(hardness(scoreOf(policy, factors))).toBeLessThanOrEqual(hardness(scoreOf(policy, fewer)));
      }),
      runs,
    );
  });

  it('the weakest way is one that the engine takes for enough, and the score is what that way alone would score', () => {
    fc.assert(
      fc.property(anyPolicy, anyFactors, (policy, factors) => {
        fc.pre(rulesOf(policy).kind !== 'billing-check');
        const found = scoreOf(policy, factors);
        const { weakest } = found;
        // More factors are never a weaker proof, so without a way of all of them there is none.
        if (weakest === null) {
          expect(enough(policy, factors)).toBe(false);
          return;
        }
        const alone = factors.filter(({ id }) => weakest.includes(id));
        expect(enough(policy, alone)).toBe(true);
        expect(scoreOf(policy, alone)).toMatchObject({ score: found.score, weakest });
      }),
      runs,
    );
  });

  it('what facts alone open, and should not, never scores above 20', () => {
    const easy: Partial<PurposeRules> = { points: 0, factors: 0, strongest: undefined, accept: [], sensitive: false };
    const kinds = fc.constantFrom('help' as const, 'privacy-request' as const);
    fc.assert(
      fc.property(anyPolicy, anyFactors, kinds, (policy, factors, kind) => {
        const calm = { ...policy, raisedThreat: false };
        const { score, weakest, reasons } = scoreOf(asking(calm, { ...easy, ...contact, kind }), factors);
        expect(weakest).toEqual(['facts']);
        expect(score).toBeLessThanOrEqual(20);
        expect(reasons.map(({ code }) => code)).toContain('facts-alone');
      }),
      runs,
    );
  });

  it('the score is from 0 to 100, and less than 100 never goes without a reason', () => {
    fc.assert(
      fc.property(anyPolicy, anyFactors, (policy, factors) => {
        const { score, reasons } = scoreOf(policy, factors);
        expect(hardness({ score } as PurposeScore)).toBeGreaterThanOrEqual(0);
        if (score !== 100) expect(reasons).not.toEqual([]);
        if (score !== null) expect(score).toBeLessThanOrEqual(100);
      }),
      runs,
    );
  });
});
