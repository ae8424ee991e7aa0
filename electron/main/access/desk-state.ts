import type { AbandonedView, CallView } from '../../../shared/call-view.js';
import type { Handlers } from '../../../shared/contract.js';
import type { DeskState, EvidenceView } from '../../../shared/desk-state.js';
import { ok } from '../../../shared/result.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { Lock } from './lock.js';
import type { SignIn } from './session.js';

interface Parts {
  readonly about: Pick<DeskState, 'version' | 'runtime' | 'desk' | 'policy'> & { readonly journalFolder: string };
  readonly audit: AuditLog;
  readonly evidence: { view(): EvidenceView };
  readonly signIn: SignIn;
  /** Done when the start is on record, or could not be put there. */
  readonly started: Promise<void>;
  readonly call: () => CallView | null;
  readonly abandoned: () => AbandonedView | null;
  readonly drill: () => DeskState['drill'];
  readonly lock: () => Pick<Lock, 'view' | 'ended' | 'tick'> | null;
  readonly notice: () => DeskState['notice'];
  readonly unsent: () => number | null;
  readonly delivery: () => DeskState['delivery'];
  readonly verification: () => DeskState['verification'];
  readonly registryKey: () => DeskState['registryKey'];
  readonly gatewayKeys: () => DeskState['gatewayKeys'];
}

/**
 * Everything the window needs to draw itself. It does not wait for the journal to be verified: nothing else does anything before that,
 * and the window is told when it is. A token kept from last time is picked up here, also after the keyring was unlocked.
 */
export const createDeskState = (parts: Parts): Handlers['deskState'] => {
  const { about, audit, evidence, signIn, started, call, drill, lock, notice, unsent, delivery } = parts;
  const { verification, registryKey, gatewayKeys, abandoned } = parts;
  const { version, runtime, desk, policy, journalFolder } = about;
  let isStarted = false;
  void started.then(() => (isStarted = true));
  return async () => {
    // Without a policy there is nothing to sign in to.
    if (policy.ok) await signIn.resume();
    if (isStarted) await signIn.resumed();
    // A session whose time ended while the desk was off is over before anybody sees it.
    await lock()?.tick();
    const disclosing = isStarted ? await audit.mayDisclose() : ok(undefined);
    const { session } = signIn;
    return ok({
      version,
      runtime,
      desk,
      policy,
      // Not the whole session: who the agent is as a person is for the watch alone.
      session: session && { agent: session.agent, roles: session.roles },
      credentials: signIn.credentials,
      signingIn: signIn.signingIn,
      signInFailure: signIn.failure,
      lapsed: signIn.hasLapsed,
      audit: {
        failure: disclosing.ok ? null : disclosing.error,
        first: audit.first,
        head: audit.head,
        folder: journalFolder,
        evidence: evidence.view(),
      },
      lock: lock()?.view ?? null,
      ended: lock()?.ended ?? null,
      // SECURITY: a locked desk does not even tell what the call is about, nor does one whose agent has to sign in again.
      call: lock()?.view || !session ? null : call(),
      abandoned: session && abandoned(),
      drill: lock()?.view || !session ? null : drill(),
      notice: notice(),
      unsent: session && unsent(),
      delivery: session && delivery(),
      verification: session && verification(),
      registryKey: registryKey(),
      gatewayKeys: gatewayKeys(),
    });
  };
};
