import { Dexie, type Collection } from 'dexie';
import type { AuditEntry } from '../../shared/audit-entry.js';
import type { ReadModel } from './database.js';
import { planOf, type Filter } from './filter.js';

export const pageSize = 100;

export interface Page {
  readonly entries: readonly AuditEntry[];
  readonly total: number;
}

const rangeOf = (model: ReadModel, filter: Filter): Collection<AuditEntry, number> => {
  const { index, value, rest } = planOf(filter);
  const from = filter.since ?? Dexie.minKey;
  if (index === 'seq') return model.entries.toCollection();
  if (index === 'time') return model.entries.where('time').aboveOrEqual(from);
  const range = model.entries.where(`[${index}+time]`).between([value, from], [value, Dexie.maxKey], true, true);
  return rest ? range.filter(rest) : range;
};

/** One page of entries, newest first, and how many there are in all. */
export const readPage = async (model: ReadModel, filter: Filter, page: number): Promise<Page> => {
  const [entries, total] = await Promise.all([
    rangeOf(model, filter)
      .reverse()
      .offset(page * pageSize)
      .limit(pageSize)
      .toArray(),
    rangeOf(model, filter).count(),
  ]);
  return { entries, total };
};
