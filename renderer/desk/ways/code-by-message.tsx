import { useRef } from 'react';
import type { CallView, FactorView, SentCode, SentCodeView } from '../../../shared/call-view.js';
import { api } from '../../desk-api.js';
import { formatLeft } from '../../messages/format.js';
import type { Language } from '../../messages/languages.js';
import { useWords } from '../../messages/use-words.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { useFocusOnce } from '../../ui/use-focus-once.js';
import { useNow } from '../../use-now.js';
import { Failed } from '../failed.js';
import { useCallStep } from '../use-call-step.js';
import { CodeEntry } from './code-entry.js';
import { MutualWords } from './mutual-words.js';

interface CodeByMessageProps {
  readonly factor: SentCode;
  readonly call: CallView;
  readonly language: Language;
  readonly way: FactorView;
}

interface SendProps {
  readonly text: string;
  readonly busy: boolean;
  readonly onSend: () => void;
}

const FirstSend = ({ text, busy, onSend }: SendProps) => {
  const button = useRef<HTMLButtonElement>(null);
  useFocusOnce(button);
  return (
    <Button ref={button} kind="primary" busy={busy} hint="Enter" onPress={onSend}>
      {text}
    </Button>
  );
};

/** How long the code can be used, and when another may be sent. */
const Times = ({ code, busy, onSend }: Omit<SendProps, 'text'> & { readonly code: SentCodeView }) => {
  const { t } = useWords();
  const now = useNow();
  const [left, wait] = [Date.parse(code.until) - now, Date.parse(code.againAt) - now];
  return (
    <div className="code-times">
      <p>{left > 0 ? t('ways.until', { time: formatLeft(left) }) : t('ways.over')}</p>
      {wait > 0 ? (
        <p className="muted">{t('ways.againIn', { time: formatLeft(wait) })}</p>
      ) : (
        <Button busy={busy} onPress={onSend}>
          {t('ways.again')}
        </Button>
      )}
    </div>
  );
};

/** Sends a code and takes it back from the caller; nothing of it is on the screen. */
export const CodeByMessage = ({ factor, call, language, way: { code } }: CodeByMessageProps) => {
  const { t } = useWords();
  const send = useCallStep(api.sendCode);
  const enter = useCallStep(api.enterCode);
  const onSend = () => {
    enter.reset();
    send.mutate({ factor, language });
  };
  return (
    <div className="call-back">
      <p className="muted">{t(`ways.about.${factor}`)}</p>
      {!code && (
        <div className="actions">
          <FirstSend text={t(`ways.send.${factor}`)} busy={send.isPending} onSend={onSend} />
        </div>
      )}
      {code && (
        <>
          <CodeEntry
            label={t('ways.code')}
            busy={enter.isPending}
            onEnter={(typed, done) => enter.mutate({ factor, code: typed }, { onSettled: done })}
          />
          {code.wrong && !enter.isPending && !enter.error && (
            <Notice
              key={call.wrongAnswersLeft}
              tone="stop"
              urgent
              title={t('ways.wrong')}
              lines={[t('steps.compare.left', { count: call.wrongAnswersLeft })]}
            />
          )}
          {code.sending && <p role="status">{t('ways.sending')}</p>}
          <Times code={code} busy={send.isPending} onSend={onSend} />
        </>
      )}
      <Failed error={enter.error ?? send.error} />
      {call.mutual && <MutualWords mutual={call.mutual} />}
    </div>
  );
};
