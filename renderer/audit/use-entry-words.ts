import type { AuditEntry } from '../../shared/audit-entry.js';
import { fields } from '../../shared/subject.js';
import { isKnownCode, isKnownFailure, isKnownRule } from '../messages/known-terms.js';
import { useWords } from '../messages/use-words.js';

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
  return {
    outcome: ({ type, outcome, reason, fields: named }: AuditEntry): string => {
      const codes = [...(outcome?.split('+') ?? []), ...(reason ? [reason] : [])].map(word);
      const shown = type === 'field.revealed' || type === 'field.copied' ? [list(named.map(fieldWord))] : [];
      return [...shown, ...codes].join(' · ');
    },
  };
};
