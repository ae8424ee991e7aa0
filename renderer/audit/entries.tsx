import { useId, useMemo, useRef, useState } from 'react';
import { useWords } from '../messages/use-words.js';
import type { Block } from '../read-model/block.js';
import { createEntryOf } from '../read-model/entry-of.js';
import { EntryRow } from './entry-row.js';
import { rowKeys } from './row-keys.js';
import { useEntryWords } from './use-entry-words.js';
import { useWindow } from './use-window.js';
import { headHeight } from './window-of.js';

const columns = ['seq', 'time', 'type', 'outcome', 'subject', 'ticket', 'agent'] as const;

interface EntriesProps {
  readonly blocks: readonly Block[];
  /** The numbers of those in the list, the newest first. */
  readonly found: Uint32Array;
  readonly onSubject: (subject: string) => void;
  readonly onOpen: (seq: number) => void;
}

/** A list of any length, of which the rows in sight are drawn. */
export const Entries = ({ blocks, found, onSubject, onOpen }: EntriesProps) => {
  const { t, number, moment } = useWords();
  const words = { t, number, moment, outcome: useEntryWords().outcome };
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const { first, last, pixels, height, shift, pageRows, reveal } = useWindow(scroller, found.length);
  const open = (row: number) => onOpen(found[row] ?? 0);
  const [active, setActive] = useState(0);
  const onActive = (row: number) => {
    setActive(row);
    reveal(row);
  };
  const onKeyDown = rowKeys({ active, count: found.length, pageRows, onActive, onOpen: open });
  const entryOf = useMemo(() => createEntryOf(blocks), [blocks]);
  const rows = Array.from({ length: last - first + 1 }, (_, nth) => first + nth);
  const isInSight = active >= first && active <= last;
  return (
    <div className="entries" ref={scroller}>
      <div style={{ height: pixels + headHeight }}>
        <div className="entries-view" style={{ height: height + headHeight }}>
          <table
            role="grid"
            tabIndex={0}
            aria-label={t('audit.entries')}
            aria-description={t('audit.keys')}
            title={t('audit.keys')}
            aria-rowcount={found.length + 1}
            aria-activedescendant={isInSight ? `${id}-${active}` : undefined}
            onKeyDown={onKeyDown}
          >
            <thead>
              <tr aria-rowindex={1}>
                {columns.map((column) => (
                  <th key={column} scope="col" className={`entry-${column}`}>
                    {t(`audit.column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody style={{ transform: `translateY(${-shift}px)` }}>
              {/* A row of the screen stays and is filled anew: to take it away and make another is what takes time. */}
              {rows.map((row, nth) => (
                <EntryRow
                  key={nth}
                  id={`${id}-${row}`}
                  row={row}
                  entry={entryOf(found[row] ?? 0)}
                  active={row === active}
                  words={words}
                  onSubject={onSubject}
                  onOpen={() => {
                    setActive(row);
                    open(row);
                  }}
                />
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </div>
  );
};
