import {
  sentCodes,
  type AssuranceView,
  type CallView,
  type FactorId,
  type FactorView,
  type SentCodeView,
} from '../../../shared/call-view.js';
import type { Factor } from '../factors/factor.js';
import { assuranceIn, countsFor } from './asked.js';
import { stepOf, type Call, type SentRecord } from './call.js';
import type { CallRoom } from './call-room.js';
import { factsLeft, factsOf } from './facts-asked.js';
import { mayStart } from './may-start.js';
import { nextSteps } from './next-steps.js';
import { stateOf, whyNotOffered } from './offered.js';
import { shownIn } from './shown.js';

const codeView = ({ sending, until, againAt, wrong, issued: { digits } }: SentRecord): SentCodeView => ({
  sending,
  until: until.toISOString(),
  againAt: againAt.toISOString(),
  wrong,
  digits,
});

const codeOf = ({ chosen }: Call, id: FactorId): SentCodeView | null => {
  const known = sentCodes.find((each) => each === id);
  const sent = known && chosen?.codes[known];
  return sent ? codeView(sent) : null;
};

const daysOf = ({ chosen }: Call, why: FactorView['why']): number | null => {
  if (why === 'phone-changed') return chosen?.changedDays.phone ?? null;
  return why === 'email-changed' ? (chosen?.changedDays.email ?? null) : null;
};

const factorView = (call: Call, factor: Factor, reached: AssuranceView, now: Date): FactorView => {
  const { id, strength, points } = factor;
  const why = whyNotOffered(call, factor, reached, now);
  const state = why ? 'missing' : stateOf(call, id);
  return { id, strength, points, state, why, days: daysOf(call, why), code: codeOf(call, id) };
};

const wrongAnswersLeft = ({ policy }: CallRoom, { lockedUntil, chosen, wrongAnswers }: Call): number => {
  if (lockedUntil) return 0;
  const left = Math.max(0, policy.limits.wrongAnswersPerCall - wrongAnswers);
  return chosen ? Math.min(left, chosen.wrongLeft) : left;
};

const bypassState = (room: CallRoom, { rules, chosen }: Call): CallView['bypass'] => {
  if (!rules.bypass || !room.askSecondAgent || !room.roles().includes('bypass')) return 'none';
  return chosen?.bypass === 'started' || chosen?.bypass === 'failed' ? chosen.bypass : 'possible';
};

const otherPurposes = (room: CallRoom, { purpose, rules }: Call): readonly string[] =>
  rules.kind === 'billing-check'
    ? []
    : Object.entries(room.policy.purposes)
        .filter(([id, other]) => id !== purpose && other.kind !== 'billing-check' && mayStart(room, other))
        .map(([id]) => id);

const viewedFactors = (room: CallRoom, call: Call, reached: AssuranceView): readonly FactorView[] =>
  Object.values(room.factors)
    .filter(({ id }) => countsFor(call, id))
    .map((factor) => factorView(call, factor, reached, room.now()));

/** The picture of the call that the renderer gets: masked, counted, timed; never a value of the registry. */
export const viewOf = (room: CallRoom, call: Call): CallView => {
  const assurance = assuranceIn(room, call);
  const factors = viewedFactors(room, call, assurance);
  const bypass = bypassState(room, call);
  return {
    reference: call.reference,
    purpose: call.purpose,
    kind: call.rules.kind,
    ticket: call.ticket,
    step: stepOf(call),
    putAway: call.putAway,
    startedAt: call.startedAt.toISOString(),
    foundAt: call.foundAt?.toISOString() ?? null,
    find: call.find,
    candidates: call.hits.map(({ candidate }) => candidate),
    subject: call.chosen?.candidate ?? null,
    compare: call.chosen?.compared === 'match' ? factsOf(call) : factsLeft(call),
    repeated: call.chosen?.repeated ?? [],
    compared: call.chosen?.compared ?? null,
    wrongAnswersLeft: wrongAnswersLeft(room, call),
    lockedUntil: call.lockedUntil?.toISOString() ?? null,
    assurance,
    factors,
    mutual: call.chosen?.mutual ?? null,
    attestation: { secondAgent: room.policy.factors.inPerson?.secondAgent ?? false },
    dial: room.policy.factors.callBack.dial,
    verifiedUntil: call.held?.until.toISOString() ?? null,
    show: shownIn(call),
    handable: call.rules.kind === 'disclose' ? call.rules.show : [],
    filed: call.filed?.request ?? null,
    billing: call.billing,
    bypass,
    otherPurposes: otherPurposes(room, call),
    next: nextSteps(room, call, factors, bypass !== 'none'),
  };
};
