import { useEffect, useState } from 'react';
import type { Block } from '../../read-model/block.js';
import { countOver, type Counted } from '../../read-model/count.js';
import type { Filter } from '../../read-model/filter.js';

/** What is counted, a little at a time; the last answer stays in sight until the next is there. Null before the first. */
export const useCounted = (blocks: readonly Block[], filter: Filter): Counted | null => {
  const [counted, setCounted] = useState<Counted | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    void countOver(blocks, filter, stop.signal).then((answer) => {
      if (!stop.signal.aborted) setCounted(answer);
    });
    return () => stop.abort();
  }, [blocks, filter]);
  return counted;
};
