import type { CallerId, DrillView, Finding, Said } from '../../../shared/drill.js';
import { ok, type Failure, type Result } from '../../../shared/result.js';
import type { Step } from '../audit/audit-log.js';
import { Withheld } from '../audit/disclosure.js';
import type { CallRoom } from '../call/call-room.js';
import type { CallUseCases } from '../call/late-calls.js';
import type { FactorPorts } from '../factors/factors.js';
import type { Policy } from '../policy/schema.js';
import type { Subject } from '../registry/subject.js';
import { assessDrill } from './assess.js';
import { callers, type Caller } from './caller.js';
import { createDrillAudit } from './drill-audit.js';
import { inventedPeople, type InventedPerson } from './people.js';
import { createDrillPost } from './post.js';
import { isProvable } from './provable.js';
import { createDrillRegistry } from './registry.js';

/** A drill that is on: the use cases of a call, on invented people. */
export interface Exercise extends CallUseCases {
  drill(): DrillView;
  /** Ends an open call of it. Fails as the journal does while that end cannot be recorded; then the drill goes on. */
  end(): Promise<Result<void>>;
}

/** What is another in a drill than in a call. */
export type OwnOfDrill = Pick<CallRoom, 'audit' | 'registry' | 'whyNot'> & { readonly ports: FactorPorts };

interface ExerciseParts {
  readonly caller: CallerId;
  readonly audit: CallRoom['audit'];
  readonly whyNot: () => Failure | null;
  readonly policy: Policy;
  /** The use cases of a call, with what they prove a caller by and what is owed to the journal by one that was abandoned. */
  readonly open: (own: OwnOfDrill) => {
    readonly calls: CallUseCases;
    readonly room: Pick<CallRoom, 'factors' | 'owed'>;
  };
  /** The picture of the drill is another. */
  readonly onChanged: () => void;
  readonly now: () => Date;
}

const factsOf = ({ givenName, familyName, userName, workEmail, workPhone, organisation }: InventedPerson): Said => ({
  name: `${givenName} ${familyName}`,
  ...{ userName, workEmail, organisation },
  ...(workPhone && { workPhone }),
});

const personOf = (people: readonly InventedPerson[], { as }: Caller): InventedPerson => {
  const person = people.find(({ userName }) => userName === as);
  if (!person) throw new Error(`nobody invented is ${as}`);
  return person;
};

/** One caller on the line, for as many calls as the agent wants to try. */
export const createExercise = (parts: ExerciseParts): Exercise => {
  const caller = callers[parts.caller];
  const post = createDrillPost(parts.policy, caller);
  const people = inventedPeople(parts.now());
  const person = personOf(people, caller);
  const subject = new Withheld<Subject>(person);
  let steps: readonly Step[] = [];
  let findings: readonly Finding[] | null = null;
  let ended = false;

  const take = (recorded: readonly Step[]): void => {
    const begins = recorded.some(({ type }) => type === 'call.started');
    if (begins) {
      findings = null;
      post.clear();
    }
    // A message is there before its answer is on record; the window is told with that.
    if (recorded.some(({ type }) => type === 'code.answered')) parts.onChanged();
    steps = begins ? recorded : [...steps, ...recorded];
    const closed = recorded.find(({ type }) => type === 'call.closed');
    if (!closed || closed.outcome === 'abandoned') return;
    findings = assessDrill({
      ...{ caller, steps },
      kindOf: (id) => parts.policy.purposes[id]?.kind,
      provable: isProvable({ ...parts, factors: room.factors }, subject, closed.purpose ?? '', parts.now()),
    });
    parts.onChanged();
  };

  const { calls, room } = parts.open({
    audit: createDrillAudit(parts.audit, take),
    registry: createDrillRegistry(people),
    ports: post.ports,
    whyNot: () => (ended ? { code: 'no-call' } : parts.whyNot()),
  });
  const payOwed = async (): Promise<Result<void>> => {
    const paid = await room.owed?.();
    if (paid?.ok === false) return paid;
    room.owed = null;
    return ok(undefined);
  };
  return {
    ...calls,
    drill: () => ({
      caller: parts.caller,
      says: { ...factsOf(person), ...caller.says },
      corrects: caller.corrects ?? {},
      message: post.message(),
      findings,
    }),
    end: async () => {
      ended = true;
      await calls.abandon('drill-ended');
      const paid = await payOwed();
      if (!paid.ok) ended = false;
      return paid;
    },
  };
};
