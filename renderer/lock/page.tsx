import './lock.css';
import { LockKeyhole } from 'lucide-react';
import { useRef, useState, type SubmitEvent } from 'react';
import type { LockView } from '../../shared/lock-view.js';
import { Abandoned } from '../abandoned.js';
import { failureOf } from '../api.js';
import { api } from '../desk-api.js';
import { useWords } from '../messages/use-words.js';
import { RecordFailure } from '../record-failure.js';
import { useDeskOperation, useDeskState } from '../use-desk-state.js';
import { Button } from '../ui/button.js';
import { Facts } from '../ui/facts.js';
import { Field } from '../ui/field.js';
import { Notice } from '../ui/notice.js';
import { useFocusOnce } from '../ui/use-focus-once.js';
import { CallLeft } from './call-left.js';

/** Who is locked in and why, one field, and nothing of the call. */
export const LockPage = ({ lock }: { readonly lock: LockView }) => {
  const { t, moment, failure } = useWords();
  const { session, policy, audit } = useDeskState();
  const [token, setToken] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const unlock = useDeskOperation(api.unlock);
  const signOut = useDeskOperation<void>(() => api.signOut());
  const byToken = lock.asks === 'token';
  useFocusOnce(byToken ? field : button);

  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (unlock.isPending) return;
    unlock.mutate({ token: byToken ? token.trim() : null });
    // Right or wrong, a key does not stay in the field.
    setToken('');
  };
  const failed = unlock.error ?? signOut.error;
  const why = failed && failureOf(failed);
  return (
    <main className="lock">
      <form onSubmit={onSubmit} noValidate>
        <LockKeyhole aria-hidden="true" size={40} />
        <h1>{t('lock.title')}</h1>
        <p>{t(`lock.why.${lock.reason}`)}</p>
        <RecordFailure />
        <Abandoned />
        <Facts
          rows={[
            { name: t('lock.who'), value: session?.agent ?? '' },
            ...(policy.ok ? [{ name: t('lock.organisation'), value: policy.view.organisation }] : []),
            { name: t('lock.since'), value: moment(lock.since) },
          ]}
        />
        {byToken ? (
          <Field
            ref={field}
            type="password"
            label={t('lock.token')}
            hint={t('lock.tokenAbout')}
            value={token}
            invalid={unlock.error !== null}
            onChange={setToken}
          />
        ) : (
          <p>{t('lock.signInAbout')}</p>
        )}
        <div className="lock-actions">
          <Button ref={button} kind="primary" submits busy={unlock.isPending} hint="Enter">
            {t(unlock.isPending ? 'lock.unlocking' : 'lock.unlock')}
          </Button>
          {unlock.isPending && !byToken && <Button onPress={() => void api.cancelSignIn()}>{t('shell.cancel')}</Button>}
          <Button disabled={signOut.isPending} onPress={() => signOut.mutate()}>
            {t('lock.signOut')}
          </Button>
        </div>
        {/* What nobody can be looked up for is told above. */}
        {why && why.code !== audit.failure?.code && !unlock.isPending && (
          <Notice tone="failure" urgent {...failure(why)} />
        )}
        {lock.abandonsAt !== null && <CallLeft abandonsAt={lock.abandonsAt} />}
      </form>
    </main>
  );
};
