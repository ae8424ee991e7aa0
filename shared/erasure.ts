/** By what right a person's data are erased (GDPR art. 17.1, a to e). Stands in the entry as its reason. */
export const erasureGrounds = ['not-needed', 'consent-withdrawn', 'objection', 'unlawful', 'law'] as const;
export type ErasureGround = (typeof erasureGrounds)[number];

/** Why something is kept though it would go (GDPR art. 17.3, b and e). */
export const holdGrounds = ['legal-claim', 'authority', 'court', 'investigation'] as const;
export type HoldGround = (typeof holdGrounds)[number];

/** What is kept: one person, by a pseudonym, or what was recorded from one day to another (`2026-11-22`, UTC, both included). */
export type HoldOver = { readonly subject: string } | { readonly from: string; readonly to: string };

/** A legal hold in force: what it is over is not erased. `since` is RFC 3339 UTC. */
export interface HoldView {
  readonly id: string;
  readonly over: HoldOver;
  readonly ground: HoldGround;
  readonly since: string;
}

export interface HoldsView {
  /** The newest first. */
  readonly holds: readonly HoldView[];
}
