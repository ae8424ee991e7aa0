import { useState } from 'react';
import type { IndexState } from '../read-model/indexer.js';

/** While a long first run goes on, the list follows in steps one can see. */
const stride = 10_000;

/** A list that grows under the eyes cannot be read: once the index is there, new entries are offered, not pushed in. */
export const useEdition = (state: IndexState) => {
  const [shown, setShown] = useState<number | null>(null);
  const [complete, setComplete] = useState(false);
  const done = 'progress' in state ? state.progress.done : null;
  if (state.kind === 'opening' && complete) setComplete(false);
  if (state.kind === 'ready' && !complete) {
    setComplete(true);
    setShown(done);
  } else if (done !== null && (shown === null || done < shown || (!complete && done - shown >= stride))) {
    setShown(done);
  }
  const fresh = complete && shown !== null && done !== null ? done - shown : 0;
  return { edition: shown ?? 0, fresh, refresh: () => setShown(done) };
};
