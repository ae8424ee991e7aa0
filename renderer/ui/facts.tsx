import './facts.css';

interface FactsProps {
  readonly rows: readonly { readonly name: string; readonly value: string; readonly mono?: boolean }[];
}

/** Names and their values, one a line. */
export const Facts = ({ rows }: FactsProps) => (
  <dl className="facts">
    {rows.map(({ name, value, mono }) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd className={mono ? 'mono' : undefined}>{value}</dd>
      </div>
    ))}
  </dl>
);
