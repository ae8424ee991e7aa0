import { useEffect, type RefObject } from 'react';

export const useFirstButton = (within: RefObject<HTMLElement | null>): void => {
  useEffect(() => within.current?.querySelector('button')?.focus(), [within]);
};
