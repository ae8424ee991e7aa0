import { fail, ok, type Result } from '../../../shared/result.js';
import type { AuditLog, Step } from '../audit/audit-log.js';
import type { KeyFile } from '../credentials/key-file.js';
import type { Holds } from './holds.js';

/** The pseudonym, and the call where there is one. */
export type About = NonNullable<Step['about']>;

interface Parts {
  readonly audit: Pick<AuditLog, 'record'>;
  readonly keys: Pick<KeyFile, 'dropSubjectKey'>;
  readonly holds: Pick<Holds, 'on'>;
}

/**
 * Erases what the journal holds sealed about a person: with their key it is gone, and no line of the journal changes. That it was asked
 * for is on record before, whatever comes of it. Done again after a failure, it goes on where it stood.
 * @param name of the person's key
 * @param also what else is to go, once the key has
 * Fails with `legal-hold`, or as the record, the key file or the keychain does.
 */
export const createErasing =
  ({ audit, keys, holds }: Parts) =>
  async (
    name: string,
    about: About,
    reason: string,
    also: () => Promise<Result<void>> = async () => ok(undefined),
  ): Promise<Result<void>> => {
    const asked = await audit.record({ type: 'erasure.asked', about, reason });
    if (!asked.ok) return asked;
    const hold = await holds.on(name);
    if (!hold.ok) return hold;
    if (hold.value) {
      const refused = await audit.record({
        type: 'erasure.refused',
        about,
        outcome: 'held',
        reason: hold.value.ground,
      });
      return refused.ok ? fail('legal-hold') : refused;
    }
    const dropped = await keys.dropSubjectKey(name);
    if (!dropped.ok) return dropped;
    const gone = await also();
    if (!gone.ok) return gone;
    const erased = await audit.record({ type: 'subject.erased', about, reason });
    return erased.ok ? ok(undefined) : erased;
  };
