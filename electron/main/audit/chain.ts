import { createIdsOfWrite } from './entry-id.js';
import { after, lineOf, type Draft, type Tip } from './entry.js';

/** Lines that go to the disk together. `starts` are byte offsets within `bytes`. */
export interface Link {
  readonly bytes: Buffer;
  readonly starts: readonly number[];
  /** The chain's end after them. Worked out when it is asked for, which can be while the disk is at work. */
  readonly tip: () => Tip;
}

const newline = Buffer.from('\n');

/** Gives drafts their places at the end of the chain. */
export const chain = (from: Tip, drafts: readonly Draft[], milliseconds: number): Link => {
  const idOf = createIdsOfWrite(milliseconds);
  const parts: Buffer[] = [];
  const starts: number[] = [];
  let tip = (): Tip => from;
  let length = 0;
  for (const [place, draft] of drafts.entries()) {
    const before = tip();
    const line = lineOf({ ...draft, v: 1, seq: before.seq + 1, id: idOf(place), prev: before.hash });
    starts.push(length);
    parts.push(line, newline);
    length += line.length + 1;
    tip = () => after(before, line);
  }
  return { bytes: Buffer.concat(parts, length), starts, tip };
};
