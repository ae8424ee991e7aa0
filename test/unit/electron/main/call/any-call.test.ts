import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { happenings } from '../../../../support/model/commands.js';
import { openModelDesk } from '../../../../support/model/desk.js';
import { createModel } from '../../../../support/model/model.js';
import { signIn, unlockDesk, close } from '../../../../support/model/steps.js';
import { marks } from '../../../../support/model/world.js';
import { requestPlace, type RequestPlace } from '../../../../support/requests.js';

let requests: RequestPlace;
beforeAll(async () => void (requests = await requestPlace()));
afterAll(() => requests.end());
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  vi.stubGlobal('Date', quickDate());
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const RealDate = Date;
/** The set clock's own dates take ten times as long to make, and a day takes many. */
const quickDate = () => {
  const { now } = Date;
  return class extends RealDate {
    static override now = now;
    constructor(...given: [] | [number]) {
      super(...((given.length > 0 ? given : [now()]) as [number]));
    }
  };
};

const wanted = Number(process.env['CALLS'] ?? 10_000);
const quick = process.env['QUICK'] !== undefined;
const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);

describe('whatever is done at a desk, in whatever order', () => {
  it('keeps to the rules', async () => {
    let calls = 0;
    let runs = 0;
    const counted: Record<string, number> = {};
    const day = fc.asyncProperty(
      fc.boolean(),
      fc.commands([...happenings], { maxCommands: 120, size: 'max' }),
      async (raisedThreat, commands) => {
        const real = await openModelDesk(raisedThreat, requests);
        const model = createModel(real.policy);
        const env = { model, real };
        try {
          await fc.asyncModelRun(() => ({ model: env, real: env }), commands);
          await signIn(env);
          await unlockDesk(env);
          if (model.call) await close(env, 'caller-hung-up');
          real.ledger.catchUp();
          expect([...real.ledger.outcomes.values()]).toEqual(model.ended.map(({ outcome }) => [outcome]));
          const text = real.text();
          expect(marks.filter((mark) => text.includes(mark))).toEqual([]);
          calls += model.ended.length;
          runs += 1;
          for (const { type } of real.ledger.entries) counted[type] = (counted[type] ?? 0) + 1;
        } finally {
          await real.end();
        }
      },
    );
    console.log(`seed ${seed}`);
    const begun = performance.now();
    while (calls < wanted)
      await fc.assert(day, { numRuns: 50, unbiased: true, seed: seed + calls, endOnFailure: quick });
    console.log(`${calls} calls in ${runs} days, ${Math.round(performance.now() - begun)} ms`, counted);
  }, 300_000);
});
