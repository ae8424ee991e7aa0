import type { DeliveryView } from '../../shared/delivery-view.js';
import type { DeliveryParts } from './compose-delivery.js';
import type { Delivery } from './delivery/delivery.js';
import type { Watch } from './watch/watch.js';

export interface LateDelivery {
  /** Null until it is known how far each collector is. */
  view(): DeliveryView | null;
  /** Number of the last entry that every collector has; 0 until that is known. */
  acknowledged(): number;
  /** The same watch, which lets nobody look up while too much lies on this desk alone. */
  holdingBack(watch: Watch): Watch;
  /** To be told of every append. */
  follow(): void;
  /** Nothing is sent after it; done when nothing is under way. */
  stop(): Promise<void>;
}

/** The delivery, loaded once the start is on record: nothing the window shows first waits for it. Null where the policy names no collector. */
export const lateDelivery = (parts: DeliveryParts, started: Promise<void>): LateDelivery | null => {
  if (parts.policy.audit.deliver.length === 0) return null;
  let opened: Delivery | null = null;
  let stopped = false;
  const load = async (): Promise<Delivery> => {
    await started;
    const { composeDelivery } = await import('./compose-delivery.js');
    const delivery = await composeDelivery(parts);
    if (!stopped) delivery.begin();
    return (opened = delivery);
  };
  const loading = load();
  return {
    view: () => opened?.view() ?? null,
    acknowledged: () => opened?.acknowledged() ?? 0,
    holdingBack: (watch) => ({
      ...watch,
      call: {
        ...watch.call,
        mayLookUp: async () => {
          const may = await (await loading).mayLookUp();
          return may.ok ? watch.call.mayLookUp() : may;
        },
      },
    }),
    follow: () => opened?.follow(),
    stop: async () => {
      stopped = true;
      await opened?.stop();
    },
  };
};
