import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess, isSatisfied, type Contribution } from '../../../../../electron/main/call/assurance.js';
import { demandFor, demandOf, rank, type Demand } from '../../../../../electron/main/call/demand.js';
import type { Population, PurposeRules } from '../../../../../electron/main/policy/purpose-schema.js';
import { purposeKinds, strengths } from '../../../../../shared/purpose.js';
import { fields } from '../../../../../shared/subject.js';

const rules = (change: Partial<PurposeRules> = {}): PurposeRules => ({
  kind: 'help',
  points: 6,
  factors: 2,
  strongest: 'medium',
  accept: [],
  bypass: false,
  compare: ['workEmail'],
  show: ['userName'],
  showMasked: [],
  verifiedMinutes: 15,
  ...change,
});
const situation = (change: Partial<PurposeRules> = {}, populations: readonly Population[] = []) => ({
  ...{ purpose: 'access-reset', rules: rules(change), populations, raisedThreat: false },
});
const facts: Contribution = { id: 'facts', strength: 'signal', points: 2 };
const callBack: Contribution = { id: 'call-back', strength: 'medium', points: 4 };
/** Any factor that there may ever be goes by an id, a strength and its points. */
const factor = (id: string, strength: Contribution['strength'], points = 4): Contribution => ({
  ...{ id: id as Contribution['id'], strength, points },
});
const reaches = (change: Partial<PurposeRules>, ...passed: readonly Contribution[]): boolean =>
  isSatisfied(assess(demandOf(rules(change)), passed));

describe('assurance', () => {
  it('needs points, different factors and strength, all three', () => {
    expect(reaches({}, facts, callBack)).toBe(true);
    expect(reaches({ points: 7 }, facts, callBack)).toBe(false);
    expect(reaches({ factors: 3 }, facts, callBack)).toBe(false);
    expect(reaches({ strongest: 'strong' }, facts, callBack)).toBe(false);
  });

  it('counts a factor once, however often it was passed', () => {
    expect(assess(demandOf(rules()), [facts, facts, facts])).toMatchObject({ points: 2, factors: 1 });
  });

  it('is satisfied by nothing only when the purpose asks for nothing', () => {
    const nothing = { points: 0, factors: 0, strongest: undefined };
    expect(reaches(nothing)).toBe(true);
    expect(reaches({ ...nothing, strongest: 'signal' })).toBe(false);
    expect(reaches({ ...nothing, sensitive: true })).toBe(false);
  });

  describe('of one strong, or two different medium', () => {
    const either = {
      ...{ points: 4, factors: 1, strongest: undefined },
      accept: [
        { factors: 1, of: 'strong' },
        { factors: 2, of: 'medium' },
      ],
    } satisfies Partial<PurposeRules>;
    const text = factor('sms-code', 'medium');
    const inPerson = factor('in-person', 'strong');

    it.each<[string, Contribution[], boolean]>([
      ['nothing', [], false],
      ['facts', [facts], false],
      ['facts and one medium', [facts, callBack], false],
      ['facts and the same medium twice', [facts, callBack, callBack], false],
      ['two different medium', [callBack, text], true],
      ['one strong', [inPerson], true],
      ['one strong and one medium', [inPerson, text], true],
      ['any number of signals', [facts, factor('email-code', 'signal', 100)], false],
      ['one strong without the points', [factor('totp', 'strong', 3)], false],
    ])('%s', (_what, passed, enough) => {
      expect(reaches(either, ...passed)).toBe(enough);
    });

    it('tells how near each way is', () => {
      expect(assess(demandOf(rules(either)), [facts, callBack]).accept).toEqual([
        [
          { factors: 1, of: 'strong', among: null, reached: 0 },
          { factors: 2, of: 'medium', among: null, reached: 1 },
        ],
      ]);
    });
  });
});

