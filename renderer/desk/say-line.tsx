import { MessageCircleMore } from 'lucide-react';
import type { Field } from '../../shared/subject.js';
import type { Language } from '../messages/languages.js';
import { useWords } from '../messages/use-words.js';
import { sentenceOf, type SayKey } from './say.js';

interface SayLineProps {
  readonly language: Language;
  readonly say: SayKey;
  readonly asked: readonly Field[];
}

/** One sentence the agent can read aloud, in the caller's language. */
export const SayLine = ({ language, say, asked }: SayLineProps) => {
  const { t } = useWords();
  return (
    <aside className="say" aria-label={t('say.label')}>
      <span className="say-label">
        <MessageCircleMore aria-hidden="true" size={16} />
        {t('say.label')}
      </span>
      <p lang={language}>{sentenceOf(language, say, asked)}</p>
    </aside>
  );
};
