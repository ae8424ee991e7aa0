import type { AuditEntry } from '../../shared/audit-entry.js';
import { useWords } from '../messages/use-words.js';
import { useEntryWords } from './use-entry-words.js';

interface EntryRowProps {
  readonly entry: AuditEntry;
  readonly onSubject: (subject: string) => void;
}

/** Enough of a pseudonym to tell two apart on the screen. */
const short = (pseudonym: string): string => (pseudonym.length > 10 ? `${pseudonym.slice(0, 10)}…` : pseudonym);

export const EntryRow = ({ entry, onSubject }: EntryRowProps) => {
  const { t, number, moment } = useWords();
  const words = useEntryWords();
  const { seq, time, type, subject, ticket, agent, drill } = entry;
  return (
    <tr>
      <td className="mono entry-seq">{number(seq)}</td>
      <td>{moment(time)}</td>
      <td>
        {drill && <strong className="entry-drill">{t('drill.badge')}</strong>} {t(`audit.types.${type}`)}
      </td>
      <td>{words.outcome(entry)}</td>
      <td>
        {subject && (
          <button
            type="button"
            className="pseudonym mono"
            aria-label={t('audit.onlySubject', { subject })}
            onClick={() => onSubject(subject)}
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
