import type { FactorId, Strength, WhyNot } from '../../../shared/call-view.js';
import type { Withheld } from '../audit/disclosure.js';
import type { Subject } from '../registry/subject.js';

/** A way to prove that the caller is the subject. What it needs from the agent lives in its own use case. */
export interface Factor {
  readonly id: FactorId;
  readonly strength: Strength;
  readonly points: number;
  /** Why this subject cannot use it now; null when it can. */
  whyNot(subject: Withheld<Subject>, now: Date): WhyNot | null;
}
