import { useEffect, useState } from 'react';

const load = () => import('./candidates.js');
type List = Awaited<ReturnType<typeof load>>;

let loaded: List | null = null;

/** Fetched while the desk is idle, so that the list is there as soon as the answer. */
export const loadCandidates = async (): Promise<List> => (loaded ??= await load());

/** Not React's `lazy`: its boundary waits 300 ms before it shows what has come, and the caller would wait with it. */
export const useCandidates = (): List | null => {
  const [list, setList] = useState(loaded);
  useEffect(() => {
    if (!list) void loadCandidates().then(setList);
  }, [list]);
  return list;
};
