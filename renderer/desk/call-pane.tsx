import './call-pane.css';
import type { ReactNode } from 'react';
import type { CallView } from '../../shared/call-view.js';
import { formatSpan } from '../messages/format.js';
import type { Language } from '../messages/languages.js';
import { useWords } from '../messages/use-words.js';
import { Button } from '../ui/button.js';
import { useNow } from '../use-now.js';
import { Assurance } from './assurance.js';
import { LanguageChoice } from './language-choice.js';
import { StateBand } from './state-band.js';
import { StepList } from './step-list.js';
import { usePurposeWords } from './use-purpose-words.js';

const Timer = ({ startedAt }: Pick<CallView, 'startedAt'>) => {
  const { t } = useWords();
  const now = useNow();
  return (
    <span className="timer mono" role="timer" aria-label={t('call.elapsed')}>
      {formatSpan(now - Date.parse(startedAt))}
    </span>
  );
};

const OpenCall = ({ call }: { readonly call: CallView }) => {
  const purpose = usePurposeWords();
  return (
    <>
      <header className="call-head">
        <h2>{purpose.name(call.purpose)}</h2>
        <span className="mono call-ticket">{call.ticket}</span>
        <Timer startedAt={call.startedAt} />
      </header>
      <StepList call={call} />
      <Assurance assurance={call.assurance} />
    </>
  );
};

interface CallPaneProps {
  readonly call: CallView | null;
  /** What there is to say while no call is open. */
  readonly hint: ReactNode;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  readonly onClose: () => void;
}

/** What the call is and where it stands, always in the same places. */
export const CallPane = ({ call, hint, language, onLanguage, onClose }: CallPaneProps) => {
  const { t } = useWords();
  return (
    <section className="call-pane" aria-label={t('call.pane')}>
      <div className="call-top">
        {call ? (
          <OpenCall call={call} />
        ) : (
          <>
            <header className="call-head">
              <h2>{t('call.none')}</h2>
              <p className="muted call-none">{t('call.noneAbout')}</p>
            </header>
            {hint}
          </>
        )}
      </div>
      <div className="call-foot">
        <LanguageChoice label={t('call.language')} value={language} onChange={onLanguage} />
        {call && (
          <Button kind="quiet" onPress={onClose} hint="Ctrl+E">
            {t('call.close')}
          </Button>
        )}
      </div>
      <StateBand call={call} />
    </section>
  );
};
