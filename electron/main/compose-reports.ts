import type { OperationName } from '../../shared/contract.js';
import { ok, type Failure, type Result } from '../../shared/result.js';
import { parseVerifierKey } from '../evidence/note.js';
import type { Access } from './access/sign-in.js';
import type { AuditLog } from './audit/audit-log.js';
import { readLineProofs } from './audit/checkpoints.js';
import { attempt } from './audit/disk-failure.js';
import { disk, growFile, onDisk } from './audit/durable-file.js';
import type { Evidence } from './audit/evidence.js';
import { createSealedTrail } from './audit/sealed-trail.js';
import { createSubjectTrail } from './audit/subject-trail.js';
import type { KeyFile } from './credentials/key-file.js';
import { isWarning } from './delivery/severity.js';
import type { Host } from './desk.js';
import type { Policy } from './policy/schema.js';
import { createDrafts } from './reports/drafts.js';
import { createReports, type Reports } from './reports/reports.js';
import { trailing } from './trailing.js';

export interface ReportsParts {
  readonly host: Pick<Host, 'journalFolder' | 'reportFolder' | 'desk' | 'askWhere' | 'print'>;
  readonly emit: Host['emit'];
  readonly policy: Policy;
  readonly audit: AuditLog;
  readonly evidence: Pick<Evidence, 'view'>;
  readonly keys: KeyFile;
  readonly access: Pick<Access, 'signIn' | 'askSecondAgent'>;
  /** Why whoever is signed in may not do this, now. */
  readonly whyNot: (operation: OperationName) => Failure | null;
}

interface ComposedReports extends Reports {
  /** Removes what an end of the process left of reports that were being written. */
  sweep(): Promise<Result<void>>;
}

/** The reports' part of the composition root: what they are made of, and where they go. */
export const composeReports = (parts: ReportsParts): ComposedReports => {
  const { host, emit, policy, audit, evidence, keys, access, whyNot } = parts;
  const sealed = createSealedTrail(disk, host.journalFolder);
  const drafts = createDrafts({
    ...{ folder: host.reportFolder, files: disk },
    place: onDisk.place,
    grow: (path, draft) => growFile(disk, path, draft),
  });
  const reports = createReports({
    audit,
    askWhere: host.askWhere,
    grow: drafts.grow,
    whyNot,
    agent: () => access.signIn.session?.agent ?? null,
    tell: trailing(200, (progress) => emit({ kind: 'report', ...progress })),
    keyOf: async (pseudonym) => {
      const opened = await keys.open();
      if (!opened.ok) return opened;
      const whose = await sealed.whose(pseudonym, keys.subjectKeys());
      return whose.ok ? ok(keys.subjectKeys().get(whose.value ?? '') ?? null) : whose;
    },
    trail: createSubjectTrail(disk, host.journalFolder),
    organisation: policy.organisation.name,
    timeZone: policy.watch.hours.timeZone,
    print: host.print,
    journal: () => {
      const key = evidence.view().key ?? '';
      return {
        origin: parseVerifierKey(key)?.name ?? host.desk,
        key,
        isWarning,
        proofs: () => attempt(() => readLineProofs(disk, host.journalFolder)),
      };
    },
    askSecondAgent: access.askSecondAgent,
    now: () => new Date(),
  });
  return { ...reports, sweep: () => attempt(drafts.sweep) };
};
