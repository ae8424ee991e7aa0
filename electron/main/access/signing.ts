import type { Handlers } from '../../../shared/contract.js';
import { fail, ok, type Result } from '../../../shared/result.js';
import type { Confirmation } from './confirm.js';
import type { Leave } from './leaving.js';
import type { Lock } from './lock.js';
import type { SignIn } from './session.js';

/** Signing in and out answer with the desk as it is then. */
export const signingHandlers = (
  signIn: SignIn,
  deskState: Handlers['deskState'],
  leave: Leave,
  lock: Pick<Lock, 'view' | 'renewPage'>,
  confirmation: Pick<Confirmation, 'cancelConfirm'>,
): Pick<Handlers, 'signIn' | 'startSignIn' | 'cancelSignIn' | 'signOut'> => {
  // SECURITY: signing in anew is no way around the lock. A kept session comes back behind it first.
  const signedIn = async (signing: () => Promise<Result<void>>): ReturnType<Handlers['deskState']> => {
    await signIn.resume();
    if (lock.view) return fail('desk-locked');
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
