import type { AssuranceView, FactorId } from '../../../shared/call-view.js';
import type { Withheld } from '../audit/disclosure.js';
import type { Population } from '../policy/purpose-schema.js';
import { folded } from '../registry/folding.js';
import type { Subject } from '../registry/subject.js';
import { assess } from './assurance.js';
import { passedFactors, type Call } from './call.js';
import type { CallRoom } from './call-room.js';
import { demandFor, type Demand } from './demand.js';

const isOf =
  ({ who: { privileged, organisations = [] } }: Population) =>
  (subject: Subject): boolean =>
    (privileged === true && subject.privileged) ||
    organisations.some((each) => folded(each) === folded(subject.organisation));

/** The populations of the policy that the subject belongs to. */
export const populationsOf = (all: readonly Population[], subject: Withheld<Subject>): readonly Population[] =>
  all.filter((population) => subject.test(isOf(population)));

/** What the purpose at hand asks. That a subject is protected is not told before the facts match. */
export const askedIn = ({ policy: { raisedThreat } }: Pick<CallRoom, 'policy'>, call: Call): Demand =>
  demandFor({
    purpose: call.purpose,
    rules: call.rules,
    populations: call.chosen?.compared === 'match' ? call.chosen.populations : [],
    raisedThreat,
  });

const provesContact: ReadonlySet<string> = new Set(['facts', 'approval']);

/** Whoever says that somebody has left is not that person: what proves the subject proves nothing about that caller. */
export const countsFor = ({ rules: { kind } }: Pick<Call, 'rules'>, id: FactorId): boolean =>
  kind !== 'end-of-use' || provesContact.has(id);

/** How the proof of this call stands. */
export const assuranceIn = (room: Pick<CallRoom, 'policy' | 'factors'>, call: Call): AssuranceView =>
  assess(
    askedIn(room, call),
    passedFactors(call)
      .filter((id) => countsFor(call, id))
      .map((id) => room.factors[id]),
  );
