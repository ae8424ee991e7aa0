import type { AbandonReason } from '../call/close.js';
import type { CallUseCases } from '../call/late-calls.js';
import type { Confirmation } from './confirm.js';

interface Parts {
  readonly calls: Pick<CallUseCases, 'abandon'>;
  readonly confirmation: Pick<Confirmation, 'cancelConfirm'>;
  readonly reading: { end(): void };
  /** The window is to look at the desk's state again. */
  readonly tell: () => void;
}

export type Leave = (reason: Extract<AbandonReason, 'signed-out' | 'another-agent' | 'roles-removed'>) => Promise<void>;

/** Ends what must not outlive a session, or the role of an agent in it. The lock is none of that: only signing in anew opens it. */
export const createLeave =
  ({ calls, confirmation, reading, tell }: Parts): Leave =>
  async (reason) => {
    await calls.abandon(reason);
    confirmation.cancelConfirm();
    reading.end();
    tell();
  };
