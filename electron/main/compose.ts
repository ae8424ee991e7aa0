import type { Handlers } from '../../shared/contract.js';
import { fail } from '../../shared/result.js';
import type { Door } from './access/door.js';
import { createDeskState } from './access/desk-state.js';
import { after, createGate, refuseAll, whyNot } from './access/gate.js';
import { createLeave } from './access/leaving.js';
import { lockAgain, lockHandlers, openLock, quietWhileAway } from './access/locking.js';
import { rolesFor } from './access/operation-roles.js';
import { createGatewayKeys } from './access/gateway-keys.js';
import { createRegistryKey } from './access/registry-key.js';
import { createAccess } from './access/sign-in.js';
import { signingHandlers } from './access/signing.js';
import type { Stamp } from './audit/entry.js';
import { createAuditReading } from './audit/read.js';
import { createDeskRecords } from './audit/desk-records.js';
import { abandonUnfinished, type AbandonReason } from './call/close.js';
import { lateCalls } from './call/late-calls.js';
import { createLinks } from './call/links.js';
import { composeAudit, openKeys } from './compose-audit.js';
import type { Desk, Host } from './desk.js';
import { createDrillDesk } from './drill/drill-desk.js';
import { lateRequests } from './late-requests.js';
import { lateScores } from './lint/late-scores.js';
import { createNetwork } from './network/network.js';
import { allowedBy } from './policy/hosts.js';
import { loadPolicy } from './policy/policy.js';
import type { Policy } from './policy/schema.js';
import { createNetSend } from './registry/net-transport.js';
import type { Registry } from './registry/registry.js';
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
  const door: Door = {
    get isShut() {
      return lock?.isShut ?? false;
    },
    shut: () => lock?.shut(),
    lapse: () => lock?.lapse(),
    open: () => lock?.open(),
  };
  /** One for the whole desk, read when it is first needed. */
  const openRegistry = async (known: Policy): Promise<Registry> => {
    const { composeRegistry } = await import('./compose-registry.js');
    return (registry ??= composeRegistry(known, network, registryKey.token));
  };
  let registry: Registry | null = null;
  const access = createAccess({
    ...{ host, policy, store: keys, audit, started, allows, door },
    send: () => createNetSend({ network }),
    opens: async (key) => (policy ? (await openRegistry(policy)).opens(key) : fail('policy-invalid')),
    leave: async (reason) => leave?.(reason),
  });
  const { signIn, confirmation } = access;
  const registryKey = createRegistryKey({ policy, store: keys, audit, signIn });
  const gatewayKeys = createGatewayKeys({ policy, store: keys, audit });
  const reading = createAuditReading(audit);
  const session = () => signIn.session;
  const isLocked = (): boolean => Boolean(lock?.view);
  const isAway = (): boolean => isLocked() || session() === null;
  const emit = quietWhileAway(host.emit, isAway);
  const watch = policy && createWatch({ audit, policy, session, started, emit });
  const isCalling = (): boolean => (calls?.view() ?? null) !== null;
  const whyShut = () => whyNot(session(), isLocked(), rolesFor.startCall);
  const requests = policy && lateRequests({ host, emit, policy, audit, keys, network, signIn, isCalling }, started);
  const calls =
    policy &&
    watch &&
    requests &&
    createDrillDesk({
      calls: lateCalls(async () => {
        const { composeCalls } = await import('./compose-calls.js');
        const parts = { host, policy, audit, network, access, watch, requests: requests.desk, secret: keys.secret };
        return composeCalls({ ...parts, registry: await openRegistry(policy), whyNot: whyShut, emit });
      }),
      open: async (caller) => {
        const { composeDrill } = await import('./compose-drill.js');
        return composeDrill({ host, policy, audit, access, watch, whyNot: whyShut, emit }, caller);
      },
      emit,
    });
  const view = () => calls?.view() ?? null;
  const drill = () => calls?.drill() ?? null;
  const isDrilling = () => drill() !== null;
  const links = createLinks({ policy, view, isDrilling, isSignedIn: () => !isAway(), records, emit: host.emit });
  const deskState = createDeskState({
    about: { ...host, policy: state },
    audit,
    evidence,
    signIn,
    started,
    call: view,
    drill,
    lock: () => lock ?? null,
    notice: () => watch?.notice() ?? null,
    unsent: () => requests?.unsent() ?? null,
    registryKey: () => registryKey.state,
    gatewayKeys: () => gatewayKeys.state,
  });
  const tell = (): void => host.emit({ kind: 'state' });
  const leave = calls && createLeave({ calls, confirmation, reading, tell });
  const rules = policy?.session;
  const parts = { signIn, store: keys, audit, records, ...confirmation, reading };
  const lock = rules && calls && leave && openLock(host, { session: rules, calls, leave, ...parts });
  host.view.hideFromCapture(rules?.contentProtection ?? false);
  const gate = createGate(session, isLocked);
  const handlers: Handlers =
    policy && lock && watch && requests
      ? {
          ...after(started, {
            ...signingHandlers(signIn, deskState, leave, lock, confirmation),
            ...lockHandlers(host, lock, signIn, deskState),
            ...links.handlers,
            ...lateScores(policy),
            ...gate({
              ...calls.handlers,
              ...calls.drillHandlers,
              ...watch.forAgents,
              ...watch.forSupervisors,
              ...requests.handlers,
              ...reading.handlers,
              ...registryKey.handlers(deskState, lock.renewPage),
              ...gatewayKeys.handlers(deskState, lock.renewPage),
            }),
          }),
          deskState,
        }
      : { ...refuseAll('policy-invalid'), deskState };
  void started.then(tell);

  const abandon = async (reason: AbandonReason): Promise<void> => calls?.abandon(reason);
  return {
    handlers,
    onRefused: (name, failure) => records.refused(name, failure, view(), isDrilling()),
    openLink: (text) => started.then(() => links.open(text)),
    // A page that goes behind the lock, or when a session runs out, takes no call with it.
    abandon: async (reason) => (lock?.isShut ? undefined : abandon(reason)),
    stop: async (reason) => {
      await started;
      await abandon(reason);
      requests?.stop();
      if (!lock || (await lock.isOnRecord())) await records.stopped(reason);
      await audit.close();
    },
  };
};
