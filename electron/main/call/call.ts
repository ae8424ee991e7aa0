import type { BillingView, CallStep, CallView, FactorId, FindOutcome, SentCode } from '../../../shared/call-view.js';
import type { FiledRequest } from '../../../shared/request.js';
import type { Candidate, Field, IdentifierKind } from '../../../shared/subject.js';
import type { Withheld } from '../audit/disclosure.js';
import type { IssuedCode } from '../factors/code.js';
import type { Population, PurposeRules } from '../policy/purpose-schema.js';
import type { Subject } from '../registry/subject.js';
import type { Hold } from './hold.js';

/** A hit of the last search: what the agent may see of it, and what only main holds. */
export interface Hit {
  readonly candidate: Candidate;
  readonly subject: Withheld<Subject>;
}

/** A way to prove that is not a comparison. */
export type ProofId = Exclude<FactorId, 'facts'>;

/** How something stands that takes more than one step. */
export type Progress = 'started' | 'done' | 'failed';

/** A code that was sent: what to know it by, and what the agent sees of it. */
export interface SentRecord {
  readonly issued: IssuedCode;
  readonly until: Date;
  readonly againAt: Date;
  readonly sending: boolean;
  readonly wrong: boolean;
}

/** The subject at hand and how the proof stands. */
export interface Chosen extends Hit {
  readonly compared: 'match' | 'no-match' | null;
  /** How each way to prove stands; what is not there has not been tried. */
  readonly progress: Readonly<Partial<Record<ProofId, Progress>>>;
  /** The newest code sent each way. */
  readonly codes: Readonly<Partial<Record<SentCode, SentRecord>>>;
  /** By what the desk proves itself to the subject. */
  readonly mutual: CallView['mutual'];
  readonly bypass: 'waiting' | Progress;
  /** Facts that matched, also for another purpose of this call. */
  readonly matched: readonly Field[];
  /** Asked facts that were answered with what was searched by. */
  readonly repeated: readonly Field[];
  /** Wrong answers that the subject still has on this desk. */
  readonly wrongLeft: number;
  /** Days since the phone and the address changed; null when they never did. */
  readonly changedDays: { readonly phone: number | null; readonly email: number | null };
  /** Those of the policy that the subject belongs to, once the facts match. */
  readonly populations: readonly Population[];
}

/** A verification for an earlier purpose of the call: being stepped up makes it hold no longer. */
interface Carried {
  readonly held: Hold;
  readonly passed: readonly FactorId[];
}

/** One verification session. Every change makes a new value, so a use case can record first and commit after. */
export interface Call {
  readonly reference: string;
  readonly purpose: string;
  readonly rules: PurposeRules;
  readonly ticket: string;
  readonly startedAt: Date;
  readonly foundAt: Date | null;
  readonly find: FindOutcome | null;
  /** What was searched by, as it was typed. */
  readonly searched: { readonly by: IdentifierKind; readonly identifier: string } | null;
  readonly billing: BillingView | null;
  readonly hits: readonly Hit[];
  readonly chosen: Chosen | null;
  /** Across the whole call: another subject or a new search never resets it. */
  readonly wrongAnswers: number;
  readonly lockedUntil: Date | null;
  /** While the caller is verified, or let past. */
  readonly held: Hold | null;
  /** A search was made before the desk was locked, and none since. */
  readonly putAway: boolean;
  /** By what the subject at hand was proven; an expiry does not undo that it happened. */
  readonly proven: readonly FactorId[] | null;
  readonly carried: Carried | null;
  /** Other purposes for which the subject at hand was proven. */
  readonly provenFor: readonly string[];
  /** Whether the proof was bypassed in this call, about whomever. */
  readonly bypassed: boolean;
  /** What it has left behind, and about whom; nothing of the person outlives a lock. */
  readonly filed: { readonly request: FiledRequest; readonly subject: Withheld<Subject> | null } | null;
}

/** Nobody found, nothing proven. */
const nobody = {
  foundAt: null,
  find: null,
  searched: null,
  billing: null,
  hits: [],
  chosen: null,
  held: null,
  proven: null,
  carried: null,
  provenFor: [],
  putAway: false,
} satisfies Partial<Call>;

export const startedCall = (about: Pick<Call, 'reference' | 'purpose' | 'rules' | 'ticket' | 'startedAt'>): Call => ({
  ...about,
  ...nobody,
  wrongAnswers: 0,
  lockedUntil: null,
  bypassed: false,
  filed: null,
});

