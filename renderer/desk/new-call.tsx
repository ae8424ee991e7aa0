import './new-call.css';
import { useRef, useState, type SubmitEvent } from 'react';
import type { PolicyView } from '../../shared/desk-state.js';
import type { Failure } from '../../shared/result.js';
import { failureOf } from '../api.js';
import { runCommand } from '../commands.js';
import { api } from '../desk-api.js';
import type { Language } from '../messages/languages.js';
import { useWords } from '../messages/use-words.js';
import { useOfferedLink } from '../offered-link.js';
import { Button } from '../ui/button.js';
import { Field } from '../ui/field.js';
import { Notice } from '../ui/notice.js';
import { Failed } from './failed.js';
import { useDeskState } from '../use-desk-state.js';
import { PurposeChoice } from './purpose-choice.js';
import { StepFrame } from './step-frame.js';
import { useCallStep } from './use-call-step.js';

interface NewCallProps {
  readonly policy: PolicyView;
  /** Why nothing can be recorded, and so nothing can be done. */
  readonly record: Failure | null;
  readonly language: Language;
}

export const NewCall = ({ policy, record, language }: NewCallProps) => {
  const { t, failure } = useWords();
  const [purpose, setPurpose] = useState<string | null>(null);
  const { session, drill } = useDeskState();
  const [ticket, setTicket] = useState(drill ? (policy.ticketExample ?? '') : '');
  const [callerNumber, setCallerNumber] = useState('');
  const [keptTyped, setKeptTyped] = useState(false);
  const purposes = policy.purposes.filter(({ roles }) => roles.some((role) => session?.roles.includes(role)));
  const ticketField = useRef<HTMLInputElement>(null);
  const start = useCallStep(api.startCall);

  // Both or nothing: a ticket from one call and a number from another would be worse than neither.
  useOfferedLink((link) => {
    setKeptTyped(Boolean(ticket || callerNumber));
    if (ticket || callerNumber) return;
    setTicket(link.ticket);
    setCallerNumber(link.from);
  });
  const choose = (id: string) => {
    setPurpose(id);
    ticketField.current?.focus();
  };
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (start.isPending || !purpose) return;
    const skipped = !ticket.trim() && document.activeElement !== ticketField.current;
    if (skipped) ticketField.current?.focus();
    else start.mutate({ purpose, ticket, callerNumber }, { onError: () => ticketField.current?.focus() });
  };
  const example = policy.ticketExample;
  return (
    <StepFrame title={t('steps.newCall.title')} language={language} say="start">
      <form className="form" onSubmit={onSubmit} noValidate>
        {record && <Notice tone="stop" urgent {...failure(record)} />}
        <PurposeChoice purposes={purposes} value={purpose} onMark={setPurpose} onChoose={choose} />
        <div className="form-row">
          <Field
            ref={ticketField}
            mono
            label={t('steps.newCall.ticket')}
            hint={example === null ? undefined : t('steps.newCall.ticketExample', { example })}
            value={ticket}
            invalid={start.error ? failureOf(start.error).code === 'ticket-invalid' : undefined}
            onChange={setTicket}
          />
          <Field
            mono
            label={t('steps.newCall.callerNumber')}
            hint={t('steps.newCall.optional')}
            inputMode="tel"
            value={callerNumber}
            onChange={setCallerNumber}
          />
        </div>
        <div className="actions">
          <Button kind="primary" submits busy={start.isPending} disabled={!purpose} hint="Enter">
            {t('steps.newCall.start')}
          </Button>
          {!drill && (
            <Button kind="quiet" onPress={() => runCommand('drill')}>
              {t('drill.offer')}
            </Button>
          )}
        </div>
        {keptTyped && <Notice tone="info" title={t('shell.link.typed')} />}
        <Failed error={start.error} />
      </form>
    </StepFrame>
  );
};
