import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAuditLog } from '../../electron/main/audit/audit-log.js';
import { onDisk } from '../../electron/main/audit/durable-file.js';
import { createJournal } from '../../electron/main/audit/journal.js';
import type { Collector } from '../../electron/main/delivery/collector.js';
import { createCourier, type Courier } from '../../electron/main/delivery/courier.js';
import { createCursorStore } from '../../electron/main/delivery/cursor-store.js';
import { createTestKeys } from './call-desk.js';

/** What stands in structured data as `name="value"`. */
export const parameterOf = (data: string, name: string): string =>
  (new RegExp(` ${name}="((?:[^"\\\\]|\\\\.)*)"`).exec(data)?.[1] ?? '').replace(/\\(["\\\]])/g, '$1');

/** A real journal on the disk, and couriers that can be started on it one after the other, as a desk is. */
export const deliveryDesk = async (desk = 'desk') => {
  const parent = await mkdtemp(join(tmpdir(), 'tunniste-delivery-'));
  const folder = join(parent, 'tunniste', 'audit');
  const cursors = join(parent, 'tunniste', 'delivery');
  const stamp = () => ({ agent: 'agent', role: 'agent', desk, app: '0.1.0', policy: 'test' });
  const couriers: Courier[] = [];
  const follow = (): void => couriers.forEach((courier) => courier.follow());
  const journal = createJournal({ folder, stamp, onAppended: follow, segmentBytes: 64 * 1024 });
  const audit = createAuditLog({ journal, keys: createTestKeys(), stamp });
  /** Moves on by itself so far that a pause can always be cut short. */
  let clock = 0;

  return {
    audit,
    folder,
    cursors,
    /** A call's worth of entries, with something sealed and something that is not ASCII. */
    record: async (calls: number): Promise<void> => {
      for (let nth = 0; nth < calls; nth++) {
        const call = { call: `CALL-${nth}`, purpose: 'support', ticket: `INC-${nth}` };
        await audit.record(
          { type: 'call.started', ...call, sealed: { callerNumber: '+358400000000' } },
          { type: 'lookup.requested', ...call, reason: 'by-userName' },
          {
            type: 'operation.refused',
            ...call,
            fields: ['revealField'],
            reason: 'not-verified',
            by: { agent: 'Åke "Ö" \\ ]', role: null },
          },
          { type: 'call.closed', ...call, outcome: 'resolved' },
        );
      }
    },
    /** The journal's lines as they lie on the disk. */
    lines: async (): Promise<string[]> => {
      const names = (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort();
      const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
      return texts.flatMap((text) => text.split('\n').slice(0, -1));
    },
    start: async (collector: Collector): Promise<Courier> => {
      const courier = createCourier({
        collector,
        store: createCursorStore({ folder: cursors, place: onDisk.place }, collector.url),
        stored: audit.stored,
        audit,
        changed: () => undefined,
        now: () => Date.now(),
        monotonic: () => (clock += 20_000),
        random: () => 1,
        gathering: 50,
      });
      couriers.push(courier);
      await courier.open();
      courier.begin();
      return courier;
    },
    end: async (): Promise<void> => {
      await Promise.all(couriers.map((courier) => courier.stop()));
      await audit.close();
      await rm(parent, { recursive: true, force: true });
    },
  };
};
