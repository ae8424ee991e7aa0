import { useState } from 'react';
import type { CallView, Receipt } from '../../shared/call-view.js';
import type { Language } from '../messages/languages.js';
import { ClosePane } from './close-pane.js';
import { ComparePane } from './compare-pane.js';
import { FindPane } from './find-pane.js';
import { LockedPane } from './locked-pane.js';
import { ProvePane } from './prove-pane.js';
import { emptySearch } from './search.js';
import { VerifiedPane } from './verified-pane.js';

interface CallStepsProps {
  readonly call: CallView;
  readonly language: Language;
  readonly closing: boolean;
  readonly onClosing: (closing: boolean) => void;
  readonly onClosed: (receipt: Receipt) => void;
}

/** The step at hand. What was typed lives here, so that stepping back and forth loses none of it; it goes with the call. */
export const CallSteps = ({ call, language, closing, onClosing, onClosed }: CallStepsProps) => {
  const [search, setSearch] = useState(emptySearch);
  const [claims, setClaims] = useState<Readonly<Record<string, string>>>({});
  const [searchingAgain, setSearchingAgain] = useState(false);
  const onClose = () => onClosing(true);
  const common = { call, language };

  if (closing) return <ClosePane language={language} onBack={() => onClosing(false)} onClosed={onClosed} />;
  if (call.step === 'finding' || (searchingAgain && call.step === 'comparing')) {
    return (
      <FindPane
        {...common}
        search={search}
        onSearch={setSearch}
        onFound={() => setSearchingAgain(false)}
        onChosen={() => setClaims({})}
        onClose={onClose}
      />
    );
  }
  switch (call.step) {
    case 'comparing':
      return <ComparePane {...common} claims={claims} onClaims={setClaims} onBack={() => setSearchingAgain(true)} />;
    case 'proving':
      return <ProvePane {...common} onClose={onClose} />;
    case 'verified':
    case 'bypassed':
      return <VerifiedPane {...common} />;
    case 'locked':
      return <LockedPane {...common} onClose={onClose} />;
  }
};
