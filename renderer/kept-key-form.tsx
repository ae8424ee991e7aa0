import './kept-key-form.css';
import { useRef, useState, type SubmitEvent } from 'react';
import { failureOf } from './api.js';
import { useWords } from './messages/use-words.js';
import type { useDeskOperation } from './use-desk-state.js';
import { Button } from './ui/button.js';
import { Field } from './ui/field.js';
import { Notice } from './ui/notice.js';
import { useFocusOnce } from './ui/use-focus-once.js';

interface KeptKeyFormProps {
  readonly words: Readonly<Record<'about' | 'label', string>>;
  readonly operation: ReturnType<typeof useDeskOperation<string>>;
  readonly focused?: boolean;
}

/** A key of the desk's own, entered once by whoever is signed in. */
export const KeptKeyForm = ({ words, operation, focused = false }: KeptKeyFormProps) => {
  const { t, failure } = useWords();
  const [key, setKey] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const elsewhere = useRef<HTMLInputElement>(null);
  useFocusOnce(focused ? field : elsewhere);

  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (operation.isPending) return;
    operation.mutate(key);
    // Right or wrong, a key does not stay in the field.
    setKey('');
  };
  const failed = operation.error && failureOf(operation.error);
  return (
    <form className="kept-key" onSubmit={onSubmit} noValidate>
      <p>{words.about}</p>
      <Field
        ref={field}
        type="password"
        label={words.label}
        hint={t('deskKey.hint')}
        value={key}
        invalid={failed?.code === 'token-invalid'}
        onChange={setKey}
      />
      <p className="muted">{t('deskKey.own')}</p>
      <div>
        <Button kind="primary" submits busy={operation.isPending} hint="Enter">
          {operation.isPending ? t('deskKey.going') : t('deskKey.go')}
        </Button>
      </div>
      {failed && !operation.isPending && <Notice tone="failure" urgent {...failure(failed)} />}
    </form>
  );
};
