import { didHold, outcomeOf, proofOf } from '../../shared/counted.js';
import { entryAt, type Block, type IndexedEntry } from './block.js';
import { bucketsBetween, type Buckets } from './buckets.js';
import type { Filter } from './filter.js';

/** How often each thing was in each stretch of time, by its code. */
export type Counts = ReadonlyMap<string, readonly number[]>;

export const countNames = ['outcomes', 'held', 'failed'] as const;
export type CountName = (typeof countNames)[number];

export interface Counted {
  readonly buckets: Buckets;
  readonly counts: Readonly<Record<CountName, Counts>>;
}

/** What an entry is counted as. */
const countedAs = (entry: IndexedEntry): readonly [CountName, string] | null => {
  const outcome = outcomeOf(entry);
  if (outcome !== null) return ['outcomes', outcome];
  const proof = proofOf(entry);
  return proof === null ? null : [didHold(proof) ? 'held' : 'failed', proof];
};

const types = ['call.closed', 'claims.compared', 'factor.finished'];

/** What is to be counted of a block. No agent is looked at: nothing can be told by agent. */
const countable = function* (block: Block, { since, until, words: { purpose } }: Filter): Generator<IndexedEntry> {
  const { type, drill } = block.columns;
  const wanted = new Set(types.map((name) => type.words.indexOf(name)));
  for (const [nth, time] of block.times.entries()) {
    if (!wanted.has(type.codes[nth] ?? 0) || (since !== null && time < since) || (until !== null && time >= until))
      continue;
    if (drill.words[drill.codes[nth] ?? 0] !== null) continue;
    const entry = entryAt(block, nth);
    if (purpose === undefined || entry.purpose === purpose) yield entry;
  }
};

/** The stretch of time that holds it, looked for from where the last one was. */
const createFind = ({ starts }: Buckets) => {
  let at = 0;
  return (time: number): number => {
    while (at > 0 && time < (starts[at] ?? 0)) at -= 1;
    while (at + 1 < starts.length && time >= (starts[at + 1] ?? 0)) at += 1;
    return at;
  };
};

/** The earliest and the latest; a clock may have gone back. */
const timesIn = (blocks: readonly Block[]): readonly [number, number] => {
  let [earliest, latest] = [Infinity, -Infinity];
  for (const { times } of blocks) {
    for (const time of times) {
      earliest = Math.min(earliest, time);
      latest = Math.max(latest, time);
    }
  }
  return [earliest, latest];
};

/** So many blocks are counted before the window gets its turn. */
const atOnce = 16;
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/**
 * How calls ended and what came of proofs, over time; of the filter only time and purpose count. Null when it is stopped, or there is
 * nothing to count. @param blocks the newest first
 */
export const countOver = async (
  blocks: readonly Block[],
  filter: Filter,
  signal: AbortSignal,
): Promise<Counted | null> => {
  const [oldest, newest] = timesIn(blocks);
  if (blocks.length === 0) return null;
  const buckets = bucketsBetween(filter.since ?? oldest, filter.until === null ? newest : filter.until - 1);
  const find = createFind(buckets);
  const counts: Record<CountName, Map<string, number[]>> = { outcomes: new Map(), held: new Map(), failed: new Map() };
  for (const [nth, block] of blocks.entries()) {
    if (nth % atOnce === atOnce - 1) await breathe();
    if (signal.aborted) return null;
    for (const entry of countable(block, filter)) {
      const [name, code] = countedAs(entry) ?? ['outcomes', ''];
      const row = counts[name].get(code) ?? buckets.starts.map(() => 0);
      const at = find(Date.parse(entry.time));
      row[at] = (row[at] ?? 0) + 1;
      counts[name].set(code, row);
    }
  }
  return { buckets, counts };
};
