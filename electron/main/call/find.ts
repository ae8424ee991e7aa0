import type { CallView, FindOutcome } from '../../../shared/call-view.js';
import type { RequestOf } from '../../../shared/contract.js';
import { ok, type Result } from '../../../shared/result.js';
import type { Step } from '../audit/audit-log.js';
import { disclose, type RecordReceipt, type Withheld } from '../audit/disclosure.js';
import type { Subject } from '../registry/subject.js';
import { withSearch, type Call, type Hit } from './call.js';
import { callAt, type CallRoom, note, record } from './call-room.js';
import { parseIdentifier } from './identifier.js';
import { hiddenMask, mask } from './mask.js';
import { opens } from './opening.js';
import { viewOf } from './view.js';

type Answer = readonly Withheld<Subject>[] | 'too-many';

type IsOpen = (subject: Withheld<Subject>) => boolean;

const isRestricted = (subject: Withheld<Subject>): boolean => subject.test(({ restricted }) => restricted);

/** Only subjects that may be helped are listed; the rest are said, never shown. */
const outcomeOf = (answer: Answer, isOpen: IsOpen): FindOutcome => {
  if (answer === 'too-many') return 'too-many';
  if (answer.length === 0) return 'none';
  if (answer.some(isOpen)) return 'found';
  return answer.some(isRestricted) ? 'restricted' : 'ended';
};

const hasEmail = (subject: Withheld<Subject>): boolean => subject.test(({ workEmail }) => workEmail !== null);

/** What the masked candidate is made of; an address that the registry keeps, or has not, is not among it. */
const shownOf = (subject: Withheld<Subject>, isOpen: IsOpen): string[] => {
  if (!isOpen(subject) || isRestricted(subject)) return [];
  return ['name', 'organisation', ...(hasEmail(subject) ? ['workEmail'] : [])];
};

/** One entry a subject, one for an empty answer. The identifier is sealed under the key of whom it found. */
const answeredSteps = (
  answer: Answer,
  outcome: FindOutcome,
  isOpen: IsOpen,
  by: string,
  identifier: string,
): Step[] => {
  const step = { type: 'lookup.answered', outcome, reason: `by-${by}`, sealed: { identifier } } as const;
  if (answer === 'too-many' || answer.length === 0) return [step];
  return answer.map((subject) => ({ ...step, subject, fields: shownOf(subject, isOpen) }));
};

/** The organisation tells two of a name apart, but not where the caller is about to be asked for it. */
const masked = (receipt: RecordReceipt, subjects: readonly Withheld<Subject>[], hidden: boolean): Hit[] =>
  subjects.map((subject, index) => ({
    subject,
    candidate: isRestricted(subject)
      ? hiddenMask(index + 1)
      : disclose(receipt, subject, (value) => mask(value, index + 1, hidden)),
  }));

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

  const isOpen: IsOpen = (subject) => opens(call.rules.kind, subject);
  const outcome = outcomeOf(answer.value, isOpen);
  const steps = answeredSteps(answer.value, outcome, isOpen, request.by, identifier);
  const answered = await record(room, call, ...steps);
  if (!answered.ok) return answered;
  const hits =
    outcome === 'found' && answer.value !== 'too-many'
      ? masked(answered.value, answer.value.filter(isOpen), call.rules.compare.includes('organisation'))
      : [];
  room.call = withSearch(call, outcome, hits, room.now());
  return ok(viewOf(room, room.call));
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
      return await askRegistry(room, call.value, request);
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
