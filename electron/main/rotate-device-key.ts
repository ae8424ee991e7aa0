import { hostname, userInfo } from 'node:os';
import type { Result } from '../../shared/result.js';
import { createAuditLog } from './audit/audit-log.js';
import { onDisk } from './audit/durable-file.js';
import { createEvidence } from './audit/evidence.js';
import { createJournal } from './audit/journal.js';
import { createKeyFile } from './credentials/key-file.js';
import { createKeychain } from './credentials/keychain.js';
import { signingKey } from './credentials/signing-key.js';
import { rotateKey, type Room, type Rotated } from './device-key-rotation.js';
import type { Places } from './places.js';

interface Parts {
  readonly places: Pick<Places, 'journalFolder' | 'keyFolder' | 'keychainService'>;
  readonly domain: string;
  readonly version: string;
}

/** The journal and what signs for it, without a desk. */
const open = ({ places, domain, version }: Parts): Room => {
  const { journalFolder: folder, keyFolder, keychainService } = places;
  const keychain = createKeychain({ service: keychainService });
  const keys = createKeyFile({ folder: keyFolder, keychain, ...onDisk });
  const stamp = () => ({ agent: userInfo().username, role: null, desk: hostname(), app: version, policy: null });
  const evidence = createEvidence({
    keychain,
    key: signingKey(keys, domain),
    record: (type, reason) => audit.record({ type, reason }),
    onChanged: () => undefined,
  });
  const audit = createAuditLog({ journal: createJournal({ folder, stamp, evidence }), keys, stamp });
  return { keys, audit, evidence };
};

/** At this desk, which is not open: {@link rotateKey}. */
export const rotateDeviceKey = (parts: Parts): Promise<Result<Rotated>> => rotateKey(() => open(parts), parts.domain);
