import { formatSpan } from '../../messages/format.js';
import { useWords } from '../../messages/use-words.js';
import type { IndexedEntry } from '../../read-model/block.js';
import { useEntryWords } from '../use-entry-words.js';

/** A call in one line: for what, how long, how it ended. */
export const Summary = ({ entries }: { readonly entries: readonly IndexedEntry[] }) => {
  const { t } = useWords();
  const words = useEntryWords();
  const [begin, end] = [entries[0], entries.at(-1)];
  if (!begin || !end) return null;
  const closed = entries.findLast(({ type }) => type === 'call.closed');
  const parts = [
    ...(begin.purpose ? [words.purpose(begin.purpose)] : []),
    ...(begin.ticket ? [begin.ticket] : []),
    t('timeline.lasted', { span: formatSpan(Date.parse(end.time) - Date.parse(begin.time)) }),
    closed ? words.outcome(closed) : t('timeline.notClosed'),
  ];
  return <p className="muted">{parts.join(' · ')}</p>;
};
