import { ok, type Result } from '../../shared/result.js';
import { verifierKeyText } from '../evidence/note.js';
import type { AuditLog } from './audit/audit-log.js';
import type { Evidence } from './audit/evidence.js';
import { deviceKey, verifierKey } from './credentials/device-key.js';
import type { KeyFile } from './credentials/key-file.js';
import { newKey } from './credentials/ring.js';

/** A desk's journal and what signs for it. */
export interface Room {
  readonly keys: Pick<KeyFile, 'open' | 'makeDeviceKey' | 'replaceDeviceKey'>;
  readonly audit: Pick<AuditLog, 'open' | 'record' | 'close'>;
  readonly evidence: Pick<Evidence, 'ready' | 'handOver'>;
}

export interface Rotated {
  /** Verifier keys (C2SP signed-note). */
  readonly before: string;
  readonly after: string;
}

const inRoom = async <T>(room: Room, work: (room: Room) => Promise<Result<T>>): Promise<Result<T>> => {
  const keys = await room.keys.open();
  const opened = keys.ok ? await room.audit.open() : keys;
  const done = opened.ok ? await work(room) : opened;
  await room.audit.close();
  return done;
};

/** What the old key does last: it signs that it goes, and for whom. */
const replaceKey = async (domain: string, { keys, audit, evidence }: Room): Promise<Result<Rotated>> => {
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
 * @param open a room that nobody opened before
 */
export const rotateKey = async (open: () => Room, domain: string): Promise<Result<Rotated>> => {
  const rotated = await inRoom(open(), (room) => replaceKey(domain, room));
  // It is done, whether or not that can be told: the next entry is the new key's anyway.
  if (rotated.ok) await inRoom(open(), (room) => tell(room, rotated.value));
  return rotated;
};
