import { useEffect, useRef, useState } from 'react';
import { api } from '../desk-api.js';
import type { Block } from '../read-model/block.js';
import { createIndexer, type Indexer, type IndexState } from '../read-model/indexer.js';
import { openIndex } from '../read-model/open.js';

interface Index {
  readonly state: IndexState;
  /** The newest first. */
  readonly blocks: readonly Block[];
}

/** The index, kept in step with the journal while the screen is open. */
export const useIndex = () => {
  const [index, setIndex] = useState<Index>({ state: { kind: 'opening' }, blocks: [] });
  const indexer = useRef<Indexer>(null);

  useEffect(() => {
    const blocks = openIndex();
    const own = createIndexer(blocks, { open: api.openAudit, read: api.readAudit }, (state) =>
      setIndex({ state, blocks: blocks.list() }),
    );
    indexer.current = own;
    own.start();
    const stop = api.onEvent(({ kind }) => {
      if (kind === 'audit') own.follow();
    });
    return () => {
      stop();
      own.dispose();
    };
  }, []);

  return {
    ...index,
    pause: () => indexer.current?.pause(),
    resume: () => indexer.current?.start(),
    rebuild: () => indexer.current?.rebuild(),
  };
};
