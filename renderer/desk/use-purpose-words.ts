import { isKnownPurpose } from '../messages/known-terms.js';
import { useWords } from '../messages/use-words.js';

/** A policy may name purposes of its own; those go by their id. */
export const usePurposeWords = () => {
  const { t } = useWords();
  return {
    name: (id: string): string => (isKnownPurpose(id) ? t(`terms.purpose.${id}`) : id),
    about: (id: string): string => (isKnownPurpose(id) ? t(`terms.purposeAbout.${id}`) : ''),
  };
};
