import type { Tree } from '../../evidence/merkle.js';
import { segmentNumbers } from '../../evidence/segment.js';
import type { FileLayer } from './durable-file.js';
import { follow } from './entry.js';
import { scanLines } from './lines.js';
import { resumePoint } from './resume-point.js';
import { withSegment } from './segment-start.js';

/**
 * The tree over the first `size` entries, from the nearest checkpoint on; null when they do not follow from each other.
 * @throws the file system's error
 */
export const treeAt = async (files: FileLayer, folder: string, size: number): Promise<Tree | null> => {
  const numbers = segmentNumbers(await files.readdir(folder));
  const from = await resumePoint(files, folder, numbers, size);
  if (!from) return null;
  let { tip } = from;
  for (const number of numbers.filter((each) => each > from.number)) {
    if (tip.seq === size) break;
    await withSegment(files, folder, number, async (file) =>
      scanLines(file, 0, (await file.stat()).size, (line) => {
        const next = tip.seq < size ? follow(tip, line) : null;
        tip = next ?? tip;
        return next !== null;
      }),
    );
  }
  return tip.seq === size ? tip.tree : null;
};
