import { ShieldCheck } from 'lucide-react';
import { useRef } from 'react';
import { failureOf } from '../api.js';
import { api } from '../desk-api.js';
import { useWords } from '../messages/use-words.js';
import { useDeskOperation, useDeskState } from '../use-desk-state.js';
import { Button } from '../ui/button.js';
import { Facts } from '../ui/facts.js';
import { Notice } from '../ui/notice.js';
import { useFocusOnce } from '../ui/use-focus-once.js';
import { Ended } from './ended.js';
import { useBrowserSignIn } from './use-browser-sign-in.js';

type Going = ReturnType<typeof useBrowserSignIn>;

const Waiting = ({ open, cancel }: Pick<Going, 'open' | 'cancel'>) => {
  const { t } = useWords();
  const button = useRef<HTMLButtonElement>(null);
  useFocusOnce(button);
  return (
    <Notice tone="waiting" title={t('signIn.waiting')} lines={[t('signIn.waitingAbout')]}>
      <div className="sign-in-actions">
        <Button ref={button} onPress={open}>
          {t('signIn.again')}
        </Button>
        <Button kind="quiet" onPress={cancel}>
          {t('shell.cancel')}
        </Button>
      </div>
    </Notice>
  );
};

const Start = ({ open, step }: Pick<Going, 'open' | 'step'>) => {
  const { t } = useWords();
  const button = useRef<HTMLButtonElement>(null);
  useFocusOnce(button);
  return (
    <div>
      <Button ref={button} kind="primary" busy={step === 'renewing'} hint="Enter" onPress={open}>
        {step === 'renewing' ? t('signIn.renewing') : t('signIn.browser')}
      </Button>
    </div>
  );
};

/** The session that ran out can be ended as well as renewed. */
const Lapsed = () => {
  const { t, failure } = useWords();
  const signOut = useDeskOperation<void>(() => api.signOut());
  return (
    <>
      <p className="muted">{t('signIn.callWaits')}</p>
      <div>
        <Button kind="quiet" busy={signOut.isPending} onPress={() => signOut.mutate()}>
          {t('signIn.signOut')}
        </Button>
      </div>
      {signOut.error && <Notice tone="failure" urgent {...failure(failureOf(signOut.error))} />}
    </>
  );
};

/** Sign-in on the organisation's own page: one button, then what to do there. */
export const BrowserForm = () => {
  const { t, failure } = useWords();
  const { policy, lapsed } = useDeskState();
  const { step, failed, open, cancel } = useBrowserSignIn();
  return (
    <div className="sign-in-form">
      <ShieldCheck aria-hidden="true" size={40} />
      <h1>{t('signIn.title')}</h1>
      <Ended />
      <p>{t('signIn.about')}</p>
      <p>{t('signIn.aboutBrowser')}</p>
      {policy.ok && (
        <Facts
          rows={[
            { name: t('signIn.organisation'), value: policy.view.organisation },
            { name: t('signIn.provider'), value: policy.view.providerHost ?? '', mono: true },
            { name: t('signIn.registry'), value: policy.view.registryHost, mono: true },
          ]}
        />
      )}
      {step === 'waiting' ? <Waiting open={open} cancel={cancel} /> : <Start open={open} step={step} />}
      {failed && <Notice tone="failure" urgent {...failure(failed)} />}
      {lapsed && <Lapsed />}
      <p className="muted">{t('signIn.whoBrowser')}</p>
    </div>
  );
};
