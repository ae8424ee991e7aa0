import { useState, type SubmitEvent } from 'react';
import { reasonLength } from '../../shared/watch.js';
import { api } from '../desk-api.js';
import { useWords } from '../messages/use-words.js';
import { Button } from '../ui/button.js';
import { Field } from '../ui/field.js';
import { Failed } from './failed.js';
import { useCallStep } from './use-call-step.js';

/** The lookups stop until a reason is written; it opens a few, and what was searched for is still in its field. */
export const BudgetReason = ({ onOpened }: { readonly onOpened: () => void }) => {
  const { t, number } = useWords();
  const [reason, setReason] = useState('');
  const extend = useCallStep(api.extendBudget);
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!extend.isPending) extend.mutate({ reason }, { onSuccess: onOpened });
  };
  return (
    <form className="form" aria-label={t('watch.budget.title')} onSubmit={onSubmit} noValidate>
      <p>{t('watch.budget.about')}</p>
      <Field
        label={t('watch.budget.reason')}
        hint={t('watch.budget.length', { least: number(reasonLength.least), most: number(reasonLength.most) })}
        value={reason}
        onChange={setReason}
      />
      <div className="actions">
        <Button kind="primary" submits busy={extend.isPending} hint="Enter">
          {t('watch.budget.go')}
        </Button>
      </div>
      <Failed error={extend.error} />
    </form>
  );
};
