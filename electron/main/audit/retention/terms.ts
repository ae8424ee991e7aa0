import type { EntryType } from '../../../../shared/audit-entry.js';
import type { StoredEntry } from '../entry.js';

/** How many days entries are kept. */
export interface Terms {
  readonly retentionDays: number;
  /** Those that somebody may still have to look into. */
  readonly flaggedRetentionDays: number;
}

const day = 24 * 60 * 60 * 1000;

/** Bypasses, what failures come to, and flags. */
const flagged: ReadonlySet<EntryType> = new Set([
  'bypass.asked',
  'call.bypassed',
  'subject.locked',
  'subject.unlocked',
  'flag.raised',
  'flag.reviewed',
]);

const isFlagged = ({ type, outcome }: StoredEntry): boolean => flagged.has(type) || outcome === 'suspected-fraud';

/** Whether an entry has been kept for as long as it is to be. */
export const isOver = (entry: StoredEntry, { retentionDays, flaggedRetentionDays }: Terms, now: Date): boolean =>
  Date.parse(entry.time) + (isFlagged(entry) ? flaggedRetentionDays : retentionDays) * day <= now.getTime();
