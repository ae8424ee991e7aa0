import type { DeliveryView } from '../../../shared/delivery-view.js';
import { fail, ok, type Result } from '../../../shared/result.js';
import { nameOf } from './collector.js';
import type { Courier } from './courier.js';
import type { Drills } from './drills.js';

interface DeliveryParts {
  /** At least one. */
  readonly couriers: readonly Courier[];
  readonly drills: Drills;
  /** Number of the journal's last entry. */
  readonly head: () => number;
  /** How many entries may lie on this desk alone. */
  readonly maxUndelivered: number;
  /** Told when the view may be another. */
  readonly changed: () => void;
}

/** All the collectors of the policy; each gets the whole journal at its own pace. */
export interface Delivery {
  /** Finds out how far each collector is. */
  open(): Promise<void>;
  /** Sends what there is, and goes on with what is appended. */
  begin(): void;
  /**
   * To be asked before a lookup. Fails with `undelivered-too-many` while more entries than the policy allows are known to no collector, and
   * with `collector-ahead` while one knows more than the journal.
   */
  mayLookUp(): Promise<Result<void>>;
  view(): DeliveryView;
  /** Number of the last entry that every collector has; 0 while that is not known of one. */
  acknowledged(): number;
  /** To be told of every append. */
  follow(): void;
  sleep(): void;
  wake(): void;
  /** Nothing is sent after it; done when nothing is under way. */
  stop(): Promise<void>;
}

export const createDelivery = ({ couriers, drills, head, maxUndelivered, changed }: DeliveryParts): Delivery => {
  const waitingFor = ({ acknowledged }: Courier): number =>
    Math.max(0, head() - acknowledged - drills.after(acknowledged));
  /** What one collector has, nobody on this desk can undo: the one that is furthest counts. */
  const undelivered = (): number => Math.min(...couriers.map(waitingFor));
  const isAhead = ({ failure }: Courier): boolean => failure?.code === 'collector-ahead';
  const all = (order: (courier: Courier) => void) => () => couriers.forEach(order);

  return {
    open: async () => void (await Promise.all(couriers.map((courier) => courier.open()))),
    begin: () => {
      void drills.catchUp().then(changed);
      couriers.forEach((courier) => courier.begin());
    },
    mayLookUp: async () => {
      if (couriers.some(isAhead)) return fail('collector-ahead');
      if (undelivered() <= maxUndelivered) return ok(undefined);
      // Drills that were not read yet may be among them.
      const read = await drills.catchUp();
      if (!read.ok) return read;
      if (undelivered() <= maxUndelivered) return ok(undefined);
      couriers.forEach((courier) => courier.hurry());
      return fail('undelivered-too-many');
    },
    acknowledged: () => Math.min(...couriers.map(({ acknowledged }) => acknowledged)),
    view: () => ({
      stopped: couriers.some(isAhead) || undelivered() > maxUndelivered,
      collectors: couriers.map((courier) => {
        const { collector, failure } = courier;
        const waiting = waitingFor(courier);
        return {
          kind: collector.kind,
          name: nameOf(collector),
          waiting,
          since: waiting ? courier.since() : null,
          failure,
        };
      }),
    }),
    follow: () => {
      couriers.forEach((courier) => courier.follow());
      void drills.catchUp().then(changed);
    },
    sleep: all((courier) => courier.sleep()),
    wake: all((courier) => courier.wake()),
    stop: async () => void (await Promise.all(couriers.map((courier) => courier.stop()))),
  };
};
