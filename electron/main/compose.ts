import type { Handlers } from '../../shared/contract.js';
import { createDeskState } from './access/desk-state.js';
import { after, createGate, refuseAll, whyNot } from './access/gate.js';
import { lockAgain, lockHandlers, openLock, quietWhileAway } from './access/locking.js';
import { rolesFor } from './access/operation-roles.js';
import { createRegistryKey } from './access/registry-key.js';
import { signingHandlers } from './access/session.js';
import { createAccess } from './access/sign-in.js';
import type { Stamp } from './audit/entry.js';
import { createAuditReading } from './audit/read.js';
import { createDeskRecords } from './audit/desk-records.js';
import { abandonUnfinished, type AbandonReason } from './call/close.js';
import { lateCalls } from './call/late-calls.js';
import { createLinks } from './call/links.js';
import { composeAudit, openKeys } from './compose-audit.js';
import type { Desk, Host } from './desk.js';
import { createNetwork } from './network/network.js';
import { allowedBy } from './policy/hosts.js';
import { loadPolicy } from './policy/policy.js';
import { createNetSend } from './registry/net-transport.js';
import { createWatch } from './watch/watch.js';

/** The composition root: adapters are made here and nowhere else, and the use cases get them as arguments. */
export const compose = async (host: Host): Promise<Desk> => {
  const opened = openKeys(host);
  const { keys } = opened;
  const { policy, state, authorities } = loadPolicy(host);
  const allows = allowedBy(policy);
  const network = createNetwork({ allows, authorities, clientCertificate: policy?.network.clientCertificate });
  const stamp = (): Stamp => ({
    agent: signIn.agent,
    role: signIn.session?.roles.join('+') ?? null,
    desk: host.desk,
    app: host.version,
    policy: policy?.version ?? null,
  });
  const { audit, evidence } = composeAudit({ ...opened, host, policy, stamp, onAppended: () => watch?.follow() });
  const records = createDeskRecords(audit);
  const started: Promise<void> = abandonUnfinished(audit)
    .then(() => lock && lockAgain(lock, audit))
    .then(() => records.started(state));
  const access = createAccess({
    ...{ host, policy, store: keys, audit, started, allows },
    send: () => createNetSend({ network }),
    leave: (reason) => leave(reason),
  });
  const { signIn, confirmation } = access;
  const registryKey = createRegistryKey({ policy, store: keys, audit, signIn });
  const reading = createAuditReading(audit);
  const session = () => signIn.session;
  const isLocked = (): boolean => Boolean(lock?.view);
  const isAway = (): boolean => isLocked() || session() === null;
  const emit = quietWhileAway(host.emit, isAway);
  const watch = policy && createWatch({ audit, policy, session, started, emit });
  const whyShut = () => whyNot(session(), isLocked(), rolesFor.startCall);
  const { token } = registryKey;
  const calls =
    policy &&
    watch &&
    lateCalls(async () => {
      const { composeCalls } = await import('./compose-calls.js');
      return composeCalls({ host, policy, audit, network, access, token, watch, whyNot: whyShut, emit });
    });
  const view = () => calls?.view() ?? null;
  const links = createLinks({ policy, view, isSignedIn: () => !isAway(), records, emit: host.emit });
  const deskState = createDeskState({
    about: { ...host, policy: state },
    audit,
    evidence,
    signIn,
    started,
    call: view,
    lock: () => lock ?? null,
    notice: () => watch?.notice() ?? null,
    registryKey: () => registryKey.state,
  });
  const leave = async (reason: AbandonReason = 'signed-out'): Promise<void> => {
    await calls?.abandon(reason);
    confirmation.cancelConfirm();
    // Who loses a role behind the lock stays behind it.
    if (reason !== 'roles-removed') lock?.reset();
    reading.end();
    host.emit({ kind: 'state' });
  };
  const rules = policy?.session;
  const lock =
    rules && calls && openLock(host, { session: rules, signIn, audit, calls, ...confirmation, reading, leave });
  host.view.hideFromCapture(rules?.contentProtection ?? false);
  const gate = createGate(session, isLocked);
  const handlers: Handlers =
    lock && watch
      ? {
          ...after(started, {
            ...signingHandlers(signIn, deskState, leave, lock, confirmation),
            ...lockHandlers(host, lock, signIn, deskState),
            ...links.handlers,
            ...gate({
              ...calls.handlers,
              ...watch.forAgents,
              ...watch.forSupervisors,
              ...reading.handlers,
              ...registryKey.handlers(deskState, lock.renewPage),
            }),
          }),
          deskState,
        }
      : { ...refuseAll('policy-invalid'), deskState };
  void started.then(() => host.emit({ kind: 'state' }));

  const abandon = async (reason: AbandonReason): Promise<void> => calls?.abandon(reason);
  return {
    handlers,
    onRefused: (name, failure) => records.refused(name, failure, view()),
    openLink: (text) => started.then(() => links.open(text)),
    // A page that goes behind the lock takes no call with it.
    abandon: async (reason) => (isLocked() ? undefined : abandon(reason)),
    stop: async (reason) => {
      await started;
      await abandon(reason);
      await records.stopped(reason);
      await audit.close();
    },
  };
};
