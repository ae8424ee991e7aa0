import './next-steps.css';
import type { CallView, NextStep } from '../../shared/call-view.js';
import { api } from '../desk-api.js';
import { useWords } from '../messages/use-words.js';
import { Button } from '../ui/button.js';
import { Failed } from './failed.js';
import { useCallStep } from './use-call-step.js';
import { usePurposeWords } from './use-purpose-words.js';

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

/** What the policy allows now that the call does not go on by itself; another purpose can be taken from here. */
export const NextSteps = ({ next }: Pick<CallView, 'next'>) => {
  const { t } = useWords();
  const wordsOf = useNextWords();
  const change = useCallStep(api.changePurpose);
  if (next.length === 0) return null;
  return (
    <section className="next-steps">
      <h2>{t('proof.nextTitle')}</h2>
      <ul>
        {next.map((step) => (
          <li key={wordsOf(step)}>
            {step.do === 'purpose' ? (
              <Button busy={change.isPending} onPress={() => change.mutate({ purpose: step.purpose })}>
                {wordsOf(step)}
              </Button>
            ) : (
              wordsOf(step)
            )}
          </li>
        ))}
      </ul>
      <Failed error={change.error} />
    </section>
  );
};
