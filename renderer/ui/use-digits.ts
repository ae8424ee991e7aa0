import { useEffect, useEffectEvent } from 'react';

const takesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input:not([type=radio]), textarea, select, [role=dialog]') !== null;

/** Digits choose, except where they are typed. */
export const useDigits = (onDigit: (digit: number) => void): void => {
  const act = useEffectEvent(onDigit);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || takesText(event.target)) return;
      if (!/^[1-9]$/.test(event.key)) return;
      event.preventDefault();
      act(Number(event.key));
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
};
