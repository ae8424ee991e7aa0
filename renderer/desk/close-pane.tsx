import { useMutation } from '@tanstack/react-query';
import { CircleCheck, CircleHelp, CornerUpRight, PhoneOff, TriangleAlert } from 'lucide-react';
import { callOutcomes, type CallOutcome, type Receipt } from '../../shared/call-view.js';
import { api } from '../desk-api.js';
import type { Language } from '../messages/languages.js';
import { useWords } from '../messages/use-words.js';
import { useShowCall } from '../use-desk-state.js';
import { Button } from '../ui/button.js';
import { Choices } from '../ui/choices.js';
import { useEscape } from '../ui/use-escape.js';
import { Failed } from './failed.js';
import { StepFrame } from './step-frame.js';

const icons = {
  resolved: <CircleCheck aria-hidden="true" size={18} />,
  'not-verified': <CircleHelp aria-hidden="true" size={18} />,
  escalated: <CornerUpRight aria-hidden="true" size={18} />,
  'suspected-fraud': <TriangleAlert aria-hidden="true" size={18} />,
  'caller-hung-up': <PhoneOff aria-hidden="true" size={18} />,
} as const satisfies Record<CallOutcome, unknown>;

interface ClosePaneProps {
  readonly language: Language;
  readonly onBack: () => void;
  readonly onClosed: (receipt: Receipt) => void;
}

export const ClosePane = ({ language, onBack, onClosed }: ClosePaneProps) => {
  const { t } = useWords();
  const showCall = useShowCall();
  const close = useMutation({
    mutationFn: (outcome: CallOutcome) => api.closeCall({ outcome }),
    onSuccess: (receipt) => {
      onClosed(receipt);
      showCall(null);
    },
  });
  useEscape(onBack);
  const options = callOutcomes.map((value) => ({ value, text: t(`terms.outcome.${value}`), icon: icons[value] }));
  return (
    <StepFrame title={t('steps.close.title')} about={t('steps.close.about')} language={language} say="close">
      <Choices
        label={t('steps.close.about')}
        options={options}
        busy={close.isPending}
        onChoose={(outcome) => close.mutate(outcome)}
      />
      <div className="actions">
        <Button kind="quiet" onPress={onBack} hint="Esc">
          {t('steps.close.back')}
        </Button>
      </div>
      <Failed error={close.error} />
    </StepFrame>
  );
};
