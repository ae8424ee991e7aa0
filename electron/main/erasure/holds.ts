import { randomUUID } from 'node:crypto';
import type { RequestOf } from '../../../shared/contract.js';
import type { HoldOver, HoldsView } from '../../../shared/erasure.js';
import { fail, ok, type Result } from '../../../shared/result.js';
import type { AuditLog, Step } from '../audit/audit-log.js';
import type { SealedTrail } from '../audit/sealed-trail.js';
import type { KeyFile } from '../credentials/key-file.js';
import type { Hold } from '../credentials/ring.js';

export interface HoldParts {
  readonly audit: Pick<AuditLog, 'record'>;
  readonly keys: Pick<KeyFile, 'subjectKeys' | 'holds' | 'setHolds'>;
  readonly trail: SealedTrail;
  readonly now: () => Date;
}

/** Legal holds: what they are over is not erased. The key file is open when they are asked. Each operation fails as the key file, the journal or the record does. */
export interface Holds {
  /** Reading them is an entry. */
  read(): Promise<Result<HoldsView>>;
  /** Fails with `hold-invalid` when the days are no span, with `nothing-sealed` when there is nothing to hold. */
  set(asked: RequestOf<'setHold'>): Promise<Result<HoldsView>>;
  /** Fails with `hold-unknown`. */
  lift(id: string): Promise<Result<HoldsView>>;
  /** The hold that keeps the key of that name; null when none does. */
  on(name: string): Promise<Result<Hold | null>>;
}

/** What an entry tells of a hold: the person's pseudonym, or the days. */
const stepOf = (type: 'hold.set' | 'hold.lifted', { over, ground }: Hold): Step => {
  const told = { type, outcome: ground } as const;
  if (!('subject' in over)) return { ...told, reason: `${over.from}/${over.to}` };
  return { ...told, about: { call: null, purpose: null, ticket: null, subject: over.subject } };
};

export const createHolds = ({ audit, keys, trail, now }: HoldParts): Holds => {
  const view = (): HoldsView => ({
    holds: [...keys.holds()].reverse().map(({ id, over, ground, since }) => ({ id, over, ground, since })),
  });

  /** The name of the key that is held; null where a time is. */
  const keyOf = async (over: HoldOver): Promise<Result<string | null>> => {
    if (!('subject' in over)) return over.from <= over.to ? ok(null) : fail('hold-invalid');
    const found = await trail.whose(over.subject, keys.subjectKeys());
    return found.ok && found.value === null ? fail('nothing-sealed') : found;
  };

  const put = async (hold: Hold): Promise<Result<HoldsView>> => {
    const before = keys.holds();
    const saved = await keys.setHolds([...before, hold]);
    if (!saved.ok) return saved;
    const recorded = await audit.record(stepOf('hold.set', hold));
    if (recorded.ok) return ok(view());
    await keys.setHolds(before); // what is not on record is not in force
    return recorded;
  };

  const isOver = async (hold: Hold, name: string): Promise<Result<boolean>> => {
    const key = keys.subjectKeys().get(name);
    if ('subject' in hold.over || !key) return ok(hold.key === name);
    return trail.opensWithin(key, hold.over.from, hold.over.to);
  };

  return {
    read: async () => {
      const recorded = await audit.record({ type: 'holds.read' });
      return recorded.ok ? ok(view()) : recorded;
    },
    set: async ({ over, ground }) => {
      const key = await keyOf(over);
      return key.ok ? put({ id: randomUUID(), over, ground, since: now().toISOString(), key: key.value }) : key;
    },
    lift: async (id) => {
      const hold = keys.holds().find((each) => each.id === id);
      if (!hold) return fail('hold-unknown');
      const recorded = await audit.record(stepOf('hold.lifted', hold));
      if (!recorded.ok) return recorded;
      const saved = await keys.setHolds(keys.holds().filter((each) => each.id !== id));
      return saved.ok ? ok(view()) : saved;
    },
    on: async (name) => {
      for (const hold of keys.holds()) {
        const over = await isOver(hold, name);
        if (!over.ok) return over;
        if (over.value) return ok(hold);
      }
      return ok(null);
    },
  };
};
