import type { CallView } from '../../../shared/call-view.js';
import { api } from '../../desk-api.js';
import { useWords } from '../../messages/use-words.js';
import { Notice } from '../../ui/notice.js';
import { Failed } from '../failed.js';
import { useCallStep } from '../use-call-step.js';
import { CodeEntry } from './code-entry.js';

/** The caller's own one-time password, which somebody else checks. */
export const OneTimePassword = ({ call }: { readonly call: CallView }) => {
  const { t } = useWords();
  const check = useCallStep(api.checkTotp);
  const wrong = check.data?.factors.find(({ id }) => id === 'totp')?.state === 'failed';
  return (
    <div className="call-back">
      <p className="muted">{t('ways.totpAbout')}</p>
      <CodeEntry
        label={t('ways.password')}
        busy={check.isPending}
        onEnter={(code, done) => check.mutate({ code }, { onSettled: done })}
      />
      {wrong && !check.isPending && !check.error && (
        <Notice
          key={call.wrongAnswersLeft}
          tone="stop"
          urgent
          title={t('ways.wrong')}
          lines={[t('steps.compare.left', { count: call.wrongAnswersLeft })]}
        />
      )}
      <Failed error={check.error} />
    </div>
  );
};
