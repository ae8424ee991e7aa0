import { useMemo } from 'react';
import { entryTypes } from '../../shared/audit-entry.js';
import { useWords } from '../messages/use-words.js';
import type { Block } from '../read-model/block.js';
import { wordsOf, type FilterName } from '../read-model/filter.js';
import { Field } from '../ui/field.js';
import { Select } from '../ui/select.js';
import { isDay } from './is-day.js';
import { spanKinds } from './span.js';
import { useEntryWords } from './use-entry-words.js';
import type { Narrowing } from './use-filter.js';

interface FiltersProps {
  readonly narrowing: Narrowing;
  readonly blocks: readonly Block[];
}

const Times = ({ span, setSpan }: Pick<Narrowing, 'span' | 'setSpan'>) => {
  const { t } = useWords();
  const day = (name: 'from' | 'to') => (
    <Field
      mono
      label={t(`audit.${name}`)}
      value={span[name]}
      invalid={span[name] !== '' && !isDay(span[name])}
      onChange={(text) => setSpan({ ...span, [name]: text.trim() })}
    />
  );
  return (
    <>
      <Select
        label={t('audit.time')}
        value={span.kind}
        options={spanKinds.map((value) => ({ value, text: t(`audit.times.${value}`) }))}
        onChange={(kind) => setSpan({ ...span, kind })}
      />
      {span.kind === 'days' && day('from')}
      {span.kind === 'days' && day('to')}
    </>
  );
};

interface WordProps extends FiltersProps {
  readonly name: Exclude<FilterName, 'call'>;
}

const Chosen = ({ narrowing, name, words }: Omit<WordProps, 'blocks'> & { readonly words: readonly string[] }) => {
  const { t } = useWords();
  const { filterWord } = useEntryWords();
  const options = words.map((value) => ({ value, text: filterWord(name, value) }));
  options.sort((one, other) => one.text.localeCompare(other.text));
  return (
    <Select
      label={t(`audit.${name}`)}
      value={narrowing.filter.words[name] ?? ''}
      options={[{ value: '', text: t('audit.any') }, ...options]}
      onChange={(word) => narrowing.setWord(name, word)}
    />
  );
};

/** One of the words that the journal has. */
const ChosenFrom = ({ narrowing, blocks, name }: WordProps) => {
  const words = useMemo(() => wordsOf(blocks, name), [blocks, name]);
  return <Chosen narrowing={narrowing} name={name} words={words} />;
};

const Typed = ({ narrowing, name }: Omit<WordProps, 'blocks'>) => {
  const { t } = useWords();
  return (
    <Field
      mono
      label={t(`audit.${name}`)}
      value={narrowing.filter.words[name] ?? ''}
      onChange={(text) => narrowing.setWord(name, text.trim())}
    />
  );
};

interface AllFiltersProps extends FiltersProps {
  /** Nothing is counted by agent, nor by person. */
  readonly counted: boolean;
}

export const Filters = ({ narrowing, blocks, counted }: AllFiltersProps) => {
  const { t } = useWords();
  return (
    <search className="filters" aria-label={t('audit.filters')}>
      <Times {...narrowing} />
      <ChosenFrom narrowing={narrowing} blocks={blocks} name="purpose" />
      {!counted && (
        <>
          <Chosen narrowing={narrowing} name="type" words={entryTypes} />
          <ChosenFrom narrowing={narrowing} blocks={blocks} name="outcome" />
          <ChosenFrom narrowing={narrowing} blocks={blocks} name="agent" />
          <Typed narrowing={narrowing} name="subject" />
          <Typed narrowing={narrowing} name="ticket" />
        </>
      )}
    </search>
  );
};
