import type { Handlers, OperationName } from '../../shared/contract.js';
import { after, createGate, whyNot } from './access/gate.js';
import { createGatewayKeys } from './access/gateway-keys.js';
import { createKeepingCall } from './access/keeping-call.js';
import { createLeave } from './access/leaving.js';
import { lockHandlers, openLock, quietWhileAway } from './access/locking.js';
import { rolesFor } from './access/operation-roles.js';
import type { RegistryKey } from './access/registry-key.js';
import type { Access } from './access/sign-in.js';
import { signingHandlers } from './access/signing.js';
import type { AuditLog } from './audit/audit-log.js';
import type { DeskRecords } from './audit/desk-records.js';
import type { Evidence } from './audit/evidence.js';
import type { Journal } from './audit/journal.js';
import { createAuditReading } from './audit/read.js';
import type { Abandoned } from './call/abandoned.js';
import { lateCalls } from './call/late-calls.js';
import type { Links } from './call/links.js';
import type { KeyFile } from './credentials/key-file.js';
import type { Host } from './desk.js';
import { createDrillDesk } from './drill/drill-desk.js';
import { lateDelivery } from './late-delivery.js';
import { lateReports } from './late-reports.js';
import { lateRequests } from './late-requests.js';
import { lateRetention } from './late-retention.js';
import { lateVerification } from './late-verification.js';
import { lateScores } from './lint/late-scores.js';
import type { Network } from './network/network.js';
import type { Policy } from './policy/schema.js';
import type { Registry } from './registry/registry.js';
import { createTurns } from './turns/turns.js';
import { createWatch } from './watch/watch.js';

interface Parts {
  readonly host: Host;
  readonly policy: Policy;
  readonly audit: AuditLog;
  readonly journal: Journal;
  readonly evidence: Evidence;
  readonly records: DeskRecords;
  readonly keys: KeyFile;
  readonly network: Network;
  readonly access: Access;
  readonly openRegistry: () => Promise<Registry>;
  readonly registryKey: RegistryKey;
  readonly abandoned: Abandoned;
  /** Done when the start of the desk is on record. */
  readonly started: Promise<void>;
}

/** What the desk does under a valid policy: calls, drills, requests, watch, delivery and the lock, each loaded when it is first needed. */
export const composeDesk = (parts: Parts) => {
  const { host, policy, audit, evidence, records, keys, network, access, openRegistry, registryKey, started } = parts;
  const { signIn, confirmation } = access;
  const session = () => signIn.session;
  const isLocked = (): boolean => lock.view !== null;
  const isAway = (): boolean => isLocked() || session() === null;
  const whyForbidden = (name: OperationName) => whyNot(session(), isLocked(), rolesFor[name]);
  const whyShut = () => whyForbidden('startCall');
  const emit = quietWhileAway(host.emit, isAway);
  const watch = createWatch({ audit, policy, session, started, emit });
  const delivery = lateDelivery({ host, emit, policy, audit, network }, started);
  /** Nothing goes from the journal's folder while all of it is read. */
  const turns = createTurns();
  const retention = lateRetention(
    { ...parts, turns, acknowledged: () => (delivery ? delivery.acknowledged() : Number.POSITIVE_INFINITY) },
    started,
  );
  const who = () => ({ agent: signIn.agent, role: session()?.roles.join('+') ?? null });
  const verification = lateVerification({ host, audit, evidence, turns, who });
  const isCalling = (): boolean => calls.view() !== null;
  const requests = lateRequests({ host, emit, policy, audit, keys, network, signIn, isCalling }, started);
  const reports = lateReports({ host, emit, policy, audit, evidence, keys, access, whyNot: whyForbidden }, started);
  const shared = { host, policy, audit, access, whyNot: whyShut, emit };
  const calls = createDrillDesk({
    calls: parts.abandoned.watching(
      lateCalls(async () => {
        const { composeCalls } = await import('./compose-calls.js');
        const watched = delivery?.holdingBack(watch) ?? watch;
        const ports = { network, requests: requests.desk, secret: keys.secret, registry: await openRegistry() };
        return composeCalls({ ...shared, ...ports, watch: watched });
      }),
    ),
    open: async (caller) => {
      const { composeDrill } = await import('./compose-drill.js');
      return composeDrill({ ...shared, watch }, caller);
    },
    emit,
  });
  const reading = createAuditReading(audit);
  const gatewayKeys = createGatewayKeys({ policy, store: keys, audit });
  const tell = (): void => host.emit({ kind: 'state' });
  const leave = createLeave({ calls, confirmation, reading, tell });
  const mayKeepCall = createKeepingCall(policy, calls.view);
  const locked = { signIn, store: keys, audit, records, ...confirmation, reading };
  const lock = openLock(host, { session: policy.session, calls, leave, ...locked });
  const gate = createGate(session, isLocked, lock.touch);

  const handlers = (deskState: Handlers['deskState'], links: Links): Handlers => ({
    ...after(started, {
      ...signingHandlers({ signIn, audit, leave, lock, confirmation, tell }, deskState),
      ...lockHandlers(host, lock, signIn, deskState),
      ...links.handlers,
      ...lateScores(policy),
      ...gate({
        ...calls.handlers,
        ...calls.drillHandlers,
        ...watch.forAgents,
        ...watch.forSupervisors,
        ...requests.handlers,
        ...reports.handlers,
        ...reading.handlers,
        ...verification.handlers,
        ...registryKey.handlers(deskState, lock.renewPage),
        ...gatewayKeys.handlers(deskState, lock.renewPage),
      }),
    }),
    keepLook: host.keepLook,
    deskState,
  });
  return {
    ...{ calls, watch, requests, delivery, verification, gatewayKeys, leave, mayKeepCall, lock, isAway, handlers },
    /** To be called for every append. */
    follow: (): void => {
      watch.follow();
      delivery?.follow();
    },
    /** What waits to be sent waits until the desk is opened again. */
    stop: async (): Promise<void> => {
      requests.stop();
      await verification.stop();
      await retention.stop();
      await reports.stop();
      await delivery?.stop();
    },
  };
};
