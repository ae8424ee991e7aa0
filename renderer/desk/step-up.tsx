import './next-steps.css';
import type { CallView } from '../../shared/call-view.js';
import { api } from '../desk-api.js';
import { useWords } from '../messages/use-words.js';
import { Button } from '../ui/button.js';
import { Failed } from './failed.js';
import { useCallStep } from './use-call-step.js';
import { usePurposeWords } from './use-purpose-words.js';

/** The same caller for another purpose. */
export const StepUp = ({ otherPurposes }: Pick<CallView, 'otherPurposes'>) => {
  const { t } = useWords();
  const purpose = usePurposeWords();
  const change = useCallStep(api.changePurpose);
  if (otherPurposes.length === 0) return null;
  return (
    <section className="next-steps">
      <h2>{t('proof.stepUp')}</h2>
      <p className="muted">{t('proof.stepUpAbout')}</p>
      <div className="actions">
        {otherPurposes.map((id) => (
          <Button key={id} busy={change.isPending} onPress={() => change.mutate({ purpose: id })}>
            {purpose.name(id)}
          </Button>
        ))}
      </div>
      <Failed error={change.error} />
    </section>
  );
};
