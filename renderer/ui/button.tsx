import './controls.css';
import type { ReactNode, Ref } from 'react';
import { Kbd } from './kbd.js';

interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly submits?: boolean;
  /** Under way: it stays focusable, and a second press does nothing. */
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly label?: string;
  readonly hint?: string | number | null;
  readonly ref?: Ref<HTMLButtonElement>;
}

export const Button = ({
  children,
  onPress,
  kind = 'plain',
  submits,
  busy,
  disabled,
  label,
  hint,
  ref,
}: ButtonProps) => (
  <button
    ref={ref}
    type={submits ? 'submit' : 'button'}
    className={`button button-${kind}`}
    aria-label={label}
    aria-disabled={busy || undefined}
    disabled={disabled}
    onClick={(event) => {
      if (busy) event.preventDefault();
      else onPress?.();
    }}
  >
    {children}
    {hint !== undefined && hint !== null && <Kbd>{hint}</Kbd>}
  </button>
);
