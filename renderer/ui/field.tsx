import './controls.css';
import { useId, type InputHTMLAttributes, type Ref } from 'react';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  readonly invalid?: boolean | undefined;
  /** For identifiers, which are read letter by letter. */
  readonly mono?: boolean;
  readonly type?: 'text' | 'password';
  readonly inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode'];
  readonly ref?: Ref<HTMLInputElement>;
}

/** One labelled line of text. Nothing typed is kept, completed or checked for spelling. */
export const Field = ({ label, value, onChange, hint, invalid, mono, type = 'text', inputMode, ref }: FieldProps) => {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        ref={ref}
        id={id}
        type={type}
        className={mono ? 'input mono' : 'input'}
        value={value}
        inputMode={inputMode}
        aria-invalid={invalid || undefined}
        aria-describedby={hint ? `${id}-hint` : undefined}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint && (
        <span id={`${id}-hint`} className="field-hint">
          {hint}
        </span>
      )}
    </div>
  );
};
