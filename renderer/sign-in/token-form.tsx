import { ShieldCheck } from 'lucide-react';
import { useRef, useState, type SubmitEvent } from 'react';
import { failureOf } from '../api.js';
import { api } from '../desk-api.js';
import { useWords } from '../messages/use-words.js';
import { useDeskOperation, useDeskState } from '../use-desk-state.js';
import { Button } from '../ui/button.js';
import { Facts } from '../ui/facts.js';
import { Field } from '../ui/field.js';
import { Notice } from '../ui/notice.js';
import { useFocusOnce } from '../ui/use-focus-once.js';
import { Ended } from './ended.js';

/** First run: the registry's access key, once. */
export const TokenForm = () => {
  const { t, failure } = useWords();
  const { policy, credentials, audit } = useDeskState();
  const [token, setToken] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const signIn = useDeskOperation(api.signIn);
  useFocusOnce(field);

  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!signIn.isPending) signIn.mutate({ token: token.trim() }, { onError: () => field.current?.select() });
  };
  const failed = signIn.error ? failureOf(signIn.error) : credentials;
  // The page says that above.
  const isNew = failed?.code !== audit.failure?.code;
  return (
    <form onSubmit={onSubmit} noValidate>
      <ShieldCheck aria-hidden="true" size={40} />
      <h1>{t('signIn.title')}</h1>
      <Ended />
      <p>{t('signIn.about')}</p>
      {policy.ok && (
        <Facts
          rows={[
            { name: t('signIn.organisation'), value: policy.view.organisation },
            { name: t('signIn.registry'), value: policy.view.registryHost, mono: true },
          ]}
        />
      )}
      <Field
        ref={field}
        type="password"
        label={t('signIn.token')}
        hint={t('signIn.tokenAbout')}
        value={token}
        invalid={failed?.code === 'token-invalid'}
        onChange={setToken}
      />
      <div>
        <Button kind="primary" submits busy={signIn.isPending} hint="Enter">
          {signIn.isPending ? t('signIn.going') : t('signIn.go')}
        </Button>
      </div>
      {failed && isNew && !signIn.isPending && <Notice tone="failure" urgent {...failure(failed)} />}
      <p className="muted">{t('signIn.who')}</p>
    </form>
  );
};
