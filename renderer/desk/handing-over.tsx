import type { Field as FieldName } from '../../shared/subject.js';
import { useWords } from '../messages/use-words.js';
import { Field } from '../ui/field.js';

interface HandingOverProps {
  readonly recipient: string;
  readonly basis: string;
  readonly fields: readonly FieldName[];
  /** Those the purpose may hand over. */
  readonly handable: readonly FieldName[];
  readonly onRecipient: (recipient: string) => void;
  readonly onBasis: (basis: string) => void;
  readonly onFields: (fields: readonly FieldName[]) => void;
}

/** To whom, by what right and which fields; nothing is ticked until somebody ticks it. */
export const HandingOver = ({ handable, fields, onFields, ...rest }: HandingOverProps) => {
  const { t } = useWords();
  const toggle = (field: FieldName) =>
    onFields(fields.includes(field) ? fields.filter((each) => each !== field) : [...fields, field]);
  return (
    <>
      <Field label={t('requests.file.recipient')} value={rest.recipient} onChange={rest.onRecipient} />
      <Field
        label={t('requests.file.basis')}
        hint={t('requests.file.basisHint')}
        value={rest.basis}
        onChange={rest.onBasis}
      />
      <fieldset className="handed">
        <legend className="label">{t('requests.file.fields')}</legend>
        {handable.map((field) => (
          <label key={field}>
            <input type="checkbox" checked={fields.includes(field)} onChange={() => toggle(field)} />
            {t(`terms.field.${field}`)}
          </label>
        ))}
      </fieldset>
    </>
  );
};
