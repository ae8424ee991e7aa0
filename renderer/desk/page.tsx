import './desk.css';
import { lazy, Suspense, useCallback, useState } from 'react';
import type { Receipt } from '../../shared/call-view.js';
import { useCommand } from '../commands.js';
import { usePreferences } from '../preferences.js';
import { useDeskState } from '../use-desk-state.js';
import { CallPane } from './call-pane.js';
import { CallSteps } from './call-steps.js';
import { NewCall } from './new-call.js';
import { NoticePane } from './notice-pane.js';
import { ReceiptPane } from './receipt-pane.js';
import { useAnnouncement } from './use-announcement.js';
import { useCallerLanguage } from './use-caller-language.js';

const RegistryKeyPane = lazy(async () => ({ default: (await import('./registry-key-pane.js')).RegistryKeyPane }));

/** The call on the left, the step at hand on the right. */
export const DeskPage = () => {
  const { policy, call, audit, notice, registryKey } = useDeskState();
  const { callerLanguage } = usePreferences();
  const [language, setLanguage] = useCallerLanguage(callerLanguage);
  // By reference, so that a call main has ended never leaves the next one closing.
  const [closing, setClosing] = useState<string | null>(null);
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const announcement = useAnnouncement(call);

  const startAnew = useCallback(() => {
    setReceipt(null);
    setLanguage(callerLanguage);
  }, [callerLanguage, setLanguage]);
  const reference = call?.reference ?? null;
  const close = useCallback(() => setClosing(reference), [reference]);
  // A new call while one is open means that the open one is over.
  useCommand('new-call', call ? close : startAnew);
  useCommand('end-call', close);

  if (!policy.ok) return null;
  const onClosed = (closed: Receipt) => {
    setClosing(null);
    setReceipt(closed);
  };
  const untold = !call && !receipt && notice?.accepted === false ? notice : null;
  const isShut = !call && !receipt && !untold && registryKey === 'missing';
  return (
    <div className="desk">
      <CallPane call={call} language={language} onLanguage={setLanguage} onClose={close} />
      <main className="step-pane">
        {call && (
          <CallSteps
            key={call.reference}
            call={call}
            language={language}
            closing={closing === call.reference}
            onClosing={(wanted) => setClosing(wanted ? call.reference : null)}
            onClosed={onClosed}
          />
        )}
        {!call && receipt && <ReceiptPane receipt={receipt} callerLanguage={language} onNew={startAnew} />}
        {untold && <NoticePane notice={untold} organisation={policy.view.organisation} />}
        {isShut && (
          <Suspense fallback={null}>
            <RegistryKeyPane />
          </Suspense>
        )}
        {!call && !receipt && !untold && !isShut && (
          <NewCall policy={policy.view} record={audit.failure} language={language} />
        )}
      </main>
      <div className="hidden-visually" aria-live="assertive">
        {announcement}
      </div>
    </div>
  );
};
