import { createBlocks } from '../../renderer/read-model/blocks.js';
import { ReadModel } from '../../renderer/read-model/database.js';
import { createEntryOf } from '../../renderer/read-model/entry-of.js';
import { matching, noFilter, wordsOf, type Filter, type FilterName } from '../../renderer/read-model/filter.js';
import { createBlockStore } from '../../renderer/read-model/store.js';
import type { AuditEntry } from '../../shared/audit-entry.js';
import { fromText } from '../../shared/json-text.js';

// Runs in the page of a desk whose index is complete, against tables of the same engine beside it.

const pageSize = 1000;
const firstPage = 100;
/** What the filters of the screen would need, were each entry a record. */
const indexes = ['type', 'outcome', 'purpose', 'agent', 'subject', 'ticket', 'time', ['type', 'outcome']];

const done = <Answer>(request: IDBRequest<Answer>): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('refused'));
  });

const openBare = (name: string, columns: readonly (string | string[])[]): Promise<IDBDatabase> => {
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => {
    const table = opening.result.createObjectStore('entries', { keyPath: 'seq' });
    for (const column of columns) table.createIndex(String(column), column);
  };
  return done(opening);
};

const insert = (table: IDBDatabase, entries: readonly AuditEntry[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const work = table.transaction('entries', 'readwrite', { durability: 'strict' });
    work.oncomplete = () => resolve();
    work.onerror = () => reject(work.error ?? new Error('refused'));
    const rows = work.objectStore('entries');
    for (const entry of entries) rows.add(entry);
  });

/** Milliseconds that inserting the journal's entries takes, the newest first; reading them is not counted. */
const fill = async (table: IDBDatabase, head: number, count: number): Promise<number> => {
  let spent = 0;
  for (let to = head; to > Math.max(0, head - count); to -= pageSize) {
    const page = fromText(await window.desk.readAudit({ after: Math.max(0, to - pageSize), limit: pageSize }));
    if (!page.ok) throw new Error(page.error.code);
    const from = performance.now();
    await insert(table, page.value.entries);
    spent += performance.now() - from;
  }
  return spent;
};

/** The newest entries of one word of an index, as one asks for them. */
const bareQuery = (table: IDBDatabase, index: string, key: IDBValidKey | IDBKeyRange): Promise<AuditEntry[]> =>
  new Promise((resolve, reject) => {
    const found: AuditEntry[] = [];
    const asking = table.transaction('entries').objectStore('entries').index(index).openCursor(key, 'prev');
    asking.onerror = () => reject(asking.error ?? new Error('refused'));
    asking.onsuccess = () => {
      const cursor = asking.result;
      if (!cursor || found.push(cursor.value as AuditEntry) >= firstPage) resolve(found);
      else cursor.continue();
    };
  });

/** Milliseconds a row, of the table with its key alone and of one with an index for each filter. */
export const benchInsert = async (head: number, count: number) => {
  const table = await openBare('bare', []);
  const indexed = await openBare('bare-indexed', indexes);
  const rows = Math.min(head, count);
  return { key: (await fill(table, head, count)) / rows, indexed: (await fill(indexed, head, count)) / rows, rows };
};

/** Milliseconds for the first page of filters, in turns with the bare query for the same, where one index answers it. */
export const benchPages = async (rounds: number) => {
  const blocks = createBlocks(createBlockStore(new ReadModel()));
  await blocks.load(() => undefined);
  const list = blocks.list();
  const indexed = await openBare('bare-indexed', indexes);
  const newest = createEntryOf(list);
  const entryOf = (nth: number) => newest((list[0]?.first ?? 1) - nth * 97);
  const ours = (filter: Filter): number => {
    const from = performance.now();
    const found = matching(list, filter);
    const entry = createEntryOf(list);
    for (const seq of found.subarray(0, firstPage)) entry(seq);
    return performance.now() - from;
  };
  const bare = async (index: string, key: IDBValidKey | IDBKeyRange): Promise<number> => {
    const from = performance.now();
    await bareQuery(indexed, index, key);
    return performance.now() - from;
  };
  const single: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
  const combined: number[] = [];
  const of = (name: FilterName, nth: number): string => {
    const words = name === 'subject' || name === 'ticket' ? [entryOf(nth)?.[name] ?? 'none'] : wordsOf(list, name);
    return words[nth % words.length] ?? 'none';
  };
  for (let nth = 0; nth < rounds; nth += 1) {
    for (const name of ['type', 'outcome', 'purpose', 'agent', 'subject', 'ticket'] as const) {
      single.bare.push(await bare(name, of(name, nth)));
      single.ours.push(ours({ ...noFilter, words: { [name]: of(name, nth) } }));
    }
    const [type, outcome] = [of('type', nth), of('outcome', nth)];
    single.bare.push(await bare('type,outcome', [type, outcome]));
    single.ours.push(ours({ ...noFilter, words: { type, outcome } }));
    const since = entryOf(nth)?.time ?? '';
    single.bare.push(await bare('time', IDBKeyRange.lowerBound(since)));
    single.ours.push(ours({ ...noFilter, since: Date.parse(since) }));
    for (const words of [
      { type, agent: of('agent', nth) },
      { type, outcome, purpose: of('purpose', nth), agent: of('agent', nth) },
      { subject: of('subject', nth), type },
      { type: 'call.started', outcome: 'resolved' },
      { ticket: of('ticket', nth), subject: of('subject', nth + 1) },
    ]) {
      combined.push(ours({ ...noFilter, words }));
      combined.push(ours({ since: Date.parse(since) - 30 * 86_400_000, until: Date.parse(since), words }));
    }
  }
  return { single, combined };
};
