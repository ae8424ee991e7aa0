import { ok, type Result } from '../../../../shared/result.js';
import { expiredReason } from '../../../evidence/segment.js';
import type { AuditLog } from '../audit-log.js';
import type { StoredEntry } from '../entry.js';
import type { Evidence } from '../evidence.js';
import type { Journal } from '../journal.js';
import type { Key } from '../key-ring.js';
import { monthOf } from '../seal.js';
import type { Extent } from '../segment-index.js';
import { holdsEntry, type Holding } from './holding.js';
import { isOver, type Terms } from './terms.js';

/** What retention needs of the key file. */
interface ExpiringKeys {
  holds(): readonly Holding[];
  subjectKeys(): ReadonlyMap<string, Key>;
  /** Drops what was sealed, or named, in months before that one, for good. Fails as the key file or the keychain does. */
  dropBefore(month: string): Promise<Result<void>>;
}

export interface RetentionParts {
  readonly audit: Pick<AuditLog, 'record' | 'stored'>;
  readonly journal: Pick<Journal, 'segments' | 'removeTo'>;
  readonly evidence: Pick<Evidence, 'vouch'>;
  readonly keys: ExpiringKeys;
  /** To which entry the checkpoint beside a segment reaches; null when there is none. */
  readonly sealedTo: (number: number) => Promise<number | null>;
  readonly terms: Terms;
  /** Number of the last entry that every collector has; infinite where there is none. */
  readonly acknowledged: () => number;
  readonly now: () => Date;
}

const pageSize = 1000;

const lastIn = ({ first, entries }: Extent): number => first + entries - 1;

/**
 * Removes whole segments from the journal's beginning on, once everything in them has been kept for as long as it is to be, is with every
 * collector and under no legal hold, and then the keys of the months that are gone. Never the segment that is written. It is on record, signed
 * and anchored before anything goes.
 */
export const createRetention = (parts: RetentionParts) => {
  const { audit, journal, evidence, keys, sealedTo, terms, acknowledged, now } = parts;
  /** The last segment of which it is on record that it goes. */
  let told = 0;

  const mayGo = (entry: StoredEntry): boolean =>
    entry.seq <= acknowledged() &&
    isOver(entry, terms, now()) &&
    !keys.holds().some((hold) => holdsEntry(hold, entry, keys.subjectKeys()));

  const isAllOver = async (segment: Extent): Promise<Result<boolean>> => {
    for (let after = segment.first - 1; after < lastIn(segment);) {
      const page = await audit.stored(after, Math.min(pageSize, lastIn(segment) - after));
      if (!page.ok) return page;
      if (page.value.length === 0 || !page.value.every(mayGo)) return ok(false);
      after = page.value.at(-1)?.seq ?? lastIn(segment);
    }
    return ok(true);
  };

  /** The last segment up to which all may go, and from whose end the rest can be verified. */
  const findLast = async (segments: readonly Extent[]): Promise<Result<Extent | null>> => {
    let last: Extent | null = null;
    for (const segment of segments) {
      const over = await isAllOver(segment);
      if (!over.ok) return over;
      if (!over.value) break;
      if ((await sealedTo(segment.number)) === lastIn(segment)) last = segment;
    }
    return ok(last);
  };

  const tell = async (last: Extent): Promise<Result<unknown>> => {
    if (told >= last.number) return ok(undefined);
    const by = { agent: null, role: null };
    const reason = expiredReason(last.number, lastIn(last));
    const recorded = await audit.record({ type: 'journal.expired', by, reason });
    if (recorded.ok) told = last.number;
    return recorded;
  };

  const remove = async (last: Extent): Promise<Result<void>> => {
    const holds = keys.holds();
    const recorded = await tell(last);
    if (!recorded.ok) return recorded;
    const vouched = await evidence.vouch();
    if (!vouched.ok) return vouched;
    // A hold that was set meanwhile is looked at the next time.
    return keys.holds() === holds ? journal.removeTo(last.number) : ok(undefined);
  };

  /** By what each segment begins with; where the clock was put back, that is not what the first does. */
  const oldestMonth = async (segments: readonly Extent[]): Promise<Result<string | undefined>> => {
    const months: string[] = [];
    for (const { first } of segments) {
      const page = await audit.stored(first - 1, 1);
      if (!page.ok) return page;
      months.push(...page.value.map(({ time }) => monthOf(new Date(time))));
    }
    return ok(months.sort()[0]);
  };

  /** Also what an earlier run did not get to. */
  const dropKeys = async (): Promise<Result<void>> => {
    const segments = await journal.segments();
    const oldest = segments.ok ? await oldestMonth(segments.value) : segments;
    if (!oldest.ok) return oldest;
    return oldest.value === undefined ? ok(undefined) : keys.dropBefore(oldest.value);
  };

  /** Fails as the journal, the record, the key file or the keychain does, and until the journal is verified; to be tried again later. */
  return async (): Promise<Result<void>> => {
    const vouched = await evidence.vouch();
    const segments = vouched.ok ? await journal.segments() : vouched;
    if (!segments.ok) return segments;
    const last = await findLast(segments.value.slice(0, -1));
    if (!last.ok) return last;
    const removed = last.value ? await remove(last.value) : ok(undefined);
    return removed.ok ? dropKeys() : removed;
  };
};
