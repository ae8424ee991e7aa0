import { hostname, userInfo } from 'node:os';
import { ok, type Result } from '../../shared/result.js';
import { verifierKeyText } from '../evidence/note.js';
import { createAuditLog, type AuditLog } from './audit/audit-log.js';
import { disk, placeFile } from './audit/durable-file.js';
import { createEvidence, type Evidence } from './audit/evidence.js';
import { createJournal } from './audit/journal.js';
import { deviceKey, verifierKey } from './credentials/device-key.js';
import { createKeyFile, type KeyFile } from './credentials/key-file.js';
import { createKeychain } from './credentials/keychain.js';
import { newKey } from './credentials/ring.js';
import { signingKey } from './credentials/signing-key.js';
import type { Places } from './places.js';

interface Parts {
  readonly places: Pick<Places, 'journalFolder' | 'keyFolder' | 'keychainService'>;
  readonly domain: string;
  readonly version: string;
}

interface Room {
  readonly keys: KeyFile;
  readonly audit: AuditLog;
  readonly evidence: Evidence;
}

/** The journal and what signs for it, without a desk. */
const open = ({ places, domain, version }: Parts): Room => {
  const { journalFolder: folder, keyFolder, keychainService } = places;
  const keychain = createKeychain({ service: keychainService });
  const keys = createKeyFile({ folder: keyFolder, keychain, place: (path, bytes) => placeFile(disk, path, bytes) });
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

const inRoom = async <T>(parts: Parts, work: (room: Room) => Promise<Result<T>>): Promise<Result<T>> => {
  const room = open(parts);
  const keys = await room.keys.open();
  const opened = keys.ok ? await room.audit.open() : keys;
  const done = opened.ok ? await work(room) : opened;
  await room.audit.close();
  return done;
};

export interface Rotated {
  /** Verifier keys (C2SP signed-note). */
  readonly before: string;
  readonly after: string;
}

/** What the old key does last: it signs that it goes, and for whom. */
const replaceKey = async ({ domain }: Parts, { keys, audit, evidence }: Room): Promise<Result<Rotated>> => {
  const reliable = await evidence.ready();
  if (!reliable.ok) return reliable;
  const old = await keys.makeDeviceKey();
  if (!old.ok) return old;
  const seed = newKey();
  const next = deviceKey(domain, seed);
  const after = verifierKeyText(next.public);
  const recorded = await audit.record({ type: 'device-key.rotating', reason: after });
  const note = recorded.ok ? await evidence.handOver(next) : recorded;
  const replaced = note.ok ? await keys.replaceDeviceKey(seed, note.value) : note;
  return replaced.ok ? ok({ before: verifierKey(domain, old.value), after }) : replaced;
};

/** What the new one does first. */
const tell = async ({ audit, evidence }: Room, { before }: Rotated): Promise<Result<unknown>> => {
  const reliable = await evidence.ready();
  return reliable.ok ? audit.record({ type: 'device-key.rotated', reason: before }) : reliable;
};

/**
 * Gives the desk another signing key. That the old one goes is the last entry that it signs for; that it has gone is the first that the new one
 * does. Interrupted anywhere, one of the two is in force, and the next start of the desk, or of this, goes on with it. Fails with
 * `audit-in-use` while the desk is open, and as the journal, the key file and the keychain do; then the old key stays.
 */
export const rotateDeviceKey = async (parts: Parts): Promise<Result<Rotated>> => {
  const rotated = await inRoom(parts, (room) => replaceKey(parts, room));
  // It is done, whether or not that can be told: the next entry is the new key's anyway.
  if (rotated.ok) await inRoom(parts, (room) => tell(room, rotated.value));
  return rotated;
};
