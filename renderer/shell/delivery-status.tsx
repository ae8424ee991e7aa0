import { CircleAlert, CircleCheck, CircleDashed, CircleX, type LucideIcon } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { DeliveryView } from '../../shared/delivery-view.js';
import { useWords } from '../messages/use-words.js';

/** Milliseconds. A collector that is started anew is back by then. */
const late = 15 * 60_000;

/** The one that is furthest behind. */
const slowest = ({ collectors }: DeliveryView) =>
  collectors.reduce((one, other) => (other.waiting > one.waiting ? other : one), collectors[0] ?? none);
const none = { waiting: 0, since: null } as DeliveryView['collectors'][number];

interface ItemProps {
  readonly tone: 'fine' | 'waiting' | 'late' | 'stopped';
  readonly text: string;
}
const shapes: Readonly<Record<ItemProps['tone'], LucideIcon>> = {
  fine: CircleCheck,
  waiting: CircleDashed,
  late: CircleAlert,
  stopped: CircleX,
};

const Item = ({ tone, text }: ItemProps) => {
  const Shape = shapes[tone];
  return (
    <span className={`status-item delivery-${tone}`} role={tone === 'stopped' ? 'alert' : undefined}>
      <Shape aria-hidden="true" size={14} />
      {text}
    </span>
  );
};

/** Whether that was long ago; becomes so by itself. Another time is another component. */
const useIsLate = (since: string): boolean => {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    const left = Date.parse(since) + late - Date.now();
    const timer = setTimeout(() => setIsLate(true), Math.max(0, left));
    return () => clearTimeout(timer);
  }, [since]);
  return isLate;
};

interface WaitingProps {
  readonly waiting: number;
  readonly since: string;
}

const Waiting = ({ waiting, since }: WaitingProps) => {
  const { t, number, moment } = useWords();
  const isLate = useIsLate(since);
  const text = t('delivery.waiting', { count: waiting, shown: number(waiting), since: moment(since) });
  return <Item tone={isLate ? 'late' : 'waiting'} text={text} />;
};

/** What only this desk knows, and since when: always in sight. */
export const DeliveryStatus = ({ delivery }: { readonly delivery: DeliveryView }) => {
  const { t } = useWords();
  const { waiting, since } = slowest(delivery);
  return (
    <>
      {since ? (
        <Waiting key={since} waiting={waiting} since={since} />
      ) : (
        <Item tone="fine" text={t('delivery.delivered')} />
      )}
      {delivery.stopped && <Item tone="stopped" text={t('delivery.stopped')} />}
    </>
  );
};
