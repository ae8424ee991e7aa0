import { askedFor, isMeant, type CallerId } from '../../shared/drill.js';
import { fail, ok, type Result } from '../../shared/result.js';
import { createCallUseCases } from './call/use-cases.js';
import { freshRoom, type Parts } from './compose-calls.js';
import { drilled } from './drill/drilled.js';
import { createExercise, type Exercise } from './drill/exercise.js';
import { unwatched } from './drill/unwatched.js';
import { monthAfter } from './requests/due-day.js';
import type { RequestDesk } from './requests/request-desk.js';
import type { Policy } from './policy/schema.js';

/** A request of a drill is recorded, said to be kept, and forgotten: there is nobody to see to it. */
const keepsNothing: RequestDesk = {
  keep: ({ filing, created }) =>
    Promise.resolve(ok({ due: filing.kind === 'privacy-request' ? monthAfter(created) : null })),
};

type DrillParts = Pick<Parts, 'host' | 'policy' | 'audit' | 'access' | 'watch' | 'whyNot' | 'emit'>;

const hasPurpose = ({ purposes }: Policy, caller: CallerId): boolean =>
  Object.entries(purposes).some(([id, { kind }]) => isMeant(askedFor[caller], { id, kind }));

/** The drill's part of the composition root: the policy and the use cases are the desk's own, and nothing reaches out of it. */
export const composeDrill = (parts: DrillParts, caller: CallerId): Result<Exercise> => {
  const policy = drilled(parts.policy);
  if (!hasPurpose(policy, caller)) return fail('purpose-unknown');
  return ok(
    createExercise({
      caller,
      audit: parts.audit,
      whyNot: parts.whyNot,
      policy,
      open: ({ ports, ...own }) => {
        const room = {
          ...freshRoom({ ...parts, policy }, ports),
          ...own,
          watch: unwatched(parts.watch.call),
          askSecondAgent: () => Promise.resolve({ ok: true as const, agent: 'drill' }),
          requests: keepsNothing,
          dial: () => Promise.resolve(),
        };
        return { calls: createCallUseCases(room), room };
      },
      onChanged: () => parts.emit({ kind: 'state' }),
      now: () => new Date(),
    }),
  );
};
