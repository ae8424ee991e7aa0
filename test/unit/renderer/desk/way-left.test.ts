import { describe, expect, it } from 'vitest';
import { assess, type Contribution } from '../../../../electron/main/call/assurance.js';
import type { Demand } from '../../../../electron/main/call/demand.js';
import { demandsOf, shortestLeft } from '../../../../renderer/desk/way-left.js';

const facts: Contribution = { id: 'facts', strength: 'signal', points: 2 };
const callBack: Contribution = { id: 'call-back', strength: 'medium', points: 4 };
const approval: Contribution = { id: 'approval', strength: 'medium', points: 4 };
const totp: Contribution = { id: 'totp', strength: 'strong', points: 6 };

const reset: Demand = {
  ...{ points: 4, factors: 1, strongest: null, sensitive: true, minutes: 10 },
  accept: [
    [
      { factors: 1, of: 'strong' },
      { factors: 2, of: 'medium' },
    ],
  ],
};
const privacy: Demand = { ...reset, accept: [], strongest: 'medium' };
const support: Demand = { ...privacy, points: 2, strongest: null, sensitive: false };

describe('how far the proof is', () => {
  it.each([
    ['nothing', reset, [], '0/1'],
    ['facts, which no way counts', reset, [facts], '0/1'],
    ['one of two medium ways', reset, [facts, callBack], '1/2'],
    ['both medium ways', reset, [facts, callBack, approval], '2/2'],
    ['a strong way', reset, [facts, totp], '1/1'],
    ['facts where a medium way is asked', privacy, [facts], '0/1'],
    ['more than is asked', privacy, [facts, callBack, approval], '1/1'],
    ['facts where they are enough', support, [facts], '1/1'],
    ['one way while two are asked', { ...privacy, factors: 2 }, [callBack], '1/2'],
  ] as const)('with %s goes by the shortest way that is left', (_what, demand, passed, text) => {
    const { reached, needed } = shortestLeft(assess(demand, passed));
    expect(`${reached}/${needed}`).toBe(text);
  });
});

describe('what is asked', () => {
  it('never has more done than it takes, and says of each part whether it is met', () => {
    const after = demandsOf(assess(reset, [facts, callBack]));
    expect(after.points).toEqual({ reached: 4, needed: 4, met: true });
    expect(after.accept.map(({ met }) => met)).toEqual([false]);
    const done = demandsOf(assess(reset, [facts, callBack, approval]));
    expect(done.accept[0]).toMatchObject({ met: true, ways: [{ reached: 0 }, { factors: 2, reached: 2 }] });
  });

  it('names a strength only where one is asked, and counts it as met from there up', () => {
    expect(demandsOf(assess(support, [facts])).strongest).toBeNull();
    expect(demandsOf(assess(privacy, [facts])).strongest).toEqual({ of: 'medium', met: false });
    expect(demandsOf(assess(privacy, [totp])).strongest).toEqual({ of: 'medium', met: true });
  });
});
