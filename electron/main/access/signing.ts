import type { Handlers } from '../../../shared/contract.js';
import { fail, ok, type Result } from '../../../shared/result.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { Confirmation } from './confirm.js';
import type { Leave } from './leaving.js';
import type { Lock } from './lock.js';
import type { SignIn } from './session.js';

interface Parts {
  readonly signIn: SignIn;
  readonly audit: Pick<AuditLog, 'open'>;
  readonly leave: Leave;
  readonly lock: Pick<Lock, 'view' | 'renewPage'>;
  readonly confirmation: Pick<Confirmation, 'cancelConfirm'>;
  /** The window is to look at the desk's state again. */
  readonly tell: () => void;
}

/** Signing in and out answer with the desk as it is then. */
export const signingHandlers = (
  { signIn, audit, leave, lock, confirmation, tell }: Parts,
  deskState: Handlers['deskState'],
): Pick<Handlers, 'signIn' | 'startSignIn' | 'cancelSignIn' | 'signOut'> => {
  /** It has come up behind the window's back, which shows somewhere to sign in. */
  const refuseLocked = () => {
    tell();
    return fail('desk-locked');
  };
  // SECURITY: signing in anew is no way around the lock. A kept session comes back behind it first.
  const signedIn = async (signing: () => Promise<Result<void>>): ReturnType<Handlers['deskState']> => {
    await signIn.resume();
    // One that cannot be put on record does not come back: then it is the journal that is in the way, and no lock.
    await signIn.resumed();
    if (lock.view) return refuseLocked();
    const recordable = await audit.open();
    if (!recordable.ok) return recordable;
    const signed = await signing();
    return signed.ok ? deskState() : signed;
  };
  return {
    startSignIn: () => signedIn(() => signIn.start()),
    cancelSignIn: () => Promise.resolve(ok({ cancelled: signIn.cancel() || confirmation.cancelConfirm() })),
    signIn: ({ token }) => signedIn(() => signIn.signIn(token)),
    signOut: async () => {
      const signed = await signIn.signOut(() => leave('signed-out'));
      const answer = signed.ok ? await deskState() : signed;
      // The page that the token was typed into goes as soon as it has its answer.
      if (signed.ok || signed.error.code !== 'not-signed-in') setImmediate(lock.renewPage);
      return answer;
    },
  };
};
