import type { Result } from '../../../shared/result.js';
import type { Step } from '../audit/audit-log.js';
import type { Withheld } from '../audit/disclosure.js';
import type { Subject } from '../registry/subject.js';

/** How a subject stands on this desk. */
export interface Standing {
  /** Wrong answers that count still. */
  readonly wrong: number;
  readonly lockedUntil: Date | null;
}

/** What the call asks of the watch. Each fails as the journal does when that cannot be read. */
export interface CallWatch {
  /** `notice-not-accepted` until the agent has accepted the notice in force. */
  mayStart(): Promise<Result<void>>;
  /** `budget-exceeded` when the agent has no lookups left. */
  mayLookUp(): Promise<Result<void>>;
  /** The wrong answers and the lock that this subject has on this desk, from before a restart too. */
  standing(subject: Withheld<Subject>): Promise<Result<Standing>>;
  /** The flags of choosing this subject in the call of that reference, to be recorded with the choice. */
  ofChoice(call: string, subject: Withheld<Subject>): Promise<Result<readonly Step[]>>;
}
