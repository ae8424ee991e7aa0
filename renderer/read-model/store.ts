import type { Block } from './block.js';
import type { ReadModel } from './database.js';

/** Where blocks are kept while nobody looks at them. */
export interface BlockStore {
  /** Hands out all there are, the newest first, a few at a time, so that the window stays smooth. */
  load(take: (blocks: readonly Block[]) => void): Promise<void>;
  put(block: Block): Promise<void>;
  drop(numbers: readonly number[]): Promise<void>;
  clear(): Promise<void>;
}

const atOnce = 16;

export const createBlockStore = (model: ReadModel): BlockStore => ({
  load: async (take) => {
    const numbers = await model.blocks.toCollection().primaryKeys();
    for (let end = numbers.length; end > 0; end -= atOnce) {
      const some = await model.blocks.bulkGet(numbers.slice(Math.max(0, end - atOnce), end));
      take(some.filter((block) => block !== undefined));
    }
  },
  put: async (block) => void (await model.blocks.put(block)),
  drop: (numbers) => model.blocks.bulkDelete([...numbers]),
  clear: () => model.blocks.clear(),
});
