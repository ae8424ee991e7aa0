import './drill.css';
import { MessageCircle } from 'lucide-react';
import { useState } from 'react';
import type { CallView } from '../../../shared/call-view.js';
import type { DrillView, Said } from '../../../shared/drill.js';
import { fields } from '../../../shared/subject.js';
import type { Language } from '../../messages/languages.js';
import { useWords } from '../../messages/use-words.js';
import { Facts } from '../../ui/facts.js';
import { Failed } from '../failed.js';
import { cueOf, mayBeSeen } from './cue.js';
import { drillWords } from './words.js';

/** Once corrected, a caller does not go back to what was wrong. */
const useSaid = ({ says, corrects }: DrillView, call: CallView | null): Said => {
  const [corrected, setCorrected] = useState<string | null>(null);
  const reference = call?.reference ?? null;
  if (call?.compared === 'no-match' && corrected !== reference) setCorrected(reference);
  return reference !== null && corrected === reference ? { ...says, ...corrects } : says;
};

interface CallerPanelProps {
  readonly drill: DrillView;
  readonly call: CallView | null;
  /** The caller's. */
  readonly language: Language;
  /** Why the drill did not end. */
  readonly error: Error | null;
}

/** The invented caller beside the call: what they say to what the desk does, and what they answer when asked. */
export const CallerPanel = ({ drill, call, language, error }: CallerPanelProps) => {
  const { t, language: own } = useWords();
  const said = useSaid(drill, call);
  const { panel } = drillWords[own];
  const { callers, anyone } = drillWords[language];
  const cue = cueOf(call, drill.message);
  const caller = callers[drill.caller];
  const line = cue === 'start' ? caller.start : (caller[cue] ?? anyone[cue]);
  const rows = fields.flatMap((field) => {
    const value = said[field];
    return value === undefined ? [] : [{ name: t(`terms.field.${field}`), value, mono: true }];
  });
  return (
    <aside className="caller-panel" aria-label={panel.title}>
      <h2>
        <MessageCircle aria-hidden="true" size={18} /> {panel.says}
      </h2>
      <blockquote className="caller-line" lang={language} aria-live="polite">
        {line}
      </blockquote>
      {drill.message && (
        <section aria-label={panel.message[drill.message.to]}>
          <h3>{panel.message[drill.message.to]}</h3>
          <p className="caller-message">{drill.message.text ?? panel.elsewhere[drill.message.to]}</p>
        </section>
      )}
      {mayBeSeen(call) && (
        <section aria-label={panel.sight}>
          <h3>{panel.sight}</h3>
          <p lang={language}>{caller.sight ?? anyone.sight}</p>
        </section>
      )}
      <h3>{panel.ask}</h3>
      <Facts rows={rows} />
      <Failed error={error} />
    </aside>
  );
};
