import { createHash, timingSafeEqual } from 'node:crypto';
import type { LockView } from '../../../shared/lock-view.js';
import { fail, ok, type Result } from '../../../shared/result.js';
import type { TokenStore } from './session.js';

/**
 * Whether the person at the locked desk is the one who is signed in.
 * @param token what was typed; null where the person shows it in another way
 * Fails with `not-same-agent` when it is somebody else, or with why it could not be found out.
 */
export type Confirm = (token: string | null) => Promise<Result<void>>;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Who signed in with the access key types it again. */
export const byToken = (
  store: Pick<TokenStore, 'token'>,
): { readonly asks: LockView['asks']; readonly confirm: Confirm } => ({
  asks: 'token',
  confirm: (token) => {
    const kept = store.token();
    // SECURITY: compared whole and of equal length, so that time does not tell how much of a guess was right.
    const same = timingSafeEqual(digest(kept ?? ''), digest(token ?? ''));
    return Promise.resolve(same && kept !== null && token !== null ? ok(undefined) : fail('not-same-agent'));
  },
});
