import type { AuditLog } from './audit/audit-log.js';
import { readSealed } from './audit/checkpoint-files.js';
import { disk } from './audit/durable-file.js';
import type { Evidence } from './audit/evidence.js';
import type { Journal } from './audit/journal.js';
import { createRetention } from './audit/retention/retention.js';
import type { KeyFile } from './credentials/key-file.js';
import type { Policy } from './policy/schema.js';
import type { Turns } from './turns/turns.js';

export interface RetentionCompositionParts {
  readonly policy: Policy;
  readonly audit: AuditLog;
  readonly journal: Journal;
  readonly evidence: Evidence;
  readonly keys: KeyFile;
  readonly acknowledged: () => number;
  /** Of all that reads the whole folder or removes from it. */
  readonly turns: Turns;
}

/** The retention's part of the composition root. */
export const composeRetention = ({ policy, journal, turns, ...parts }: RetentionCompositionParts) => {
  const retain = createRetention({
    ...parts,
    journal,
    terms: policy.audit,
    sealedTo: async (number) => (await readSealed(disk, journal.folder, number))?.checkpoint.size ?? null,
    now: () => new Date(),
  });
  return () => turns(retain);
};
