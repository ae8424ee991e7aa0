import type { CallStep, CallView, FactorId, FindOutcome, SentCode } from '../../../shared/call-view.js';
import type { Candidate } from '../../../shared/subject.js';
import type { Withheld } from '../audit/disclosure.js';
import type { IssuedCode } from '../factors/code.js';
import type { PurposeRules } from '../policy/schema.js';
import type { Subject } from '../registry/subject.js';

/** A hit of the last search: what the agent may see of it, and what only main holds. */
export interface Hit {
  readonly candidate: Candidate;
  readonly subject: Withheld<Subject>;
}

/** A way to prove that is not a comparison. */
export type ProofId = Exclude<FactorId, 'facts'>;

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
  readonly progress: Readonly<Partial<Record<ProofId, 'started' | 'done' | 'failed'>>>;
  /** The newest code sent each way. */
  readonly codes: Readonly<Partial<Record<SentCode, SentRecord>>>;
  /** By what the desk proves itself to the subject. */
  readonly mutual: CallView['mutual'];
  /** Days since the phone and the address changed; null when they never did. */
  readonly changedDays: { readonly phone: number | null; readonly email: number | null };
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

const unproven = { compared: null, progress: {}, codes: {}, mutual: null } as const;

export const withChosen = (call: Call, hit: Hit): Call => ({
  ...call,
  proven: null,
  chosen: { ...hit, ...unproven, changedDays: { phone: null, email: null } },
});

export const withChange = (call: Call, change: Partial<Omit<Chosen, keyof Hit>>): Call =>
  call.chosen ? { ...call, chosen: { ...call.chosen, ...change } } : call;

export const withProgress = (call: Call, id: ProofId, progress: 'started' | 'done' | 'failed'): Call =>
  withChange(call, { progress: { ...call.chosen?.progress, [id]: progress } });

/** With the newest code of that way, or with none. */
export const withCode = (call: Call, id: SentCode, sent: SentRecord | null): Call => {
  const { [id]: _before, ...others } = call.chosen?.codes ?? {};
  return withChange(call, { codes: sent ? { ...others, [id]: sent } : others });
};

/** After expiry the caller proves everything anew; wrong answers stay counted. */
export const withExpiry = (call: Call): Call => ({
  ...withChange(call, unproven),
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
  ...(Object.entries(chosen?.progress ?? {}) as [ProofId, string][])
    .filter(([, progress]) => progress === 'done')
    .map(([id]) => id),
];
