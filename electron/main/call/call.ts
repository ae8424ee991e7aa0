import type { CallStep, FactorId, FindOutcome } from '../../../shared/call-view.js';
import type { FiledRequest } from '../../../shared/request.js';
import type { Candidate } from '../../../shared/subject.js';
import type { Withheld } from '../audit/disclosure.js';
import type { Population, PurposeRules } from '../policy/purpose-schema.js';
import type { Subject } from '../registry/subject.js';

/** A hit of the last search: what the agent may see of it, and what only main holds. */
export interface Hit {
  readonly candidate: Candidate;
  readonly subject: Withheld<Subject>;
}

/** The subject at hand and how the proof stands. */
export interface Chosen extends Hit {
  readonly compared: 'match' | 'no-match' | null;
  readonly callBack: 'waiting' | 'started' | 'done' | 'failed';
  readonly secondAgent: 'waiting' | 'started' | 'done' | 'failed';
  /** Days since the phone changed, where that is why there is no call-back. */
  readonly phoneChangedDays: number | null;
  /** Those of the policy that the subject belongs to, once the facts match. */
  readonly populations: readonly Population[];
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
  readonly hits: readonly Hit[];
  readonly chosen: Chosen | null;
  /** Across the whole call: another subject or a new search never resets it. */
  readonly wrongAnswers: number;
  readonly lockedUntil: Date | null;
  readonly verifiedUntil: Date | null;
  /** By what the subject at hand was proven; an expiry does not undo that it happened. */
  readonly proven: readonly FactorId[] | null;
  /** What it has left behind, and about whom; nothing of the person outlives a lock. */
  readonly filed: { readonly request: FiledRequest; readonly subject: Withheld<Subject> | null } | null;
}

export const startedCall = (about: Pick<Call, 'reference' | 'purpose' | 'rules' | 'ticket' | 'startedAt'>): Call => ({
  ...about,
  foundAt: null,
  find: null,
  hits: [],
  chosen: null,
  wrongAnswers: 0,
  lockedUntil: null,
  verifiedUntil: null,
  proven: null,
  filed: null,
});

/** A search drops what an earlier one found, with all that was proven about it. */
export const withSearch = (call: Call, find: FindOutcome, hits: readonly Hit[], at: Date): Call => ({
  ...call,
  find,
  hits,
  foundAt: at,
  chosen: null,
  proven: null,
});

export const withChosen = (call: Call, hit: Hit): Call => ({
  ...call,
  proven: null,
  chosen: {
    ...hit,
    compared: null,
    callBack: 'waiting',
    secondAgent: 'waiting',
    phoneChangedDays: null,
    populations: [],
  },
});

export const withChange = (call: Call, change: Partial<Omit<Chosen, keyof Hit>>): Call =>
  call.chosen ? { ...call, chosen: { ...call.chosen, ...change } } : call;

/** After expiry the caller proves everything anew; wrong answers stay counted. */
export const withExpiry = (call: Call): Call => ({
  ...withChange(call, { compared: null, callBack: 'waiting', secondAgent: 'waiting' }),
  verifiedUntil: null,
});

/** What a lock leaves of a call: nothing of the registry's, and every count and lock that wrong answers have earned. */
export const withoutSubject = (call: Call): Call => ({
  ...call,
  foundAt: null,
  find: null,
  hits: [],
  chosen: null,
  verifiedUntil: null,
  proven: null,
  filed: call.filed && { ...call.filed, subject: null },
});

/** Derived, never stored, so that it cannot disagree with what it is derived from. */
export const stepOf = (call: Call): CallStep => {
  if (call.lockedUntil) return 'locked';
  if (!call.chosen) return 'finding';
  if (call.verifiedUntil) return 'verified';
  return call.chosen.compared === 'match' ? 'proving' : 'comparing';
};

export const passedFactors = ({ chosen }: Call): readonly FactorId[] => [
  ...(chosen?.compared === 'match' ? (['facts'] as const) : []),
  ...(chosen?.callBack === 'done' ? (['call-back'] as const) : []),
  ...(chosen?.secondAgent === 'done' ? (['second-agent'] as const) : []),
];
