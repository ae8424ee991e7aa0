import { fields } from '../../shared/subject.js';
import { isKnownCode, isKnownFailure, isKnownPurpose, isKnownRule, isKnownType } from '../messages/known-terms.js';
import { useWords } from '../messages/use-words.js';
import type { IndexedEntry } from '../read-model/block.js';
import type { FilterName } from '../read-model/filter.js';

/** An entry's codes in the desk's language; a code no catalogue knows is shown as it is. */
export const useEntryWords = () => {
  const { t, list } = useWords();
  const word = (code: string): string => {
    const repeated = /^repeated:(\d+)$/.exec(code)?.[1];
    if (repeated) return t('audit.repeated', { count: Number(repeated) });
    const hash = /^sha256:([0-9a-f]{8})/.exec(code)?.[1];
    if (hash) return t('audit.fileHash', { hash });
    if (isKnownCode(code)) return t(`audit.outcomes.${code}`);
    if (isKnownRule(code)) return t(`watch.rules.${code}`);
    return isKnownFailure(code) ? t(`failures.${code}.what`) : code;
  };
  const fieldWord = (name: string): string => {
    const field = fields.find((each) => each === name);
    return field ? t(`terms.field.${field}`) : name;
  };
  const outcomeWords = (outcome: string | null): string[] => (outcome ?? '').split('+').filter(Boolean).map(word);
  const purpose = (id: string): string => (isKnownPurpose(id) ? t(`terms.purpose.${id}`) : id);
  return {
    purpose,
    fieldWords: (named: readonly string[]): string => list(named.map(fieldWord)),
    outcome: ({ type, outcome, reason, fields: named }: IndexedEntry): string => {
      const codes = [...outcomeWords(outcome), ...(reason ? [word(reason)] : [])];
      const shown = type === 'field.revealed' || type === 'field.copied' ? [list(named.map(fieldWord))] : [];
      return [...shown, ...codes].join(' · ');
    },
    filterWord: (name: FilterName, code: string): string => {
      if (name === 'type' && isKnownType(code)) return t(`audit.types.${code}`);
      if (name === 'purpose') return purpose(code);
      return name === 'outcome' ? outcomeWords(code).join(' · ') : code;
    },
  };
};
