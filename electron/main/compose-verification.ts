import { join } from 'node:path';
import type { AuditLog } from './audit/audit-log.js';
import type { Evidence } from './audit/evidence.js';
import type { Stamp } from './audit/entry.js';
import { checkBeside } from './audit/verification/beside.js';
import { createVerification, type Verification } from './audit/verification/verification.js';
import type { Host } from './desk.js';
import { trailing } from './trailing.js';
import type { Turns } from './turns/turns.js';

export interface VerificationCompositionParts {
  readonly host: Pick<Host, 'journalFolder' | 'emit'>;
  readonly audit: AuditLog;
  readonly evidence: Evidence;
  readonly turns: Turns;
  readonly who: () => Pick<Stamp, 'agent' | 'role'>;
}

/** The verification's part of the composition root. */
export const composeVerification = ({ host, ...parts }: VerificationCompositionParts): Verification =>
  createVerification({
    ...parts,
    folder: host.journalFolder,
    check: checkBeside(join(__dirname, 'verification-worker.cjs')),
    onChanged: trailing<void>(200, () => host.emit({ kind: 'state' })),
    now: () => new Date(),
  });
