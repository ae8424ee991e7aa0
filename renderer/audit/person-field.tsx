import type { Ref } from 'react';
import { useWords } from '../messages/use-words.js';
import { Field } from '../ui/field.js';

interface PersonFieldProps {
  readonly subject: string;
  readonly onSubject: (subject: string) => void;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A person, by a pseudonym. */
export const PersonField = ({ subject, onSubject, ref }: PersonFieldProps) => {
  const { t } = useWords();
  return (
    <Field
      mono
      {...(ref && { ref })}
      label={t('erasure.person')}
      hint={t('erasure.personHint')}
      value={subject}
      onChange={(text) => onSubject(text.trim())}
    />
  );
};
