import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess, isSatisfied, type Contribution } from '../../../../../electron/main/call/assurance.js';
import type { PurposeRules } from '../../../../../electron/main/policy/schema.js';

const rules = (change: Partial<PurposeRules>): PurposeRules => ({
  points: 6,
  factors: 2,
  strongest: 'medium',
  compare: ['workEmail'],
  show: ['userName'],
  showMasked: [],
  verifiedMinutes: 15,
  ...change,
});
const facts: Contribution = { id: 'facts', strength: 'signal', points: 2 };
const callBack: Contribution = { id: 'call-back', strength: 'medium', points: 4 };

describe('assurance', () => {
  it('needs points, different factors and strength, all three', () => {
    expect(isSatisfied(assess(rules({}), [facts, callBack]))).toBe(true);
    expect(isSatisfied(assess(rules({ points: 7 }), [facts, callBack]))).toBe(false);
    expect(isSatisfied(assess(rules({ factors: 3 }), [facts, callBack]))).toBe(false);
    expect(isSatisfied(assess(rules({ strongest: 'strong' }), [facts, callBack]))).toBe(false);
  });

  it('counts a factor once, however often it was passed', () => {
    expect(assess(rules({}), [facts, facts, facts])).toMatchObject({ points: 2, factors: 1 });
  });

  it('never lets facts alone reach a purpose that asks for a medium factor', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (points, needed) => {
        const reached = assess(rules({ points: needed, factors: 1, strongest: 'medium' }), [{ ...facts, points }]);
        expect(isSatisfied(reached)).toBe(false);
      }),
    );
  });

  it('is satisfied by nothing only when the purpose asks for nothing', () => {
    expect(isSatisfied(assess({ ...rules({ points: 0, factors: 0 }), strongest: undefined }, []))).toBe(true);
    expect(isSatisfied(assess({ ...rules({ points: 0, factors: 0, strongest: 'signal' }) }, []))).toBe(false);
  });
});
