import { fail } from '../../shared/result.js';
import { createDeskState } from './access/desk-state.js';
import type { Door } from './access/door.js';
import { refuseAll } from './access/gate.js';
import { lockAgain } from './access/locking.js';
import { createRegistryKey } from './access/registry-key.js';
import { createAccess } from './access/sign-in.js';
import { createDeskRecords } from './audit/desk-records.js';
import type { Stamp } from './audit/entry.js';
import { createAbandoned } from './call/abandoned.js';
import { abandonUnfinished, type AbandonReason } from './call/close.js';
import { createLinks } from './call/links.js';
import { composeAudit, openKeys } from './compose-audit.js';
import { composeDesk } from './compose-desk.js';
import type { Desk, Host } from './desk.js';
import { createNetwork } from './network/network.js';
import { allowedBy } from './policy/hosts.js';
import { loadPolicy } from './policy/policy.js';
import { createNetSend } from './registry/net-transport.js';
import type { Registry } from './registry/registry.js';

/** The composition root: adapters are made here and in its parts, nowhere else, and the use cases get them as arguments. */
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
  const { audit, journal, evidence } = composeAudit({
    ...opened,
    host,
    policy,
    stamp,
    onAppended: () => desk?.follow(),
  });
  const records = createDeskRecords(audit);
  const abandoned = createAbandoned(() => new Date());
  const started: Promise<void> = abandonUnfinished(audit)
    .then(() => abandoned.lookBack(audit))
    .then(() => desk && lockAgain(desk.lock, audit))
    .then(() => records.started(state));
  const door: Door = {
    get isShut() {
      return desk?.lock.isShut ?? false;
    },
    shut: () => desk?.lock.shut(),
    lapse: () => desk?.lock.lapse(),
    open: () => desk?.lock.open(),
  };
  /** One for the whole desk, read when it is first needed. */
  let registry: Registry | null = null;
  const openRegistry = async (known: NonNullable<typeof policy>): Promise<Registry> => {
    const { composeRegistry } = await import('./compose-registry.js');
    return (registry ??= composeRegistry(known, network, registryKey.token));
  };
  const access = createAccess({
    ...{ host, policy, store: keys, audit, started, allows, door },
    send: () => createNetSend({ network }),
    opens: async (key) => (policy ? (await openRegistry(policy)).opens(key) : fail('policy-invalid')),
    leave: async (reason) => desk?.leave(reason),
    mayKeepCall: (roles) => desk?.mayKeepCall(roles) ?? true,
  });
  const { signIn } = access;
  const registryKey = createRegistryKey({ policy, store: keys, audit, signIn });
  const parts = { host, audit, journal, evidence, records, keys, network, access, registryKey, abandoned, started };
  const desk = policy && composeDesk({ ...parts, policy, openRegistry: () => openRegistry(policy) });
  const view = () => desk?.calls.view() ?? null;
  const drill = () => desk?.calls.drill() ?? null;
  const isDrilling = (): boolean => drill() !== null;
  const isSignedIn = (): boolean => desk !== null && !desk.isAway();
  const links = createLinks({ policy, view, isDrilling, isSignedIn, records, emit: host.emit });
  const deskState = createDeskState({
    ...{ about: { ...host, policy: state }, audit, evidence, signIn, started, call: view, drill },
    abandoned: abandoned.view,
    lock: () => desk?.lock ?? null,
    notice: () => desk?.watch.notice() ?? null,
    unsent: () => desk?.requests.unsent() ?? null,
    delivery: () => desk?.delivery?.view() ?? null,
    verification: () => desk?.verification.view() ?? null,
    registryKey: () => registryKey.state,
    gatewayKeys: () => desk?.gatewayKeys.state ?? [],
  });
  host.view.hideFromCapture(policy?.session.contentProtection ?? false);
  void started.then(() => host.emit({ kind: 'state' }));

  const abandon = async (reason: AbandonReason): Promise<void> => desk?.calls.abandon(reason);
  return {
    handlers: desk?.handlers(deskState, links) ?? {
      ...refuseAll('policy-invalid'),
      keepLook: host.keepLook,
      deskState,
    },
    onRefused: (name, failure) => records.refused(name, failure, view(), isDrilling()),
    openLink: (text) => started.then(() => links.open(text)),
    // A page that goes behind the lock, or when a session runs out, takes no call with it.
    abandon: async (reason) => (desk?.lock.isShut ? undefined : abandon(reason)),
    stop: async (reason) => {
      await started;
      await abandon(reason);
      await desk?.stop();
      if (!desk || (await desk.lock.isOnRecord())) await records.stopped(reason);
      await audit.close();
    },
  };
};
