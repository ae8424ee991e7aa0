import { createBlocks, type Blocks } from './blocks.js';
import { ReadModel } from './database.js';
import { createBlockStore } from './store.js';

const model = new ReadModel();

/** The index, empty until it is loaded. In memory as long as somebody holds it. */
export const openIndex = (): Blocks => createBlocks(createBlockStore(model));
