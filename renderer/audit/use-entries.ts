import { useEffect, useState } from 'react';
import type { Filter } from '../read-model/filter.js';
import { readEntries } from '../read-model/open.js';
import type { Page } from '../read-model/page.js';

interface Answer {
  readonly page: Page | null;
  readonly failed: boolean;
}

/** One page of the index; the old one stays in sight until the new one is there. `edition` asks again. */
export const useEntries = (filter: Filter, page: number, edition: number): Answer => {
  const [answer, setAnswer] = useState<Answer>({ page: null, failed: false });
  useEffect(() => {
    let wanted = true;
    readEntries(filter, page).then(
      (read) => wanted && setAnswer({ page: read, failed: false }),
      () => wanted && setAnswer({ page: null, failed: true }),
    );
    return () => {
      wanted = false;
    };
  }, [filter, page, edition]);
  return answer;
};
