import './notice.css';
import { CircleX, Clock, Info, OctagonX, ShieldCheck, UserLock } from 'lucide-react';
import type { ReactNode } from 'react';

export type Tone = 'verified' | 'waiting' | 'stop' | 'restricted' | 'failure' | 'info';

/** A shape for each tone, so that colour never says anything alone. */
const shapes = {
  verified: ShieldCheck,
  waiting: Clock,
  stop: OctagonX,
  restricted: UserLock,
  failure: CircleX,
  info: Info,
} as const satisfies Record<Tone, unknown>;

interface NoticeProps {
  readonly tone: Tone;
  readonly title: string;
  readonly lines?: readonly string[];
  /** Interrupts a screen reader: for what the agent must know before the next word. */
  readonly urgent?: boolean;
  readonly children?: ReactNode;
}

export const Notice = ({ tone, title, lines = [], urgent, children }: NoticeProps) => {
  const Shape = shapes[tone];
  return (
    <div className={`notice notice-${tone}`} role={urgent ? 'alert' : 'status'}>
      <Shape aria-hidden="true" size={20} />
      <div>
        <strong>{title}</strong>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {children}
      </div>
    </div>
  );
};
