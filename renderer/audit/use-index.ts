import { useEffect, useRef, useState } from 'react';
import { api } from '../desk-api.js';
import type { Indexer, IndexState } from '../read-model/indexer.js';
import { indexJournal } from '../read-model/open.js';

/** The index, kept in step with the journal while the screen is open. */
export const useIndex = () => {
  const [state, setState] = useState<IndexState>({ kind: 'opening' });
  const indexer = useRef<Indexer>(null);

  useEffect(() => {
    const own = indexJournal({ open: api.openAudit, read: api.readAudit }, setState);
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
    state,
    pause: () => indexer.current?.pause(),
    resume: () => indexer.current?.start(),
    rebuild: () => indexer.current?.rebuild(),
  };
};
