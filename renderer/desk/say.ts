import type { CallView } from '../../shared/call-view.js';
import { catalogues } from '../messages/languages.js';
import type { Language } from '../messages/languages.js';
import { formatList } from '../messages/format.js';
import type { Field } from '../../shared/subject.js';

export type SayKey = Exclude<keyof (typeof catalogues)['en']['say'], 'label' | 'your'>;

/** A caller must not learn from what is said whether a person exists, so what cannot go on sounds the same. */
export const sayOfFind = ({ find, candidates }: Pick<CallView, 'find' | 'candidates'>): SayKey => {
  if (candidates.length > 0) return 'choose';
  if (find === 'none' || find === 'too-many') return 'more';
  return find === 'ended' || find === 'restricted' ? 'stop' : 'find';
};

export const sentenceOf = (language: Language, say: SayKey, asked: readonly Field[]): string => {
  const words = catalogues[language].say;
  return words[say].replace(
    '{{fields}}',
    formatList(
      language,
      asked.map((field) => words.your[field]),
    ),
  );
};
