import './registry-key-form.css';
import { useRef, useState, type SubmitEvent } from 'react';
import { failureOf } from './api.js';
import { api } from './desk-api.js';
import { useWords } from './messages/use-words.js';
import { useDeskOperation } from './use-desk-state.js';
import { Button } from './ui/button.js';
import { Field } from './ui/field.js';
import { Notice } from './ui/notice.js';
import { useFocusOnce } from './ui/use-focus-once.js';

/** What opens the directory, entered once for the desk by whoever is signed in. */
export const RegistryKeyForm = ({ focused = false }: { readonly focused?: boolean }) => {
  const { t, failure } = useWords();
  const [key, setKey] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const elsewhere = useRef<HTMLInputElement>(null);
  const keep = useDeskOperation(api.keepRegistryKey);
  useFocusOnce(focused ? field : elsewhere);

  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (keep.isPending) return;
    keep.mutate({ key });
    // Right or wrong, a key does not stay in the field.
    setKey('');
  };
  const failed = keep.error && failureOf(keep.error);
  return (
    <form className="registry-key" onSubmit={onSubmit} noValidate>
      <p>{t('registryKey.about')}</p>
      <Field
        ref={field}
        type="password"
        label={t('registryKey.label')}
        hint={t('registryKey.hint')}
        value={key}
        invalid={failed?.code === 'token-invalid'}
        onChange={setKey}
      />
      <p className="muted">{t('registryKey.own')}</p>
      <div>
        <Button kind="primary" submits busy={keep.isPending} hint="Enter">
          {t(keep.isPending ? 'registryKey.going' : 'registryKey.go')}
        </Button>
      </div>
      {failed && !keep.isPending && <Notice tone="failure" urgent {...failure(failed)} />}
    </form>
  );
};
