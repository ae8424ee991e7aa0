import { createAuditLog } from '../../electron/main/audit/audit-log.js';
import { readSealed } from '../../electron/main/audit/checkpoint-files.js';
import { durableOn, type FileLayer } from '../../electron/main/audit/durable-file.js';
import { createEvidence } from '../../electron/main/audit/evidence.js';
import { createJournal, type JournalParts } from '../../electron/main/audit/journal.js';
import { createRetention } from '../../electron/main/audit/retention/retention.js';
import { createSealedTrail } from '../../electron/main/audit/sealed-trail.js';
import { createKeyFile } from '../../electron/main/credentials/key-file.js';
import type { Keychain } from '../../electron/main/credentials/keychain.js';
import type { RingDisk } from '../../electron/main/credentials/save-ring.js';
import { signingKey } from '../../electron/main/credentials/signing-key.js';
import { createErasure } from '../../electron/main/erasure/erasure.js';
import { ok } from '../../shared/result.js';

/** What a desk stands on. */
export interface Ground {
  readonly files: FileLayer;
  readonly folder: string;
  readonly keyFolder: string;
  /** Of the organisation, which signs by it. */
  readonly domainNow?: string | undefined;
  readonly keychain: Keychain;
  readonly now: () => Date;
  readonly ringDisk?: RingDisk;
  /** Instead of the folder's own checks and its lock. */
  readonly taking?: Pick<JournalParts, 'prepare' | 'lock'>;
  /** Number of the last entry that the collector has. */
  readonly acknowledged?: () => number;
}

export const domain = 'esimerkki.example';
/** Days that entries are kept. */
const terms = { retentionDays: 60, flaggedRetentionDays: 120 };
/** So small that segments turn over all the time. */
const segmentBytes = 2500;

const nothingToSend = { isWaiting: async () => ok(false), forget: async () => ok(undefined) };

/** The journal of a desk with its own parts around it: keys, checkpoints and anchors, retention, erasure. */
export const openFaultDesk = (ground: Ground) => {
  const { files, folder, keyFolder, keychain, now, ringDisk, taking, acknowledged, domainNow = domain } = ground;
  const keys = createKeyFile({
    ...{ folder: keyFolder, keychain, now, ...durableOn(files) },
    ...(ringDisk && { disk: ringDisk }),
  });
  const stamp = () => ({ agent: 'agent', role: 'agent', desk: 'desk', app: '0', policy: 'p' });
  const evidence = createEvidence({
    keychain,
    key: signingKey(keys, domainNow),
    record: (type, reason) => audit.record({ type, reason }),
    onChanged: () => undefined,
    now,
  });
  const journal = createJournal({ folder, stamp, evidence, files, now, segmentBytes, ...taking });
  const audit = createAuditLog({ journal, keys, stamp, now });
  const trail = createSealedTrail(files, folder);
  return {
    keys,
    evidence,
    journal,
    audit,
    /** By the registry's id. */
    erasure: createErasure({ audit, keys, trail, now, requests: nothingToSend, isCalling: () => false }),
    retain: createRetention({
      ...{ audit, journal, evidence, keys, terms, now },
      sealedTo: async (number) => (await readSealed(files, folder, number))?.checkpoint.size ?? null,
      acknowledged: acknowledged ?? (() => Number.POSITIVE_INFINITY),
    }),
  };
};

export type FaultDesk = ReturnType<typeof openFaultDesk>;
