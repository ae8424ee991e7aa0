import './meter.css';

interface MeterProps {
  readonly label: string;
  readonly value: number;
  readonly most: number;
  readonly text: string;
}

/** Beyond this many, blocks would be slivers. */
const mostBlocks = 12;

/** So many of so many, as blocks one can count. */
export const Meter = ({ label, value, most, text }: MeterProps) => {
  const blocks = Math.min(Math.max(most, 1), mostBlocks);
  const filled = most === 0 ? blocks : Math.floor((Math.min(value, most) / most) * blocks);
  return (
    <div className="meter">
      <div
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={Math.max(most, 1)}
        aria-valuenow={Math.min(value, Math.max(most, 1))}
        aria-valuetext={text}
        className="meter-blocks"
      >
        {Array.from({ length: blocks }, (_, index) => (
          <span key={index} className={index < filled ? 'meter-filled' : undefined} />
        ))}
      </div>
      <span aria-hidden="true">{text}</span>
    </div>
  );
};
