import { ok, type Result } from '../../../shared/result.js';
import { beginsSegment, maxLineBytes, maxWriteBytes, maxWriteEntries, mostBytes, type Draft } from './entry.js';

interface Waiting {
  readonly drafts: readonly Draft[];
  readonly bytes: number;
  readonly answer: (written: Result<number>) => void;
  readonly failed: (bug: unknown) => void;
}

/**
 * Callers that wait at the same time share one write, in the order they came; the drafts of one caller stay together.
 * `write` answers the number of the last entry.
 * @throws RangeError (the caller's bug, told to that caller alone) when drafts cannot fit one write
 */
export const createSharedWrites = (
  write: (drafts: readonly Draft[]) => Promise<Result<number>>,
): ((drafts: readonly Draft[]) => Promise<Result<number>>) => {
  const waiting: Waiting[] = [];
  let running = false;

  const run = async (): Promise<void> => {
    running = true;
    while (waiting.length > 0) await writeTogether(write, waiting.splice(0, howMany(waiting)));
    running = false;
  };

  return (drafts) =>
    new Promise((answer, failed) => {
      waiting.push({ drafts, bytes: sizeOf(drafts), answer, failed });
      if (!running) void run();
    });
};

/** Tells each caller the number of its own last entry. */
const writeTogether = async (
  write: (drafts: readonly Draft[]) => Promise<Result<number>>,
  together: readonly Waiting[],
): Promise<void> => {
  try {
    const written = await write(together.flatMap(({ drafts }) => drafts));
    let after = together.reduce((sum, { drafts }) => sum + drafts.length, 0);
    for (const { drafts, answer } of together) {
      after -= drafts.length;
      answer(written.ok ? ok(written.value - after) : written);
    }
  } catch (bug) {
    for (const { failed } of together) failed(bug);
  }
};

const sizeOf = (drafts: readonly Draft[]): number => {
  const sizes = drafts.map(mostBytes);
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  if (drafts.length > maxWriteEntries || sizes.some((size) => size > maxLineBytes) || bytes > maxWriteBytes)
    throw new RangeError(`${drafts.length} entries of ${bytes} bytes in one write`);
  return bytes;
};

/** How many of those waiting fit one write; at least one. */
const howMany = (waiting: readonly Waiting[]): number => {
  let entries = 0;
  let bytes = 0;
  const tooMany = waiting.findIndex(
    (one, place) =>
      (place > 0 && beginsSegment(one.drafts)) ||
      (entries += one.drafts.length) > maxWriteEntries ||
      (bytes += one.bytes) > maxWriteBytes,
  );
  return tooMany === -1 ? waiting.length : Math.max(1, tooMany);
};
