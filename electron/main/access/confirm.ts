import { createHash, timingSafeEqual } from 'node:crypto';
import type { LockView } from '../../../shared/lock-view.js';
import { fail, ok, type Failure } from '../../../shared/result.js';
import type { TokenStore } from './session.js';

/**
 * Whether the person at the locked desk is the one who is signed in.
 * @param token what was typed; null where the person shows it in another way
 * Fails with `not-same-agent` when it is somebody else, or with why it could not be found out.
 */
export type Confirm = (token: string | null) => Promise<Confirmed>;
export type Confirmed = { readonly ok: true } | Refused;
export interface Refused {
  readonly ok: false;
  readonly error: Failure;
  /** Who it was, where that is known. */
  readonly tried?: string | null;
}

/** The way there is, and what the lock screen asks for. */
export interface Confirmation {
  readonly asks: LockView['asks'];
  readonly confirm: Confirm;
  /** Ends a confirmation under way, which then answers `sign-in-cancelled`. Tells whether there was one. */
  cancelConfirm(): boolean;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Who signed in with the access key types it again. */
export const byToken = (store: Pick<TokenStore, 'token'>): Confirmation => ({
  asks: 'token',
  cancelConfirm: () => false,
  confirm: (token) => {
    const kept = store.token();
    // SECURITY: compared whole and of equal length, so that time does not tell how much of a guess was right.
    const same = timingSafeEqual(digest(kept ?? ''), digest(token ?? ''));
    return Promise.resolve(same && kept !== null && token !== null ? ok(undefined) : fail('not-same-agent'));
  },
});

/** Who signed in with the provider signs in there anew. Asked again, the page that nobody came back from counts no longer. */
export const bySigningIn = (confirmSamePerson: (signal: AbortSignal) => Promise<Confirmed>): Confirmation => {
  let asking: AbortController | null = null;
  const cancelConfirm = (): boolean => {
    const isAsking = asking !== null;
    asking?.abort();
    return isAsking;
  };
  return {
    asks: 'sign-in',
    cancelConfirm,
    confirm: async (token) => {
      if (token !== null) return fail('not-same-agent');
      cancelConfirm();
      const mine = (asking = new AbortController());
      const confirmed = await confirmSamePerson(mine.signal);
      if (asking === mine) asking = null;
      if (confirmed.ok || confirmed.error.code !== 'another-person') return confirmed;
      return { ...confirmed, ...fail('not-same-agent') };
    },
  };
};
