import { useEffect, type RefObject } from 'react';

/** Puts the focus on the first button within, when it comes onto the screen; not where something else is first. */
export const useFirstButton = (within: RefObject<HTMLElement | null>, isFirst = true): void => {
  useEffect(() => {
    if (isFirst) within.current?.querySelector('button')?.focus();
    // Once: later the focus is where the agent put it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
};