describe('a sensitive purpose', () => {
  it.each<[string, Partial<PurposeRules>, boolean]>([
    ['asks for a medium proof', {}, true],
    [
      'lists only ways that are more than signals',
      { strongest: undefined, accept: [{ factors: 1, of: 'medium' }] },
      true,
    ],
    ['may show an address', { strongest: undefined, show: ['workEmail'] }, true],
    ['may show a number with a mask', { strongest: undefined, showMasked: ['workPhone'] }, true],
    ['says so', { strongest: undefined, sensitive: true }, true],
    ['shows only who somebody is', { strongest: undefined, show: ['name', 'userName', 'organisation'] }, false],
    [
      'lets signals do as well',
      {
        strongest: undefined,
        accept: [
          { factors: 1, of: 'medium' },
          { factors: 2, of: 'signal' },
        ],
      },
      false,
    ],
    ['says that it is none', { sensitive: false }, false],
  ])('is one that %s', (_what, change, sensitive) => {
    expect(demandOf(rules(change)).sensitive).toBe(sensitive);
  });

  it('takes points for facts up to one less than it asks', () => {
    const many = { ...facts, points: 50 };
    expect(assess(demandOf(rules()), [many])).toMatchObject({ points: 5, onlyFacts: true });
    expect(assess(demandOf(rules({ strongest: undefined })), [many])).toMatchObject({ points: 50, onlyFacts: false });
  });
});

describe('a population', () => {
  const leaders: Population = { id: 'leaders', who: { privileged: true }, points: 8, factors: 3, accept: [] };

  it('adds to what every purpose asks, or to those it names', () => {
    expect(demandFor(situation({}, [leaders]))).toMatchObject({ points: 8, factors: 3, strongest: 'medium' });
    const elsewhere = { ...leaders, purposes: ['support'] };
    expect(demandFor(situation({}, [elsewhere]))).toEqual(demandFor(situation()));
  });

  it('makes a purpose sensitive that would not be', () => {
    const plain = { strongest: undefined, show: [] };
    expect(demandFor(situation(plain)).sensitive).toBe(false);
    expect(demandFor(situation(plain, [{ ...leaders, strongest: 'strong' }])).sensitive).toBe(true);
  });

  it('keeps the ways of the purpose beside its own', () => {
    const own = [{ factors: 2, of: 'medium' as const }];
    const demand = demandFor(situation({ accept: own }, [{ ...leaders, accept: [{ factors: 1, of: 'strong' }] }]));
    expect(demand.accept).toEqual([own, [{ factors: 1, of: 'strong' }]]);
  });
});

describe('a raised threat', () => {
  const raised = (change: Partial<PurposeRules>) => demandFor({ ...situation(change), raisedThreat: true });

  it('asks for a factor more, a medium one, and holds half as long', () => {
    const support = { points: 2, factors: 1, strongest: undefined, show: [] };
    expect(raised(support)).toMatchObject({ factors: 2, strongest: 'medium', sensitive: true, minutes: 8 });
    expect(raised({ strongest: 'strong' })).toMatchObject({ factors: 3, strongest: 'strong' });
  });

  it('leaves blocking as easy as it was: it is what stops an attack', () => {
    const block: Partial<PurposeRules> = { kind: 'block', points: 2, factors: 1, strongest: undefined, show: [] };
    expect(raised(block)).toEqual({ ...demandFor(situation(block)), minutes: 8 });
  });
});

const strength = fc.constantFrom(...strengths);
const points = fc.nat(100);
const ways = fc.array(fc.record({ factors: fc.integer({ min: 1, max: 10 }), of: strength }), { maxLength: 3 });
const shown = fc.subarray([...fields]);
const anyRules = fc
  .record({
    kind: fc.constantFrom(...purposeKinds),
    points,
    factors: fc.nat(10),
    strongest: fc.option(strength, { nil: undefined }),
    accept: ways,
    sensitive: fc.option(fc.boolean(), { nil: undefined }),
    show: shown,
    showMasked: shown,
    verifiedMinutes: fc.integer({ min: 1, max: 1440 }),
  })
  .map((change) => rules(change));
