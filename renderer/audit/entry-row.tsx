import type { useWords } from '../messages/use-words.js';
import type { IndexedEntry } from '../read-model/block.js';
import type { useEntryWords } from './use-entry-words.js';

interface EntryRowProps {
  readonly id: string;
  readonly row: number;
  readonly entry: IndexedEntry | null;
  readonly active: boolean;
  /** Of the whole list: to ask for them row by row would take longer than a frame. */
  readonly words: Pick<ReturnType<typeof useWords>, 't' | 'number' | 'moment'> &
    Pick<ReturnType<typeof useEntryWords>, 'outcome'>;
  readonly onSubject: (subject: string) => void;
  readonly onOpen: () => void;
}

/** Enough of a pseudonym to tell two apart on the screen. */
const short = (pseudonym: string): string => (pseudonym.length > 10 ? `${pseudonym.slice(0, 10)}…` : pseudonym);

export const EntryRow = ({ id, row, entry, active, words, onSubject, onOpen }: EntryRowProps) => {
  const { t, number, moment } = words;
  if (!entry) return null;
  const { seq, time, type, subject, ticket, agent, drill } = entry;
  const outcome = words.outcome(entry);
  return (
    <tr id={id} aria-rowindex={row + 2} aria-selected={active} onClick={onOpen}>
      <td className="mono entry-seq">{number(seq)}</td>
      <td>{moment(time)}</td>
      <td>
        {drill && <strong className="entry-drill">{t('drill.badge')}</strong>} {t(`audit.types.${type}`)}
      </td>
      <td title={outcome}>{outcome}</td>
      <td>
        {subject && (
          <button
            type="button"
            tabIndex={-1}
            className="pseudonym mono"
            aria-label={t('audit.onlySubject', { subject })}
            onClick={(event) => {
              event.stopPropagation();
              onSubject(subject);
            }}
          >
            {short(subject)}
          </button>
        )}
      </td>
      <td className="mono">{ticket}</td>
      <td>{agent}</td>
    </tr>
  );
};
