import type { AuditEntry } from '../../shared/audit-entry.js';
import { useWords } from '../messages/use-words.js';
import { EntryRow } from './entry-row.js';

const columns = ['seq', 'time', 'type', 'outcome', 'subject', 'ticket', 'agent'] as const;

interface EntriesProps {
  readonly entries: readonly AuditEntry[];
  readonly waiting: boolean;
  readonly failed: boolean;
  readonly filtered: boolean;
  readonly onSubject: (subject: string) => void;
}

const Nothing = ({ waiting, failed, filtered }: Pick<EntriesProps, 'waiting' | 'failed' | 'filtered'>) => {
  const { t } = useWords();
  if (failed) return null;
  if (waiting) return <p className="muted">{t('audit.loading')}</p>;
  return <p className="muted">{filtered ? t('audit.emptyFiltered') : t('audit.empty')}</p>;
};

export const Entries = ({ entries, onSubject, ...nothing }: EntriesProps) => {
  const { t } = useWords();
  return (
    <div className="entries" tabIndex={0} role="region" aria-label={t('audit.entries')}>
      {entries.length === 0 ? (
        <Nothing {...nothing} />
      ) : (
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`audit.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <EntryRow key={entry.seq} entry={entry} onSubject={onSubject} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
};
