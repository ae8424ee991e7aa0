import { useRef } from 'react';
import type { FactorView } from '../../shared/call-view.js';
import { failureOf } from '../api.js';
import { api } from '../desk-api.js';
import { useWords } from '../messages/use-words.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { useFocusOnce } from '../ui/use-focus-once.js';
import { Failed } from './failed.js';
import { useCallStep } from './use-call-step.js';

interface SecondAgentProps extends Pick<FactorView, 'state'> {
  /** Whether it is the only way to prove, so that Enter starts it. */
  readonly first: boolean;
}

const Start = ({ first, onStart }: Pick<SecondAgentProps, 'first'> & { readonly onStart: () => void }) => {
  const { t } = useWords();
  const button = useRef<HTMLButtonElement>(null);
  const nowhere = useRef<HTMLButtonElement>(null);
  useFocusOnce(first ? button : nowhere);
  return (
    <>
      <p>{t('steps.prove.secondAbout')}</p>
      <div className="actions">
        <Button ref={button} kind={first ? 'primary' : 'plain'} hint={first ? 'Enter' : null} onPress={onStart}>
          {t('steps.prove.second')}
        </Button>
      </div>
    </>
  );
};

/** A colleague signs in in the browser and so confirms; the call goes on meanwhile. */
export const SecondAgent = ({ state, first }: SecondAgentProps) => {
  const { t } = useWords();
  const ask = useCallStep<void>(() => api.proveBySecondAgent());
  const again = useCallStep<void>(() => api.proveBySecondAgent());
  const error = again.error ?? ask.error;
  const cancelled = error !== null && failureOf(error).code === 'sign-in-cancelled';
  if (state !== 'started') {
    return (
      <div className="call-back">
        <Start first={first} onStart={() => ask.mutate()} />
        <Failed error={cancelled ? null : error} />
      </div>
    );
  }
  return (
    <Notice tone="waiting" title={t('steps.prove.secondWaiting')}>
      <div className="actions">
        <Button onPress={() => again.mutate()}>{t('steps.prove.secondAgain')}</Button>
        <Button kind="quiet" onPress={() => void api.cancelSecondAgent()}>
          {t('steps.prove.secondCancel')}
        </Button>
      </div>
    </Notice>
  );
};
