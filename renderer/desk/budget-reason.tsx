import { api } from '../desk-api.js';
import { useWords } from '../messages/use-words.js';
import { ReasonForm } from '../reason-form.js';
import { useCallStep } from './use-call-step.js';

/** The lookups stop until a reason is written; it opens a few, and what was searched for is still in its field. */
export const BudgetReason = ({ onOpened }: { readonly onOpened: () => void }) => {
  const { t } = useWords();
  const extend = useCallStep(api.extendBudget);
  return (
    <ReasonForm
      words={{ title: t('watch.budget.title'), reason: t('watch.budget.reason'), go: t('watch.budget.go') }}
      about={t('watch.budget.about')}
      operation={extend}
      onReason={(reason) => extend.mutate({ reason }, { onSuccess: onOpened })}
    />
  );
};
