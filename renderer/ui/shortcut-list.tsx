import './facts.css';

interface ShortcutListProps {
  readonly rows: readonly { readonly keys: string; readonly text: string }[];
}

export const ShortcutList = ({ rows }: ShortcutListProps) => (
  <dl className="facts">
    {rows.map(({ keys, text }) => (
      <div key={keys}>
        <dt>
          <kbd className="kbd">{keys}</kbd>
        </dt>
        <dd>{text}</dd>
      </div>
    ))}
  </dl>
);
