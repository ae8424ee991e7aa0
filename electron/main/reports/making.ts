import { ok, type Result } from '../../../shared/result.js';
import { breathe } from '../turns/breathe.js';

/** What a report is made with. */
export interface Making {
  /** @throws the file system's error */
  write(text: string | Uint8Array): Promise<void>;
  /** Tells how far it is. False when it is to stop: whatever is made of it then is dropped. */
  goesOn(done: number, of: number): boolean;
}

/** Makes a report; answers of how many entries, or fails as what it is made of. */
export type Make = (making: Making) => Promise<Result<number>>;

interface Numbered {
  readonly seq: number;
}

/** Small enough that others get their turn before anybody notices. */
const pageSize = 250;

/**
 * Hands over the journal's entries up to a number, a page at a time, until it is to stop. Fails as the journal does.
 * @param page entries after a number, at most so many
 */
export const readAll = async <Entry extends Numbered>(
  page: (after: number, limit: number) => Promise<Result<readonly Entry[]>>,
  to: number,
  goesOn: Making['goesOn'],
  take: (entries: readonly Entry[]) => Promise<void> | void,
): Promise<Result<void>> => {
  for (let after = 0; after < to && goesOn(after, to);) {
    const read = await page(after, Math.min(pageSize, to - after));
    if (!read.ok) return read;
    await take(read.value.filter(({ seq }) => seq <= to));
    after = read.value.at(-1)?.seq ?? to;
    await breathe();
  }
  return ok(undefined);
};
