import { useState } from 'react';
import type { CallView } from '../../shared/call-view.js';
import { api } from '../desk-api.js';
import { useWords } from '../messages/use-words.js';
import { ReasonForm } from '../reason-form.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
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
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const ask = useCallStep(api.bypassProof);
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
    <ReasonForm
      words={{ title: t('proof.bypass.open'), reason: t('proof.bypass.reason'), go: t('proof.bypass.go') }}
      about={t('proof.bypass.ask')}
      operation={ask}
      onReason={(reason) => ask.mutate({ reason })}
      first={false}
    >
      <Button kind="quiet" onPress={() => setOpen(false)}>
        {t('proof.bypass.cancel')}
      </Button>
    </ReasonForm>
  );
};
