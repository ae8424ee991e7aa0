import { useRef } from 'react';
import type { CallView } from '../../shared/call-view.js';
import type { Language } from '../messages/languages.js';
import { useWords } from '../messages/use-words.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { useFocusOnce } from '../ui/use-focus-once.js';
import { NextSteps } from './next-steps.js';
import { StepFrame } from './step-frame.js';

interface LockedPaneProps {
  readonly call: CallView;
  readonly language: Language;
  readonly onClose: () => void;
}

export const LockedPane = ({ call, language, onClose }: LockedPaneProps) => {
  const { t, clock, failure } = useWords();
  const button = useRef<HTMLButtonElement>(null);
  useFocusOnce(button);
  const until = call.lockedUntil === null ? [] : [t('call.lockedUntil', { time: clock(call.lockedUntil) })];
  return (
    <StepFrame title={t('steps.locked.title')} language={language} say="stop">
      <Notice
        tone="stop"
        urgent
        title={[t('steps.locked.title'), ...until].join(' ')}
        lines={[t('steps.locked.about'), ...failure({ code: 'call-locked' }).lines]}
      />
      <NextSteps next={call.next} />
      <div className="actions">
        <Button ref={button} kind="primary" onPress={onClose} hint="Enter">
          {t('steps.locked.close')}
        </Button>
      </div>
    </StepFrame>
  );
};
