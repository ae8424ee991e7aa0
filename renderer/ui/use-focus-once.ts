import { useLayoutEffect, type RefObject } from 'react';

/** Puts the focus where the next key belongs, when this comes onto the screen. */
export const useFocusOnce = (target: RefObject<HTMLElement | null>): void => {
  useLayoutEffect(() => target.current?.focus(), [target]);
};
