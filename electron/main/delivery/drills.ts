import { ok, type Result } from '../../../shared/result.js';
import { breathe } from '../turns/breathe.js';
import { createTurns } from '../turns/turns.js';
import { isDrill, type Stored } from './outgoing.js';

/** Entries that go to nobody, so that what waits is counted without them. */
export interface Drills {
  /** Reads on to the head as it is when asked. Fails as the journal does. */
  catchUp(): Promise<Result<void>>;
  /** How many there are after a number, of those read. */
  after(seq: number): number;
}

const pageSize = 250;

/** @param from number of the entry after which anybody may ask; asked for when the first reading begins */
export const createDrills = (stored: Stored, head: () => number, from: () => number): Drills => {
  const seqs: number[] = [];
  let read: number | null = null;
  const inTurn = createTurns();

  const readOn = async (): Promise<Result<void>> => {
    let done = (read ??= from());
    for (const to = head(); done < to;) {
      const page = await stored(done, pageSize);
      if (!page.ok) return page;
      seqs.push(...page.value.filter(isDrill).map(({ seq }) => seq));
      read = done = page.value.at(-1)?.seq ?? to;
      await breathe();
    }
    return ok(undefined);
  };

  return {
    catchUp: () => inTurn(readOn),
    after: (seq) => seqs.filter((each) => each > seq).length,
  };
};
