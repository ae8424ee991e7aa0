import { ListBox, ListBoxItem, Text } from 'react-aria-components/ListBox';
import type { Candidate } from '../../shared/subject.js';
import { useWords } from '../messages/use-words.js';
import { Kbd } from '../ui/kbd.js';
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
  const choose = (number: number) => {
    if (!busy && candidates.some((candidate) => candidate.number === number)) onChoose(number);
  };
  useDigits(choose);
  return (
    <section className="candidates">
      <ListBox
        aria-label={t('steps.find.candidates')}
        autoFocus={takesFocus && 'first'}
        selectionMode="none"
        onAction={(key) => choose(Number(key))}
      >
        {candidates.map(({ number, name, organisation, workEmail }) => (
          <ListBoxItem key={number} id={number} className="candidate" textValue={`${name} ${organisation}`}>
            <Kbd>{number}</Kbd>
            <Text slot="label" className="mono candidate-name">
              {name}
            </Text>
            <span>{organisation}</span>
            <span className="mono">{workEmail}</span>
          </ListBoxItem>
        ))}
      </ListBox>
      <p className="muted">{t('steps.find.pick')}</p>
    </section>
  );
};
