import './desk.css';
import { lazy, Suspense, useCallback, useState } from 'react';
import type { Receipt } from '../../shared/call-view.js';
import { useCommand } from '../commands.js';
import { usePreferences } from '../preferences.js';
import { useDeskState } from '../use-desk-state.js';
import { CallPane } from './call-pane.js';
import { CallSteps } from './call-steps.js';
import { DemoHint } from './demo-hint.js';
import { CallerPanel, DrillAssessment, DrillChoice } from './drill/late.js';
import { useDrill } from './drill/use-drill.js';
import { NewCall } from './new-call.js';
import { NoticePane } from './notice-pane.js';
import { ReceiptPane } from './receipt-pane.js';
import { useAnnouncement } from './use-announcement.js';
import { useCallerLanguage } from './use-caller-language.js';

const RegistryKeyPane = lazy(async () => ({ default: (await import('./registry-key-pane.js')).RegistryKeyPane }));

/** The call on the left, the step at hand on the right. */
export const DeskPage = () => {
  const { policy, call, audit, drill, notice, registryKey } = useDeskState();
  const { callerLanguage } = usePreferences();
  const [language, setLanguage] = useCallerLanguage(callerLanguage);
  // By reference, so that a call main has ended never leaves the next one closing.
  const [closing, setClosing] = useState<string | null>(null);
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const announcement = useAnnouncement(call);
  const { choosing, assessing, choose, chosen, assess, error } = useDrill();

  const startAnew = useCallback(() => {
    setReceipt(null);
    chosen();
    setLanguage(callerLanguage);
  }, [callerLanguage, chosen, setLanguage]);
  const reference = call?.reference ?? null;
  const close = useCallback(() => setClosing(reference), [reference]);
  // A new call while one is open means that the open one is over.
  useCommand('new-call', call ? close : startAnew);
  useCommand('end-call', close);

  if (!policy.ok) return null;
  const onClosed = (closed: Receipt) => {
    setClosing(null);
    // The receipt of a drill could end up in a ticket.
    if (drill) assess();
    else setReceipt(closed);
  };
  const untold = !call && !receipt && notice?.accepted === false ? notice : null;
  const isShut = !call && !receipt && !untold && !choosing && !drill && registryKey === 'missing';
  const isChoosing = !call && !untold && choosing;
  const isAssessing = !call && !isChoosing && drill !== null && assessing;
  const isFree = !call && !receipt && !untold && !isShut && !isChoosing && !isAssessing;
  return (
    <div className={drill ? 'desk desk-drill' : 'desk'}>
      <CallPane
        call={call}
        hint={isFree && policy.view.demo && !drill && <DemoHint ticket={policy.view.ticketExample ?? ''} />}
        language={language}
        onLanguage={setLanguage}
        onClose={close}
      />
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
        {!call && receipt && !isChoosing && (
          <ReceiptPane receipt={receipt} callerLanguage={language} onNew={startAnew} />
        )}
        {untold && <NoticePane notice={untold} organisation={policy.view.organisation} />}
        {isShut && (
          <Suspense fallback={null}>
            <RegistryKeyPane />
          </Suspense>
        )}
        <Suspense fallback={null}>
          {isChoosing && (
            <DrillChoice purposes={policy.view.purposes} language={language} onStarted={startAnew} onBack={chosen} />
          )}
          {isAssessing && <DrillAssessment drill={drill} language={language} error={error} onNext={choose} />}
        </Suspense>
        {isFree && <NewCall key={drill?.caller} policy={policy.view} record={audit.failure} language={language} />}
      </main>
      <Suspense fallback={null}>
        {drill && !isChoosing && !isAssessing && (
          <CallerPanel key={drill.caller} drill={drill} call={call} language={language} error={error} />
        )}
      </Suspense>
      <div className="hidden-visually" aria-live="assertive">
        {announcement}
      </div>
    </div>
  );
};
