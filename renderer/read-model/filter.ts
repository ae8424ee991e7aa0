import type { Block, Column } from './block.js';

export const filterNames = ['type', 'outcome', 'purpose', 'agent', 'subject', 'ticket', 'call'] as const;
export type FilterName = (typeof filterNames)[number];

/** Entries of that time that have each of these words. */
export interface Filter {
  /** Milliseconds since 1970: not before, and before; null is any time. */
  readonly since: number | null;
  readonly until: number | null;
  readonly words: Readonly<Partial<Record<FilterName, string>>>;
}

export const noFilter: Filter = { since: null, until: null, words: {} };

interface Wanted {
  readonly codes: Column['codes'];
  readonly code: number;
}

/** What to look for in the columns of a block; null when nothing in it can fit. */
const wantedIn = ({ columns }: Block, words: Filter['words']): Wanted[] | null => {
  const wanted: Wanted[] = [];
  for (const name of filterNames) {
    const word = words[name];
    if (word === undefined) continue;
    const { words: known, codes } = columns[name];
    const code = known.indexOf(word);
    if (code === -1) return null;
    if (codes.length > 0) wanted.push({ codes, code });
  }
  return wanted;
};

/** The numbers of the entries that fit, the newest first. @param blocks the newest first */
export const matching = (blocks: readonly Block[], { since, until, words }: Filter): Uint32Array => {
  const found = new Uint32Array(blocks.reduce((sum, { times }) => sum + times.length, 0));
  let count = 0;
  for (const block of blocks) {
    const wanted = wantedIn(block, words);
    if (!wanted) continue;
    const { first, times } = block;
    for (let nth = times.length - 1; nth >= 0; nth -= 1) {
      const time = times[nth] ?? 0;
      if ((since !== null && time < since) || (until !== null && time >= until)) continue;
      if (wanted.every(({ codes, code }) => codes[nth] === code)) found[count++] = first + nth;
    }
  }
  return found.slice(0, count);
};

/** Every word that stands in that column, in the order of the words. */
export const wordsOf = (blocks: readonly Block[], name: FilterName): string[] => {
  const words = new Set<string>();
  for (const { columns } of blocks) for (const word of columns[name].words) if (word !== null) words.add(word);
  return [...words].sort();
};
