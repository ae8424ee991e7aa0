import { fail, ok, type ErrorCode, type Result } from '../../../shared/result.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { DeskRecords } from '../audit/desk-records.js';
import type { CallUseCases } from '../call/late-calls.js';
import type { Confirm, Refused } from './confirm.js';
import type { SignIn } from './session.js';
import { createWrongTries, type TryStore } from './wrong-tries.js';

export interface UnlockParts {
  readonly signIn: Pick<SignIn, 'session'>;
  readonly store: TryStore;
  readonly audit: Pick<AuditLog, 'record'>;
  readonly records: Pick<DeskRecords, 'wrongTry'>;
  readonly calls: Pick<CallUseCases, 'view'>;
  readonly confirm: Confirm;
}

interface Bolt {
  /** The lock there is; another one after each locking. */
  readonly current: () => object | null;
  /** Done when nothing of the subject is left in main. */
  readonly settled: () => Promise<void>;
  /** Why that lock may not be opened any more: there is another, or nobody is signed in. */
  readonly whyShut: (mine: object) => ErrorCode | null;
  /** Puts on record that it opens. */
  readonly record: (mine: object) => Promise<Result<unknown>>;
  readonly open: () => void;
  /** Ends the session after too many wrong tries. */
  readonly end: () => Promise<void>;
}

/** Opens the lock for the person who is signed in, and for nobody else. */
export const createUnlock = ({ signIn, store, records, calls, confirm }: UnlockParts, bolt: Bolt) => {
  const tries = createWrongTries(store);
  let looking = 0;

  const refuseWrong = async (tried: string | null = null): Promise<Result<void>> => {
    await records.wrongTry(tried, calls.view());
    return fail('not-same-agent');
  };
  /** Tries that the desk did not live to see the end of count; the session is over as after the last of any others. */
  const refuseSpent = async (): Promise<Result<void>> => {
    const refused = await refuseWrong();
    if (looking === 0) await bolt.end();
    return refused;
  };
  /** Only a wrong answer counts as one; the last ends the session. */
  const refuse = async ({ error, tried }: Refused): Promise<Result<void>> => {
    if (error.code !== 'not-same-agent') {
      await tries.takeBack();
      return { ok: false, error };
    }
    const refused = await refuseWrong(tried);
    if (tries.areSpent) await bolt.end();
    return refused;
  };

  /** On record before it opens, unless the desk was locked once more meanwhile. */
  const open = async (mine: object): Promise<Result<void>> => {
    await tries.forget();
    await bolt.settled();
    const before = bolt.whyShut(mine);
    if (before) return fail(before);
    const recorded = await bolt.record(mine);
    if (!recorded.ok) return recorded;
    const meanwhile = bolt.whyShut(mine);
    if (meanwhile) return fail(meanwhile);
    bolt.open();
    return ok(undefined);
  };

  return {
    forgetTries: tries.forget,
    unlock: async (token: string | null): Promise<Result<void>> => {
      if (!signIn.session) return fail('not-signed-in');
      const mine = bolt.current();
      // No answer to a question that was not asked: it would pass for a proof.
      if (!mine) return fail('not-locked');
      if (tries.areSpent) return refuseSpent();
      looking += 1;
      try {
        const counted = await tries.begin();
        if (!counted.ok) return counted;
        const confirmed = await confirm(token);
        return confirmed.ok ? await open(mine) : await refuse(confirmed);
      } finally {
        looking -= 1;
      }
    },
  };
};
