import { languages, type Language } from '../messages/languages.js';
import { useWords } from '../messages/use-words.js';
import { Segmented } from '../ui/segmented.js';

interface LanguageChoiceProps {
  readonly label: string;
  readonly value: Language;
  readonly onChange: (language: Language) => void;
}

export const LanguageChoice = ({ label, value, onChange }: LanguageChoiceProps) => {
  const { t } = useWords();
  const options = languages.map((each) => ({
    value: each,
    text: each.toUpperCase(),
    label: t(`terms.language.${each}`),
  }));
  return <Segmented label={label} value={value} options={options} onChange={onChange} />;
};
