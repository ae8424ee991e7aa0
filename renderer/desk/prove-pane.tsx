import './prove.css';
import type { CallView, FactorId } from '../../shared/call-view.js';
import type { Language } from '../messages/languages.js';
import { useWords } from '../messages/use-words.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { Bypass } from './bypass.js';
import { CallBack } from './call-back.js';
import { FactorList } from './factor-list.js';
import { NextSteps } from './next-steps.js';
import { SecondAgent } from './second-agent.js';
import { StepFrame } from './step-frame.js';
import { useFocusOnce } from '../ui/use-focus-once.js';
import { useRef } from 'react';

interface ProvePaneProps {
  readonly call: CallView;
  readonly language: Language;
  readonly onClose: () => void;
}

const CannotProve = ({ onClose }: Pick<ProvePaneProps, 'onClose'>) => {
  const { t } = useWords();
  const button = useRef<HTMLButtonElement>(null);
  useFocusOnce(button);
  return (
    <Notice tone="stop" title={t('steps.prove.cannot')} lines={[t('steps.prove.cannotNext')]}>
      <Button ref={button} onPress={onClose} hint="Ctrl+E">
        {t('call.close')}
      </Button>
    </Notice>
  );
};

export const ProvePane = ({ call, language, onClose }: ProvePaneProps) => {
  const { t } = useWords();
  const open = (id: FactorId) =>
    call.factors.find((factor) => factor.id === id && factor.state !== 'missing' && factor.state !== 'done');
  const [callBack, secondAgent] = [open('call-back'), open('second-agent')];
  const possible = callBack !== undefined || secondAgent !== undefined;
  const running = callBack?.state === 'started';
  return (
    <StepFrame
      title={t('steps.prove.title')}
      {...(callBack && { about: t('steps.prove.about') })}
      language={language}
      say={!possible ? 'stop' : running ? 'calling' : callBack ? 'prove' : 'choose'}
    >
      {callBack && <CallBack state={callBack.state} dial={call.dial} />}
      {secondAgent && <SecondAgent state={secondAgent.state} first={callBack === undefined} />}
      {!possible && <CannotProve onClose={onClose} />}
      <FactorList factors={call.factors} />
      <NextSteps next={call.next} />
      <Bypass bypass={call.bypass} />
    </StepFrame>
  );
};
