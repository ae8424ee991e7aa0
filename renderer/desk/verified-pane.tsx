import './verified.css';
import { lazy, Suspense, useRef } from 'react';
import { requestKinds } from '../../shared/request.js';
import type { CallView } from '../../shared/call-view.js';
import type { Language } from '../messages/languages.js';
import { useWords } from '../messages/use-words.js';
import { useArrows } from '../ui/use-arrows.js';
import { useDigits } from '../ui/use-digits.js';
import { Failed } from './failed.js';
import { RevealedField } from './revealed-field.js';
import { Notice } from '../ui/notice.js';
import { StepFrame } from './step-frame.js';
import { StepUp } from './step-up.js';
import { useFirstButton } from './use-first-button.js';
import { useReveal } from './use-reveal.js';

const FileRequest = lazy(async () => ({ default: (await import('./file-request.js')).FileRequest }));

interface VerifiedPaneProps {
  readonly call: CallView;
  readonly language: Language;
}

export const VerifiedPane = ({ call, language }: VerifiedPaneProps) => {
  const { t } = useWords();
  const leaves = requestKinds.find((kind) => kind === call.kind);
  const list = useRef<HTMLDivElement>(null);
  const { revealed, copied, showOrCopy, error } = useReveal();
  useFirstButton(list, !leaves || call.filed !== null);
  useDigits((digit) => {
    const shown = call.show[digit - 1];
    if (shown) showOrCopy(shown.field);
  });
  const onKeyDown = useArrows();
  const bypassed = call.step === 'bypassed';
  return (
    <StepFrame
      title={t(bypassed ? 'proof.bypass.title' : 'steps.verified.title')}
      {...(!bypassed && { about: t('steps.verified.about') })}
      language={language}
      say="verified"
    >
      {bypassed && <Notice tone="stop" title={t('proof.bypass.title')} lines={[t('proof.bypass.about')]} />}
      {/* What the call is for comes first, and has the focus until it is done. */}
      {leaves && (
        <Suspense fallback={null}>
          <FileRequest kind={leaves} call={call} />
        </Suspense>
      )}
      <div ref={list} className="reveals" onKeyDown={onKeyDown}>
        {call.show.length === 0 && !leaves && <p>{t('steps.verified.nothing')}</p>}
        <ul>
          {call.show.map(({ field, masked }, index) => (
            <RevealedField
              key={field}
              field={field}
              masked={masked}
              digit={index + 1}
              revealed={revealed[field]}
              clearsAt={copied?.field === field ? copied.clearsAt : null}
              onPress={() => showOrCopy(field)}
            />
          ))}
        </ul>
      </div>
      <Failed error={error} />
      {!bypassed && <StepUp otherPurposes={call.otherPurposes} />}
    </StepFrame>
  );
};
