import type { PolicyView } from '../../shared/desk-state.js';
import { useWords } from '../messages/use-words.js';

type From = PolicyView['values'][number]['from'];

/** Where a value comes from, as somebody would look it up. */
export const useSourceWords = () => {
  const { t, number } = useWords();
  return (from: From): string => {
    if (from === null) return t('settings.fromDefault');
    const { source, line } = from;
    return line === null ? source : t('settings.fromLine', { source, line: number(line) });
  };
};
