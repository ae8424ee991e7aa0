import { useRef } from 'react';
import type { PurposeView } from '../../shared/desk-state.js';
import { useWords } from '../messages/use-words.js';
import { Kbd } from '../ui/kbd.js';
import { useDigits } from '../ui/use-digits.js';
import { useFocusOnce } from '../ui/use-focus-once.js';
import { usePurposeWords } from './use-purpose-words.js';

interface PurposeChoiceProps {
  readonly purposes: readonly PurposeView[];
  readonly value: string | null;
  /** The arrows only mark; the caret stays. */
  readonly onMark: (id: string) => void;
  /** A digit or a click has decided. */
  readonly onChoose: (id: string) => void;
}

export const PurposeChoice = ({ purposes, value, onMark, onChoose }: PurposeChoiceProps) => {
  const { t } = useWords();
  const words = usePurposeWords();
  const first = useRef<HTMLInputElement>(null);
  useFocusOnce(first);
  useDigits((digit) => {
    const purpose = purposes[digit - 1];
    if (purpose) onChoose(purpose.id);
  });
  const isLong = purposes.length > 4;
  return (
    <fieldset className={isLong ? 'purposes purposes-long' : 'purposes'}>
      <legend className="label">{t('steps.newCall.purpose')}</legend>
      {purposes.map(({ id, points }, index) => (
        <label key={id} className="purpose">
          <input
            ref={index === 0 ? first : undefined}
            type="radio"
            name="purpose"
            value={id}
            checked={value === id}
            onChange={() => onMark(id)}
          />
          <Kbd>{index + 1}</Kbd>
          <span>
            <strong>{words.name(id)}</strong>
            <span className="muted purpose-about">{words.about(id)}</span>
          </span>
          {points > 0 && <span className="muted purpose-needs">{t('steps.newCall.needs', { count: points })}</span>}
        </label>
      ))}
      {isLong && (
        <p className="muted purpose-marked" aria-hidden="true">
          {value && words.about(value)}
        </p>
      )}
    </fieldset>
  );
};