const anyPopulation = fc.record({
  id: fc.constant('some'),
  who: fc.constant({ privileged: true as const }),
  points,
  factors: fc.nat(10),
  strongest: fc.option(strength, { nil: undefined }),
  accept: ways,
});
const anySituation = fc.record({
  purpose: fc.constant('access-reset'),
  rules: anyRules,
  populations: fc.array(anyPopulation, { maxLength: 3 }),
  raisedThreat: fc.boolean(),
});
const ids = ['facts', 'call-back', 'second-agent', 'email-code', 'sms-code', 'approval', 'in-person', 'totp'];
const anyFactor = fc.record({ id: fc.constantFrom(...ids), strength, points }).map((one) => ({
  ...factor(one.id, one.id === 'facts' ? 'signal' : one.strength, one.points),
}));
/** As the desk has them: each id once. */
const anyPassed = fc.uniqueArray(anyFactor, { selector: ({ id }) => id, maxLength: ids.length });
const meets = (demand: Demand, passed: readonly Contribution[]): boolean => isSatisfied(assess(demand, passed));
const runs = { numRuns: 2000 };

describe('whatever the policy says', () => {
  it('an additional factor never makes a proof weaker', () => {
    fc.assert(
      fc.property(anySituation, anyPassed, fc.nat(7), (where, passed, dropped) => {
        const demand = demandFor(where);
        const fewer = passed.filter((_each, index) => index !== dropped);
        expect(meets(demand, fewer) && !meets(demand, passed)).toBe(false);
        expect(assess(demand, passed).points).toBeGreaterThanOrEqual(assess(demand, fewer).points);
      }),
      runs,
    );
  });

  it('the order in which factors were passed changes nothing', () => {
    fc.assert(
      fc.property(anySituation, anyPassed, (where, passed) => {
        const demand = demandFor(where);
        expect(assess(demand, [...passed].reverse())).toEqual(assess(demand, passed));
      }),
      runs,
    );
  });

  it('a raised threat never loosens: not what is asked, not how long it holds', () => {
    fc.assert(
      fc.property(anySituation, anyPassed, (where, passed) => {
        const calm = demandFor({ ...where, raisedThreat: false });
        const raised = demandFor({ ...where, raisedThreat: true });
        expect(meets(raised, passed) && !meets(calm, passed)).toBe(false);
        expect(raised.minutes).toBeLessThanOrEqual(calm.minutes);
        expect(raised.minutes).toBeGreaterThan(0);
        expect(rank(raised.strongest)).toBeGreaterThanOrEqual(rank(calm.strongest));
      }),
      runs,
    );
  });

  it('belonging to one more population never loosens', () => {
    fc.assert(
      fc.property(anySituation, anyPopulation, anyPassed, (where, more, passed) => {
        const stricter = demandFor({ ...where, populations: [...where.populations, more] });
        expect(meets(stricter, passed) && !meets(demandFor(where), passed)).toBe(false);
      }),
      runs,
    );
  });

  it('facts alone never reach a sensitive purpose, whatever points they are given', () => {
    fc.assert(
      fc.property(anySituation, points, (where, given) => {
        const demand = demandFor(where);
        fc.pre(demand.sensitive);
        expect(meets(demand, [{ ...facts, points: given }])).toBe(false);
        expect(meets(demand, [])).toBe(false);
      }),
      runs,
    );
  });

  it('nothing is reached below the points, the factors or the strength it asks', () => {
    fc.assert(
      fc.property(anySituation, anyPassed, (where, passed) => {
        const demand = demandFor(where);
        fc.pre(meets(demand, passed));
        expect(passed.reduce((sum, each) => sum + each.points, 0)).toBeGreaterThanOrEqual(demand.points);
        expect(passed.length).toBeGreaterThanOrEqual(demand.factors);
        expect(Math.max(-1, ...passed.map((each) => rank(each.strength)))).toBeGreaterThanOrEqual(
          rank(demand.strongest),
        );
      }),
      runs,
    );
  });
});
