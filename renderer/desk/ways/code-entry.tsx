import { useRef, useState, type SubmitEvent } from 'react';
import { useWords } from '../../messages/use-words.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { useInputs } from '../use-inputs.js';

interface CodeEntryProps {
  readonly label: string;
  readonly busy: boolean;
  readonly onEnter: (typed: string, done: () => void) => void;
}

/** Where what the caller says is typed or pasted. */
export const CodeEntry = ({ label, busy, onEnter }: CodeEntryProps) => {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const inputs = useInputs(form);
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!busy && typed.trim()) onEnter(typed, inputs.selectFirst);
  };
  return (
    <form ref={form} className="form" onSubmit={onSubmit} noValidate>
      <Field mono inputMode="numeric" label={label} value={typed} onChange={setTyped} />
      <div className="actions">
        <Button kind="primary" submits busy={busy} hint="Enter">
          {busy ? t('ways.checking') : t('ways.check')}
        </Button>
      </div>
    </form>
  );
};
