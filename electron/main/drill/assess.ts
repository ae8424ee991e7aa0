import { drillRules, isMeant, type DrillRule, type Finding } from '../../../shared/drill.js';
import type { PurposeKind } from '../../../shared/purpose.js';
import type { Step } from '../audit/audit-log.js';
import { unprovenOutcomes, type Caller } from './caller.js';

/** A call that is over: who called, and its entries. */
export interface Played {
  readonly caller: Caller;
  readonly steps: readonly Step[];
  readonly kindOf: (purpose: string) => PurposeKind | undefined;
  /** Whether any way leads to the purpose of the call for whom the caller says they are. */
  readonly provable: boolean;
}

/** Whether the call kept to a rule; null when it had no occasion to. */
type Judge = (played: Played) => boolean | null;

const ofType = ({ steps }: Played, ...types: readonly Step['type'][]): readonly Step[] =>
  steps.filter(({ type }) => types.includes(type));
const has = (played: Played, ...types: readonly Step['type'][]): boolean => ofType(played, ...types).length > 0;
const outcomeOf = (played: Played): string | undefined => ofType(played, 'call.closed').at(-1)?.outcome;

const isProven = ({ steps }: Played): boolean =>
  steps.some(({ type, purpose }) => type === 'call.verified' && purpose === steps.at(-1)?.purpose);

const isAbout =
  ({ as }: Caller) =>
  ({ subject }: Step): boolean =>
    subject?.test(({ id }) => id === `drill-${as}`) ?? false;

/** Everybody may mishear or misspeak once, and once more. */
const mostWrong = 2;

const judges: Readonly<Record<DrillRule, Judge>> = {
  purpose: ({ caller, steps, kindOf }) => {
    const id = steps.at(-1)?.purpose ?? '';
    return caller.purposes.some((meant) => isMeant(meant, { id, kind: kindOf(id) ?? '' }));
  },
  record: (played) => {
    const chosen = ofType(played, 'subject.chosen').at(-1);
    if (!chosen) return null;
    const shown = ofType(played, 'field.revealed', 'field.copied');
    return [chosen, ...shown].every(isAbout(played.caller));
  },
  guesses: (played) => {
    const wrong = ofType(played, 'claims.compared').filter(({ outcome }) => outcome === 'no-match').length;
    return wrong === 0 ? null : wrong <= mostWrong;
  },
  'call-back': (played) => {
    const results = ofType(played, 'factor.finished').filter(({ outcome }) => outcome === 'call-back');
    return results.length === 0 ? null : results.every(({ reason }) => reason === played.caller.callBack);
  },
  sighting: (played) => {
    const attested = ofType(played, 'factor.finished').filter(({ outcome }) => outcome === 'in-person');
    return attested.some(({ reason }) => reason !== 'refused') ? played.caller.seen : null;
  },
  pressure: (played) => {
    if (has(played, 'bypass.asked')) return false;
    return played.caller.pushes ? outcomeOf(played) !== 'resolved' || isProven(played) : null;
  },
  proof: (played) => outcomeOf(played) !== 'resolved' || isProven(played),
  impostor: (played) => (played.caller.impostor ? !has(played, 'call.verified', 'call.bypassed') : null),
  minimum: (played) => {
    const shown = ofType(played, 'field.revealed', 'field.copied').flatMap(({ fields = [] }) => fields);
    return shown.length === 0 ? null : shown.every((field) => played.caller.needs.some((need) => need === field));
  },
  request: (played) =>
    played.caller.files && played.provable
      ? ofType(played, 'request.created').some(({ outcome }) => outcome === played.caller.files)
      : null,
  outcome: (played) => {
    const { caller, provable } = played;
    const right = provable ? caller.outcomes : [...caller.outcomes, ...unprovenOutcomes];
    return right.some((outcome) => outcome === outcomeOf(played));
  },
};

/** What a closed call showed of each rule that it had occasion to keep, from its own entries alone. */
export const assessDrill = (played: Played): readonly Finding[] =>
  drillRules.flatMap((rule) => {
    const kept = judges[rule](played);
    return kept === null ? [] : [{ rule, kept }];
  });
