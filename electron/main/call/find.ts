import type { BillingView, CallView, FindOutcome } from '../../../shared/call-view.js';
import type { RequestOf } from '../../../shared/contract.js';
import type { PurposeKind } from '../../../shared/purpose.js';
import { ok, type Result } from '../../../shared/result.js';
import type { Step } from '../audit/audit-log.js';
import { disclose, type RecordReceipt, type Withheld } from '../audit/disclosure.js';
import type { Subject } from '../registry/subject.js';
import { withoutFound, withSearch, type Call, type Hit } from './call.js';
import { callAt, type CallRoom, note, record } from './call-room.js';
import { factsOf } from './facts-asked.js';
import { parseIdentifier } from './identifier.js';
import { hiddenMask, mask } from './mask.js';
import { opens } from './opening.js';
import { viewOf } from './view.js';

type Answer = readonly Withheld<Subject>[] | 'too-many';

const isRestricted = (subject: Withheld<Subject>): boolean => subject.test(({ restricted }) => restricted);

/** Only subjects that may be helped are listed; the rest are said, never shown. Without identity, several are as good as none. */
const outcomeOf = (answer: Answer, kind: PurposeKind): FindOutcome => {
  if (answer === 'too-many' || (kind === 'billing-check' && answer.length > 1)) return 'too-many';
  if (answer.length === 0) return 'none';
  if (answer.some((subject) => opens(kind, subject))) return 'found';
  return answer.some(isRestricted) ? 'restricted' : 'ended';
};

const hasEmail = (subject: Withheld<Subject>): boolean => subject.test(({ workEmail }) => workEmail !== null);

/** What is shown of a hit: of a masked candidate an address that the registry keeps, or has not, is no part. */
const shownOf = (subject: Withheld<Subject>, outcome: FindOutcome, kind: PurposeKind): string[] => {
  if (outcome !== 'found' || !opens(kind, subject) || isRestricted(subject)) return [];
  if (kind === 'billing-check') return ['status', 'endedAt'];
  return ['name', 'organisation', ...(hasEmail(subject) ? ['workEmail'] : [])];
};

/** One entry a subject, one for an empty answer. The identifier is sealed under the key of whom it found. */
const answeredSteps = (
  kind: PurposeKind,
  answer: Answer,
  outcome: FindOutcome,
  by: string,
  identifier: string,
): Step[] => {
  const step = { type: 'lookup.answered', outcome, reason: `by-${by}`, sealed: { identifier } } as const;
  if (answer === 'too-many' || answer.length === 0) return [step];
  return answer.map((subject) => ({ ...step, subject, fields: shownOf(subject, outcome, kind) }));
};

/** The organisation tells two of a name apart, but not where the caller is about to be asked for it. */
const masked = (receipt: RecordReceipt, subjects: readonly Withheld<Subject>[], hidden: boolean): Hit[] =>
  subjects.map((subject, index) => ({
    subject,
    candidate: isRestricted(subject)
      ? hiddenMask(index + 1)
      : disclose(receipt, subject, (value) => mask(value, index + 1, hidden)),
  }));

const billingOf = ({ active, endedAt }: Subject): BillingView => ({ active, endedAt });

/** What is shown of whom a search found: masked candidates, or of the one somebody is billed for only whether they are active. */
const foundIn = (
  call: Call,
  receipt: RecordReceipt,
  answer: Answer,
  outcome: FindOutcome,
): Pick<Call, 'hits' | 'billing'> => {
  const { kind } = call.rules;
  const open = outcome === 'found' && answer !== 'too-many' ? answer.filter((subject) => opens(kind, subject)) : [];
  if (kind !== 'billing-check') {
    return { hits: masked(receipt, open, factsOf(call).includes('organisation')), billing: null };
  }
  const [one] = open;
  return { hits: [], billing: one ? disclose(receipt, one, billingOf) : null };
};

const askRegistry = async (
  room: CallRoom,
  call: Call,
  request: RequestOf<'findSubject'>,
): Promise<Result<CallView>> => {
  const query = parseIdentifier(request);
  if (!query.ok) return query;
  const left = await room.watch.mayLookUp();
  if (!left.ok) return left;
  const allowed = await room.audit.mayDisclose();
  if (!allowed.ok) return allowed;
  const requested = await record(room, call, { type: 'lookup.requested', reason: `by-${request.by}` });
  if (!requested.ok) return requested;

  const answer = await room.registry.search(query.value, (room.search = new AbortController()).signal);
  const identifier = [request.identifier, request.organisation].filter(Boolean).join(' · ').slice(0, 500);
  if (!answer.ok) {
    const refused = {
      type: 'lookup.answered',
      outcome: 'failed',
      reason: answer.error.code,
      sealed: { identifier },
    } as const;
    // A lookup that failed has nothing to hold back, and says why, also when that ended the session.
    const recorded = await note(room, call, refused);
    return recorded.ok ? answer : recorded;
  }

  const { kind } = call.rules;
  const outcome = outcomeOf(answer.value, kind);
  const answered = await record(room, call, ...answeredSteps(kind, answer.value, outcome, request.by, identifier));
  if (!answered.ok) return answered;
  const searched = { by: request.by, identifier: request.identifier };
  const found = foundIn({ ...call, searched, chosen: null }, answered.value, answer.value, outcome);
  room.call = withSearch(call, { ...found, searched, find: outcome, foundAt: room.now() });
  return ok(viewOf(room, room.call));
};

/** Whoever an earlier search found is not whom the agent asked for since. */
const forgetFound = (room: CallRoom, call: Call): void => {
  room.call = withoutFound(call);
  room.emit({ kind: 'call', call: viewOf(room, room.call) });
};

/**
 * Looks the caller up by an exact identifier and answers masked candidates or why there are none.
 * The request is durable before the registry is asked, the answer before anything of it is shown.
 */
export const findSubject =
  (room: CallRoom) =>
  async (request: RequestOf<'findSubject'>): Promise<Result<CallView>> => {
    const call = callAt(room, 'finding', 'comparing', 'proving');
    if (!call.ok) return call;
    try {
      const found = await askRegistry(room, call.value, request);
      // Behind the lock the call is put away as it is.
      if (!found.ok && room.whyNot() === null) forgetFound(room, call.value);
      return found;
    } finally {
      room.search = null;
    }
  };

/** Takes effect at once, not in turn: the search it ends is the one holding the turn. */
export const cancelSearch = (room: CallRoom) => (): Promise<Result<{ cancelled: boolean }>> => {
  const cancelled = room.search !== null;
  room.search?.abort();
  return Promise.resolve(ok({ cancelled }));
};
