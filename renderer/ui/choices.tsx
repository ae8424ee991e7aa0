import './controls.css';
import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { Kbd } from './kbd.js';
import { useArrows } from './use-arrows.js';
import { useDigits } from './use-digits.js';

interface ChoicesProps<Value extends string> {
  readonly label: string;
  readonly options: readonly {
    readonly value: Value;
    readonly text: string;
    readonly icon?: ReactNode;
    readonly about?: string;
  }[];
  readonly onChoose: (value: Value) => void;
  readonly busy?: boolean;
}

/** A choice that acts at once. No option has the focus at first, so that a second Enter never chooses by accident. */
export const Choices = <Value extends string>({ label, options, onChoose, busy }: ChoicesProps<Value>) => {
  const group = useRef<HTMLDivElement>(null);
  const choose = (value: Value | undefined) => {
    if (value && !busy) onChoose(value);
  };
  // A list longer than the window begins with its heading in sight.
  useLayoutEffect(() => group.current?.focus({ preventScroll: true }), []);
  useDigits((digit) => choose(options[digit - 1]?.value));
  const onKeyDown = useArrows();
  return (
    <div
      ref={group}
      className={options.length > 9 ? 'choices choices-long' : 'choices'}
      role="group"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {options.map((option, index) => (
        <button
          key={option.value}
          type="button"
          className="choice"
          aria-disabled={busy}
          onClick={() => choose(option.value)}
        >
          {index < 9 && <Kbd>{index + 1}</Kbd>}
          {option.icon}
          <span>{option.text}</span>
          {option.about && <span className="muted choice-about">{option.about}</span>}
        </button>
      ))}
    </div>
  );
};
