import { useEffect, useId, useRef } from 'react';
import { formatSpan } from '../../messages/format.js';
import { useWords } from '../../messages/use-words.js';
import type { IndexedEntry } from '../../read-model/block.js';
import { useFocusOnce } from '../../ui/use-focus-once.js';
import { rowKeys } from '../row-keys.js';
import { useEntryWords } from '../use-entry-words.js';
import { markOf } from './mark.js';

interface TimelineProps {
  /** In the order they were recorded. */
  readonly entries: readonly IndexedEntry[];
  readonly chosen: number;
  readonly onChosen: (seq: number) => void;
}

const pageRows = 8;

/** What happened in a call, one thing after the other; keys walk along it. */
export const Timeline = ({ entries, chosen, onChosen }: TimelineProps) => {
  const { t } = useWords();
  const words = useEntryWords();
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  useFocusOnce(list);
  const choose = (row: number) => onChosen(entries[row]?.seq ?? chosen);
  const at = entries.findIndex(({ seq }) => seq === chosen);
  const onKeyDown = rowKeys({ active: at, count: entries.length, pageRows, onActive: choose });
  useEffect(() => {
    document.getElementById(`${id}-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, chosen]);
  const began = Date.parse(entries[0]?.time ?? '');
  return (
    <ul
      ref={list}
      className="timeline"
      role="listbox"
      tabIndex={0}
      aria-label={t('timeline.name')}
      aria-activedescendant={`${id}-${chosen}`}
      onKeyDown={onKeyDown}
    >
      {entries.map((entry) => (
        <li
          key={entry.seq}
          id={`${id}-${entry.seq}`}
          role="option"
          className={`timeline-${markOf(entry)}`}
          aria-selected={entry.seq === chosen}
          onClick={() => onChosen(entry.seq)}
        >
          <span className="mono muted">+{formatSpan(Date.parse(entry.time) - began)}</span>
          <span>
            <strong>{t(`audit.types.${entry.type}`)}</strong> <span className="muted">{words.outcome(entry)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
};
