import { useState } from 'react';
import { lastOf, type Block } from '../read-model/block.js';
import type { IndexState } from '../read-model/indexer.js';

/** While a long first run goes on, the list follows in steps one can see: so many blocks. */
const stride = 10;

const newestOf = ([newest]: readonly Block[]): number => (newest ? lastOf(newest) : 0);

interface Shown {
  readonly blocks: readonly Block[];
  readonly complete: boolean;
}

/** A list that grows under the eyes cannot be read: once the index is there, new entries are offered, not pushed in. */
export const useShown = (state: IndexState, blocks: readonly Block[]) => {
  const [shown, setShown] = useState<Shown>({ blocks, complete: false });
  const isNew = blocks !== shown.blocks;
  if (state.kind === 'opening' && shown.complete) setShown({ blocks, complete: false });
  else if (state.kind === 'ready' && !shown.complete) setShown({ blocks, complete: true });
  else if (isNew && !shown.complete && Math.abs(blocks.length - shown.blocks.length) >= stride) {
    setShown({ blocks, complete: false });
  } else if (isNew && shown.blocks.length === 0) setShown({ ...shown, blocks });
  const fresh = shown.complete ? newestOf(blocks) - newestOf(shown.blocks) : 0;
  return { blocks: shown.blocks, fresh, refresh: () => setShown({ blocks, complete: true }) };
};
