import { useEffect, useState } from 'react';

/** Milliseconds. What is over sooner is not seen to have been under way: a word that comes and goes only flickers. */
const patience = 150;

/** Whether something has been under way for long enough to be told. */
export const useLasting = (underWay: boolean): boolean => {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!underWay) return undefined;
    const timer = setTimeout(setLasting, patience, true);
    return () => {
      clearTimeout(timer);
      setLasting(false);
    };
  }, [underWay]);
  return underWay && lasting;
};