/** A search drops what an earlier one found, with all that was proven about it. */
export const withSearch = (
  call: Call,
  found: Pick<Call, 'find' | 'hits' | 'searched' | 'billing' | 'foundAt'>,
): Call => ({ ...call, ...nobody, ...found });

/** A search that came to nothing leaves nobody to be taken for whom it was about. */
export const withoutFound = (call: Call): Call => ({ ...call, ...nobody });

const unproven: Pick<Chosen, 'compared' | 'progress' | 'codes' | 'mutual' | 'bypass' | 'matched'> = {
  compared: null,
  progress: {},
  codes: {},
  mutual: null,
  bypass: 'waiting',
  matched: [],
};

const nothingKnown: Pick<Chosen, 'repeated' | 'changedDays' | 'populations'> = {
  repeated: [],
  changedDays: { phone: null, email: null },
  populations: [],
};

export const withChosen = (call: Call, hit: Hit, wrongLeft: number): Call => ({
  ...call,
  ...{ proven: null, carried: null, provenFor: [] },
  chosen: { ...hit, ...unproven, ...nothingKnown, wrongLeft },
});

/** What a colleague confirms was asked for the purpose that is left, if it is still under way. */
const settled = (progress: Chosen['progress']): Chosen['progress'] => {
  const { 'second-agent': vouched, 'in-person': seen, ...others } = progress;
  return {
    ...others,
    ...(vouched && vouched !== 'started' && { 'second-agent': vouched }),
    ...(seen && seen !== 'started' && { 'in-person': seen }),
  };
};

/** One colleague is asked one thing: what was asked before is not waited for any longer. */
export const withoutErrands = (call: Call): Call =>
  call.chosen
    ? withChange(call, {
        progress: settled(call.chosen.progress),
        bypass: call.chosen.bypass === 'started' ? 'waiting' : call.chosen.bypass,
      })
    : call;

/** What was proven stays, for as long as it held. */
export const withPurpose = (call: Call, purpose: string, rules: PurposeRules): Call => {
  const { chosen, proven, held } = call;
  return {
    ...call,
    ...{ purpose, rules, held: null, proven: null },
    chosen: chosen && { ...chosen, bypass: 'waiting', progress: settled(chosen.progress) },
    provenFor: proven ? [...new Set([...call.provenFor, call.purpose])] : call.provenFor,
    // Being let past proves nothing that could be carried on, whatever was proven before it.
    carried: held && proven && chosen?.bypass !== 'done' ? { held, passed: proven } : call.carried,
  };
};

export const withChange = (call: Call, change: Partial<Omit<Chosen, keyof Hit>>): Call =>
  call.chosen ? { ...call, chosen: { ...call.chosen, ...change } } : call;

export const withProgress = (call: Call, id: ProofId, progress: Progress): Call =>
  withChange(call, { progress: { ...call.chosen?.progress, [id]: progress } });

/** With the newest code of that way, or with none. */
export const withCode = (call: Call, id: SentCode, sent: SentRecord | null): Call => {
  const { [id]: _before, ...others } = call.chosen?.codes ?? {};
  return withChange(call, { codes: sent ? { ...others, [id]: sent } : others });
};

/** After expiry the caller proves everything anew; wrong answers stay counted. */
export const withExpiry = (call: Call): Call => ({
  ...withChange(call, unproven),
  ...{ held: null, carried: null },
});

/** What a lock leaves of a call: nothing of the registry's, and every count and lock that wrong answers have earned. */
export const withoutSubject = (call: Call): Call => ({
  ...withoutFound(call),
  filed: call.filed && { ...call.filed, subject: null },
});

/** How long what was proven holds, for this purpose or for an earlier one. */
export const holdOf = ({ held, carried }: Call): Hold | null => held ?? carried?.held ?? null;

/** Derived, never stored, so that it cannot disagree with what it is derived from. */
export const stepOf = (call: Call): CallStep => {
  if (call.lockedUntil) return 'locked';
  if (!call.chosen) return 'finding';
  if (call.held) return call.chosen.bypass === 'done' ? 'bypassed' : 'verified';
  return call.chosen.compared === 'match' ? 'proving' : 'comparing';
};

export const passedFactors = ({ chosen }: Call): readonly FactorId[] => [
  ...(chosen?.compared === 'match' ? (['facts'] as const) : []),
  ...(Object.entries(chosen?.progress ?? {}) as [ProofId, Progress][])
    .filter(([, progress]) => progress === 'done')
    .map(([id]) => id),
];
