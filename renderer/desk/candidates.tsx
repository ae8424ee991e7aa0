import { useEffect, useRef } from 'react';
import type { Candidate } from '../../shared/subject.js';
import { useWords } from '../messages/use-words.js';
import { Kbd } from '../ui/kbd.js';
import { useArrows } from '../ui/use-arrows.js';
import { useDigits } from '../ui/use-digits.js';

interface CandidatesProps {
  readonly candidates: readonly Candidate[];
  readonly busy: boolean;
  /** Not while the agent is typing on. */
  readonly takesFocus: boolean;
  readonly onChoose: (number: number) => void;
}

/** Masked hits; a digit, or the arrows and Enter, takes one. */
export const Candidates = ({ candidates, busy, takesFocus, onChoose }: CandidatesProps) => {
  const { t } = useWords();
  const group = useRef<HTMLDivElement>(null);
  const choose = (number: number) => {
    if (!busy && candidates.some((candidate) => candidate.number === number)) onChoose(number);
  };
  useDigits(choose);
  const onKeyDown = useArrows();
  useEffect(() => {
    if (takesFocus) group.current?.querySelector('button')?.focus();
    // Once, when the list comes: later the focus is where the agent put it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return (
    <section className="candidates">
      <div ref={group} role="group" aria-label={t('steps.find.candidates')} onKeyDown={onKeyDown}>
        {candidates.map(({ number, name, organisation, workEmail }) => (
          <button key={number} type="button" className="candidate" aria-disabled={busy} onClick={() => choose(number)}>
            <Kbd>{number}</Kbd>
            <span className="mono candidate-name">{name}</span>
            <span>{organisation}</span>
            <span className="mono">{workEmail}</span>
          </button>
        ))}
      </div>
      <p className="muted">{t('steps.find.pick')}</p>
    </section>
  );
};
