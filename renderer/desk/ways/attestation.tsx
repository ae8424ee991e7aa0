import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { sightings, type CallView, type FactorView } from '../../../shared/call-view.js';
import { failureOf } from '../../api.js';
import { api } from '../../desk-api.js';
import { useWords } from '../../messages/use-words.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { Notice } from '../../ui/notice.js';
import { Segmented } from '../../ui/segmented.js';
import { Failed } from '../failed.js';
import { useCallStep } from '../use-call-step.js';

interface AttestationProps {
  readonly call: CallView;
  readonly way: FactorView;
}

/** The agent says in writing what was seen; a colleague confirms it where the policy wants one. */
export const Attestation = ({ call, way }: AttestationProps) => {
  const { t } = useWords();
  const [sighting, setSighting] = useState<(typeof sightings)[number]>('video');
  const [reason, setReason] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const attest = useCallStep(api.attest);
  useEffect(() => form.current?.querySelector<HTMLInputElement>('input:checked')?.focus(), []);

  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    attest.mutate({ sighting, reason });
  };
  const cancelled = attest.error !== null && failureOf(attest.error).code === 'sign-in-cancelled';
  return (
    <form ref={form} className="form" onSubmit={onSubmit} noValidate>
      <Segmented
        label={t('ways.sighting')}
        value={sighting}
        options={sightings.map((value) => ({ value, text: t(`ways.sightings.${value}`) }))}
        onChange={setSighting}
      />
      <Field label={t('ways.reason')} hint={t('ways.reasonAbout')} value={reason} onChange={setReason} />
      {call.attestation.secondAgent && <p className="muted">{t('ways.attestSecond')}</p>}
      <div className="actions">
        <Button kind="primary" submits hint="Enter" busy={attest.isPending && !call.attestation.secondAgent}>
          {t('ways.attest')}
        </Button>
      </div>
      {way.state === 'started' && (
        <Notice tone="waiting" title={t('steps.prove.secondWaiting')}>
          <Button kind="quiet" onPress={() => void api.cancelSecondAgent()}>
            {t('steps.prove.secondCancel')}
          </Button>
        </Notice>
      )}
      <Failed error={cancelled ? null : attest.error} />
    </form>
  );
};
