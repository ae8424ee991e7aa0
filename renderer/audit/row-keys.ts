import type { KeyboardEvent } from 'react';

interface Rows {
  readonly active: number;
  readonly count: number;
  readonly pageRows: number;
  readonly onActive: (row: number) => void;
  readonly onOpen?: (row: number) => void;
}

/** One row of a list is the active one, and keys move on to another. */
export const rowKeys = ({ active, count, pageRows, onActive, onOpen }: Rows) => {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: pageRows,
    PageUp: -pageRows,
    Home: -count,
    End: count,
  };
  return (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (event.altKey || event.ctrlKey || count === 0) return;
    if (step !== undefined) onActive(Math.max(0, Math.min(count - 1, active + step)));
    else if (event.key === 'Enter' && onOpen) onOpen(active);
    else return;
    event.preventDefault();
  };
};
