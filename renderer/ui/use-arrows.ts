import { useCallback, type KeyboardEvent } from 'react';

const stepOf: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** Arrows move the focus among the buttons of a group. */
export const useArrows = () =>
  useCallback((event: KeyboardEvent<HTMLElement>) => {
    const step = stepOf[event.key];
    if (!step) return;
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const at = buttons.findIndex((button) => button === document.activeElement);
    const next = at < 0 ? (step > 0 ? 0 : buttons.length - 1) : (at + step + buttons.length) % buttons.length;
    buttons[next]?.focus();
    event.preventDefault();
  }, []);
