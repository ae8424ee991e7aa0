import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { happenings } from './commands.js';
import { openModelDesk, type DayRules, type ModelDesk } from './desk.js';
import { createModel } from './model.js';
import { quickDate } from './quick-date.js';
import { agree } from './agree.js';
import type { Both } from './checks.js';
import { pass, postIs, signIn, unlockDesk } from './steps-of-desk.js';
import { close } from './steps-of-showing.js';
import { marks } from './world.js';

const wanted = Number(process.env['CALLS'] ?? 10_000);
const isQuick = process.env['QUICK'] !== undefined;
/** The same days each time, so that a test that fails was broken by what changed; `SEED` makes others. */
const seed = Number(process.env['SEED'] ?? 105_900_245);

const hour = 3_600_000;

/** Somebody comes, ends what is open, and waits until the post has had its time. */
const endDay = async (env: Both): Promise<void> => {
  await signIn(env);
  await unlockDesk(env);
  if (env.model.call) await close(env, 'caller-hung-up');
  postIs(env, 'well');
  for (let tries = 0; tries < 2; tries += 1) await pass(env, hour);
  await agree(env);
};

const expectKept = ({ ledger, post, requests, text }: ModelDesk, { ended, recorded }: Both['model']): void => {
  ledger.catchUp();
  expect([...ledger.outcomes.values()]).toEqual(ended.map((outcome) => [outcome]));
  expect([requests.unsent, new Set(post.letters).size]).toEqual([0, recorded.filed]);
  const journal = text();
  expect(marks.filter((mark) => journal.includes(mark))).toEqual([]);
};

/** Random days, until there were enough calls. */
export const describeDays = (about: string, raisedThreat: boolean): void => {
  describe(`whatever is done at a desk, in whatever order, ${about}`, () => {
    beforeEach(() => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
      vi.stubGlobal('Date', quickDate());
    });
    afterEach(() => {
      vi.unstubAllGlobals();
      vi.useRealTimers();
    });

    it('keeps to the rules', async () => {
      let calls = 0;
      const counted: Record<string, number> = {};
      const runDay = async (rules: DayRules, commands: Iterable<fc.AsyncCommand<Both, Both>>): Promise<void> => {
        const real = await openModelDesk(rules);
        const env = { real, model: createModel(real.policy) };
        try {
          await fc.asyncModelRun(() => ({ model: env, real: env }), commands);
          await endDay(env);
          expectKept(real, env.model);
          calls += env.model.ended.length;
          for (const { type } of real.ledger.entries) counted[type] = (counted[type] ?? 0) + 1;
        } finally {
          await real.end();
        }
      };
      const day = fc.asyncProperty(
        fc.record({ raisedThreat: fc.constant(raisedThreat), seenAlone: fc.boolean() }),
        fc.commands([...happenings], { maxCommands: 120, size: 'max' }),
        runDay,
      );
      console.log(`seed ${seed}`);
      const begun = performance.now();
      while (calls < wanted)
        await fc.assert(day, { numRuns: 50, unbiased: true, seed: seed + calls, endOnFailure: isQuick });
      console.log(`${calls} calls, ${Math.round(performance.now() - begun)} ms`, counted);
    }, 600_000);
  });
};
