import './controls.css';
import { useId } from 'react';

interface SegmentedProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly text: string; readonly label?: string }[];
  readonly onChange: (value: Value) => void;
  readonly showLabel?: boolean;
}

/** One of a few, all in sight. */
export const Segmented = <Value extends string>({
  label,
  value,
  options,
  onChange,
  showLabel = true,
}: SegmentedProps<Value>) => {
  const name = useId();
  return (
    <fieldset className="segmented">
      <legend className={showLabel ? 'label' : 'hidden-visually'}>{label}</legend>
      <div className="segments">
        {options.map((option) => (
          <label key={option.value} className="segment">
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              aria-label={option.label}
              onChange={() => onChange(option.value)}
            />
            <span>{option.text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};
