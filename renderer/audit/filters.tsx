import { entryTypes } from '../../shared/audit-entry.js';
import { useWords } from '../messages/use-words.js';
import { noFilter, type Filter } from '../read-model/filter.js';
import { Button } from '../ui/button.js';
import { Field } from '../ui/field.js';
import { Select } from '../ui/select.js';
import { spanIds, type Span } from './span.js';

interface FiltersProps {
  readonly filter: Omit<Filter, 'since'>;
  readonly span: Span;
  readonly onFilter: (change: Partial<Filter>) => void;
  readonly onSpan: (span: Span) => void;
}

export const Filters = ({ filter, span, onFilter, onSpan }: FiltersProps) => {
  const { t } = useWords();
  const types = entryTypes.map((value) => ({ value, text: t(`audit.types.${value}`) }));
  const chosen = filter.type !== null || filter.subject !== '' || filter.ticket !== '' || span !== 'all';
  return (
    <search className="filters" aria-label={t('audit.filters')}>
      <Select
        label={t('audit.time')}
        value={span}
        options={spanIds.map((value) => ({ value, text: t(`audit.times.${value}`) }))}
        onChange={onSpan}
      />
      <Select
        label={t('audit.type')}
        value={filter.type ?? 'all'}
        options={[{ value: 'all' as const, text: t('audit.typeAll') }, ...types]}
        onChange={(type) => onFilter({ type: type === 'all' ? null : type })}
      />
      <Field
        mono
        label={t('audit.subject')}
        value={filter.subject}
        onChange={(subject) => onFilter({ subject: subject.trim() })}
      />
      <Field
        mono
        label={t('audit.ticket')}
        value={filter.ticket}
        onChange={(ticket) => onFilter({ ticket: ticket.trim() })}
      />
      <Button
        kind="quiet"
        disabled={!chosen}
        onPress={() => {
          onFilter(noFilter);
          onSpan('all');
        }}
      >
        {t('audit.clear')}
      </Button>
    </search>
  );
};
