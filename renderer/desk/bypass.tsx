import { useState, type SubmitEvent } from 'react';
import type { CallView } from '../../shared/call-view.js';
import { reasonLength } from '../../shared/watch.js';
import { api } from '../desk-api.js';
import { useWords } from '../messages/use-words.js';
import { Button } from '../ui/button.js';
import { Field } from '../ui/field.js';
import { Notice } from '../ui/notice.js';
import { Failed } from './failed.js';
import { useCallStep } from './use-call-step.js';

const Waiting = () => {
  const { t } = useWords();
  return (
    <Notice tone="waiting" title={t('proof.bypass.waiting')}>
      <div className="actions">
        <Button kind="quiet" onPress={() => void api.cancelSecondAgent()}>
          {t('proof.bypass.cancel')}
        </Button>
      </div>
    </Notice>
  );
};

/** Past the proof, for whoever has the right to: closed until it is asked for, so that it is nobody's first way. */
export const Bypass = ({ bypass }: Pick<CallView, 'bypass'>) => {
  const { t, number } = useWords();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const ask = useCallStep(api.bypassProof);
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!ask.isPending) ask.mutate({ reason });
  };
  if (bypass === 'none') return null;
  if (bypass === 'started') return <Waiting />;
  if (!open) {
    return (
      <div className="actions">
        <Button kind="quiet" onPress={() => setOpen(true)}>
          {t('proof.bypass.open')}
        </Button>
      </div>
    );
  }
  return (
    <form className="form" aria-label={t('proof.bypass.open')} onSubmit={onSubmit} noValidate>
      <p>{t('proof.bypass.ask')}</p>
      <Field
        label={t('proof.bypass.reason')}
        hint={t('watch.budget.length', { least: number(reasonLength.least), most: number(reasonLength.most) })}
        value={reason}
        onChange={setReason}
      />
      <div className="actions">
        <Button submits busy={ask.isPending}>
          {t('proof.bypass.go')}
        </Button>
        <Button kind="quiet" onPress={() => setOpen(false)}>
          {t('proof.bypass.cancel')}
        </Button>
      </div>
      <Failed error={ask.error} />
    </form>
  );
};
