/** What the misuse watch looks for (domain.md, "Misuse watch"). The id stands in the entry as its reason. */
export const ruleIds = [
  'own-record',
  'same-surname',
  'repeated-subject',
  'searches-without-selection',
  'failed-compares',
  'outside-hours',
  'over-budget',
  'subject-under-attack',
  'lost-phone-reset',
  'own-unlock',
  'bypass',
] as const;
export type RuleId = (typeof ruleIds)[number];

export const reviewOutcomes = ['explained', 'followed-up', 'false-alarm'] as const;
export type ReviewOutcome = (typeof reviewOutcomes)[number];

/** Lengths in characters, without the spaces around. */
export const reasonLength = { least: 10, most: 500 } as const;

/**
 * A flag as a supervisor sees it: a question about one call, never an accusation. Times are RFC 3339 UTC; `subject` is a pseudonym.
 * Nothing here counts, ranks or sums up by agent, and nothing may.
 */
export interface FlagView {
  readonly id: string;
  readonly rule: RuleId;
  readonly time: string;
  /** The call's reference. */
  readonly call: string | null;
  readonly ticket: string | null;
  readonly subject: string | null;
  /** Named only where the rule is about the agent's own act. */
  readonly agent: string | null;
  readonly review: { readonly outcome: ReviewOutcome; readonly time: string; readonly by: string | null } | null;
}

/** A subject that wrong answers have locked on this desk. `id` is that of the lock's entry; times are RFC 3339 UTC. */
export interface SubjectLockView {
  readonly id: string;
  readonly time: string;
  readonly until: string;
  readonly call: string | null;
  readonly ticket: string | null;
  /** A pseudonym. */
  readonly subject: string;
}

export interface FlagsView {
  /** Newest first. */
  readonly flags: readonly FlagView[];
  /** In force, newest first. */
  readonly locks: readonly SubjectLockView[];
  /** Whether there are older ones than these. */
  readonly more: boolean;
}

/** What an agent is told before the first call. */
export interface NoticeView {
  readonly version: string;
  /** The policy's own words, beside what the product always says. */
  readonly text: { readonly fi: string; readonly sv: string; readonly en: string } | null;
  /** Null while the journal is still being read for it. */
  readonly accepted: boolean | null;
  /** In force for whoever is signed in; without a surname there is none to compare. */
  readonly rules: readonly RuleId[];
}
