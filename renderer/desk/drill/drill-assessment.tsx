import './drill.css';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useRef } from 'react';
import type { DrillView, Finding } from '../../../shared/drill.js';
import { runCommand } from '../../commands.js';
import type { Language } from '../../messages/languages.js';
import { useWords } from '../../messages/use-words.js';
import { Button } from '../../ui/button.js';
import { useFocusOnce } from '../../ui/use-focus-once.js';
import { Failed } from '../failed.js';
import { StepFrame } from '../step-frame.js';
import { drillWords } from './words.js';

const FindingRow = ({ finding: { rule, kept } }: { readonly finding: Finding }) => {
  const { language } = useWords();
  const { end, rules } = drillWords[language];
  const Shape = kept ? CircleCheck : TriangleAlert;
  return (
    <li className={kept ? 'finding-kept' : 'finding-risky'}>
      <Shape aria-hidden="true" size={20} />
      <div>
        <strong>
          {kept ? end.kept : end.risky}: {kept ? rules[rule].kept : rules[rule].risky}
        </strong>
        <p className="muted">{rules[rule].rule}</p>
      </div>
    </li>
  );
};

interface DrillAssessmentProps {
  readonly drill: DrillView;
  readonly language: Language;
  /** Why the drill did not end. */
  readonly error: Error | null;
  readonly onNext: () => void;
}

/** In the place of the receipt: what the call showed of the desk's rules, what was risky first. A drill has nothing to paste anywhere. */
export const DrillAssessment = ({ drill, language, error, onNext }: DrillAssessmentProps) => {
  const { t, language: own } = useWords();
  const button = useRef<HTMLButtonElement>(null);
  useFocusOnce(button);
  const { end, callers } = drillWords[own];
  const findings = drill.findings?.toSorted((one, other) => Number(one.kept) - Number(other.kept)) ?? [];
  return (
    <StepFrame title={end.title} about={end.about} language={language} say="close">
      <p className="drill-truth">{callers[drill.caller].truth}</p>
      <ul className="findings">
        {findings.map((finding) => (
          <FindingRow key={finding.rule} finding={finding} />
        ))}
      </ul>
      <div className="actions">
        <Button ref={button} kind="primary" onPress={onNext} hint="Enter">
          {end.next}
        </Button>
        <Button onPress={() => runCommand('drill-end')}>{t('drill.end')}</Button>
      </div>
      <Failed error={error} />
    </StepFrame>
  );
};
