import './next-steps.css';
import type { CallView, FactorId, NextStep } from '../../shared/call-view.js';
import { api } from '../desk-api.js';
import { useWords } from '../messages/use-words.js';
import { Button } from '../ui/button.js';
import { Failed } from './failed.js';
import { useCallStep } from './use-call-step.js';
import { usePurposeWords } from './use-purpose-words.js';

type Taken = Extract<NextStep, { do: 'factor' | 'purpose' }>;

const isTaken = (step: NextStep): step is Taken => step.do === 'factor' || step.do === 'purpose';

const useNextWords = () => {
  const { t, clock } = useWords();
  const purpose = usePurposeWords();
  return (step: NextStep): string => {
    if (step.do === 'wait') return t('proof.next.wait', { time: clock(step.until) });
    if (step.do === 'factor') return t('proof.next.factor', { factor: t(`terms.factor.${step.factor}`) });
    if (step.do === 'purpose') return t('proof.next.purpose', { purpose: purpose.name(step.purpose) });
    return t(`proof.next.${step.do}`);
  };
};

interface NextStepsProps extends Pick<CallView, 'next'> {
  /** How another way to prove is taken from here, where there are any. */
  readonly onFactor?: (factor: FactorId) => void;
}

/** What the policy allows now that the call does not go on by itself: what can be taken from here first, then what to do elsewhere. */
export const NextSteps = ({ next, onFactor }: NextStepsProps) => {
  const { t } = useWords();
  const wordsOf = useNextWords();
  const change = useCallStep(api.changePurpose);
  const take = (step: Taken) => {
    if (step.do === 'factor') onFactor?.(step.factor);
    else change.mutate({ purpose: step.purpose });
  };
  if (next.length === 0) return null;
  return (
    <section className="next-steps">
      <h2>{t('proof.nextTitle')}</h2>
      <div className="actions">
        {next.filter(isTaken).map((step) => (
          <Button key={wordsOf(step)} busy={change.isPending} onPress={() => take(step)}>
            {wordsOf(step)}
          </Button>
        ))}
      </div>
      <ul>
        {next
          .filter((step) => !isTaken(step))
          .map((step) => (
            <li key={step.do}>{wordsOf(step)}</li>
          ))}
      </ul>
      <Failed error={change.error} />
    </section>
  );
};
