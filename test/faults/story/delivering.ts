import { createHandingOver } from '../../../electron/main/delivery/handing-over.js';
import type { CursorStore } from '../../../electron/main/delivery/cursor-store.js';
import { ok, type Result } from '../../../shared/result.js';
import type { FaultDesk } from '../fault-desk.js';
import type { Listener } from './told.js';

export const collectorUrl = 'tls://siem.example:6514';

/** A collector that takes all there is, and how far it is. */
export interface Outside {
  readonly cursors: CursorStore;
  /** Does what the collector does when a piece reaches it. */
  reach(effect: () => void): Promise<void>;
}

/** Entries in a piece: few, so that there are many. */
const most = 5;

/** Hands over all there is; answers the number of the last entry that the collector has. */
export const handOver = async (
  { audit }: Pick<FaultDesk, 'audit'>,
  { cursors, reach }: Outside,
  listener: Pick<Listener, 'sent'>,
): Promise<Result<number>> => {
  const handing = createHandingOver({
    collector: {
      kind: 'syslog',
      url: collectorUrl,
      send: async (entries) => ok(await reach(() => listener.sent(entries.map(({ entry }) => entry.seq)))),
    },
    store: cursors,
    stored: audit.stored,
    onBegun: async () => undefined,
    onNext: () => undefined,
  });
  for (;;) {
    const step = await handing.step(most, new AbortController().signal);
    if (!step.ok) return step;
    if (!step.value) return ok(handing.cursor?.seq ?? 0);
  }
};
