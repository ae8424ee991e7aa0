import { useWords } from '../../messages/use-words.js';
import type { IndexedEntry } from '../../read-model/block.js';
import { Facts } from '../../ui/facts.js';
import { useEntryWords } from '../use-entry-words.js';

/** All that an entry says; what is recorded in code stands as it was recorded. */
export const EntryFacts = ({ entry }: { readonly entry: IndexedEntry }) => {
  const { t, number, moment } = useWords();
  const words = useEntryWords();
  const { time, purpose, fields, outcome, reason } = entry;
  const code = [outcome, reason].filter(Boolean).join(' · ');
  const rows = [
    { name: t('audit.column.seq'), value: number(entry.seq), mono: true },
    { name: t('audit.column.time'), value: moment(time) },
    { name: t('timeline.utc'), value: time, mono: true },
    { name: t('audit.column.type'), value: t(`audit.types.${entry.type}`) },
    { name: t('audit.column.outcome'), value: words.outcome(entry) },
    { name: t('timeline.code'), value: code, mono: true },
    { name: t('timeline.fields'), value: words.fieldWords(fields) },
    { name: t('audit.column.agent'), value: [entry.agent, entry.role].filter(Boolean).join(' · ') },
    { name: t('audit.purpose'), value: purpose ? words.purpose(purpose) : '' },
    { name: t('audit.column.ticket'), value: entry.ticket ?? '', mono: true },
    { name: t('audit.column.subject'), value: entry.subject ?? '', mono: true },
    { name: t('timeline.policy'), value: entry.policy ?? '', mono: true },
    { name: t('timeline.desk'), value: `${entry.desk} · ${entry.app}`, mono: true },
  ];
  return (
    <section aria-label={t('timeline.details')}>
      <Facts rows={rows.filter(({ value }) => value !== '')} />
    </section>
  );
};
