import type { Handlers } from '../../shared/contract.js';
import { accessKeyOf } from './access/access-key.js';
import { createDeskState } from './access/desk-state.js';
import { after, createGate, refuseAll } from './access/gate.js';
import { byToken } from './access/confirm.js';
import { lockAgain, lockHandlers, openLock, quietWhileLocked } from './access/locking.js';
import { createSignIn, signingHandlers } from './access/session.js';
import { createAuditLog } from './audit/audit-log.js';
import { disk, placeFile } from './audit/durable-file.js';
import type { Stamp } from './audit/entry.js';
import { createJournal } from './audit/journal.js';
import { createAuditReading } from './audit/read.js';
import { createDeskRecords } from './audit/desk-records.js';
import { abandonUnfinished, type AbandonReason } from './call/close.js';
import { createBriefClipboard } from './call/clipboard.js';
import { createLinks } from './call/links.js';
import { createSubjectLocks } from './call/subject-locks.js';
import { createCallUseCases } from './call/use-cases.js';
import { createKeyFile } from './credentials/key-file.js';
import { createKeychain } from './credentials/keychain.js';
import type { Desk, Host } from './desk.js';
import { createCallBack } from './factors/call-back.js';
import { createFacts } from './factors/facts.js';
import { createNetwork } from './network/network.js';
import { allowedBy, isAllowedRegistry } from './policy/hosts.js';
import { loadPolicy } from './policy/policy.js';
import { createNetSend } from './registry/net-transport.js';
import { openRegistry } from './registry/open-registry.js';
import { trailing } from './trailing.js';
import { createWatch } from './watch/watch.js';

/** The composition root: adapters are made here and nowhere else, and the use cases get them as arguments. */
export const compose = async (host: Host): Promise<Desk> => {
  const keys = createKeyFile({
    folder: host.keyFolder,
    keychain: createKeychain({ service: host.keychainService }),
    place: (path, bytes) => placeFile(disk, path, bytes),
  });
  // The keychain takes its time: asked now, it has answered when the window wants to know.
  void keys.open();
  const { policy, state, authorities } = loadPolicy(host);
  const network = createNetwork({
    allows: allowedBy(policy),
    authorities,
    clientCertificate: policy?.network.clientCertificate,
  });
  const who = {
    agent: host.agent,
    roles: policy?.signIn.roles ?? [],
    person: { userName: host.agent, email: null, familyName: null },
  };
  const stamp = (): Stamp => ({
    agent: host.agent,
    role: signIn.session?.roles.join('+') ?? null,
    desk: host.desk,
    app: host.version,
    policy: policy?.version ?? null,
  });
  const journal = createJournal({
    folder: host.journalFolder,
    stamp,
    // A step of the call is several entries, and the window has better things to draw between them.
    onAppended: trailing(200, (head: number) => {
      host.emit({ kind: 'audit', head });
      watch?.follow();
    }),
  });
  const audit = createAuditLog({ journal, keys, stamp });
  const records = createDeskRecords(audit);
  const started: Promise<void> = abandonUnfinished(audit)
    .then(() => lock && lockAgain(lock, audit))
    .then(() => records.started(state));
  const signIn = createSignIn(keys, audit, who, started, accessKeyOf(policy?.registry.kind));
  const reading = createAuditReading(audit);
  const session = () => signIn.session;
  const isLocked = (): boolean => Boolean(lock?.view);
  const emit = quietWhileLocked(host.emit, isLocked);
  const watch = policy && createWatch({ audit, policy, session, started, emit });
  const calls =
    policy &&
    watch &&
    createCallUseCases({
      policy,
      audit,
      registry: openRegistry({
        policy,
        allows: (url) => isAllowedRegistry(url, policy),
        token: () => keys.token(),
        authorities: network.caCertificates(),
        send: createNetSend({ network }),
      }),
      factors: { facts: createFacts(policy), 'call-back': createCallBack(policy) },
      locks: createSubjectLocks(policy.limits),
      clipboard: createBriefClipboard(host.clipboard),
      watch: watch.call,
      isSignedIn: () => signIn.session !== null,
      isLocked,
      dial: host.dial,
      emit,
      now: () => new Date(),
      call: null,
      search: null,
      owed: null,
    });

  const view = () => calls?.view() ?? null;
  const links = createLinks({
    policy,
    view,
    isSignedIn: () => signIn.session !== null && !isLocked(),
    records,
    emit: host.emit,
  });
  const deskState = createDeskState({
    about: { ...host, policy: state },
    audit,
    signIn,
    started,
    call: view,
    lock: () => lock ?? null,
    notice: () => watch?.notice() ?? null,
  });
  const leave = async (): Promise<void> => {
    await calls?.abandon('signed-out');
    lock?.reset();
    reading.end();
    host.emit({ kind: 'state' });
  };
  const rules = policy?.session;
  // Another kind of sign-in brings its own way of showing who is there.
  const lock =
    rules && calls && openLock(host, { session: rules, signIn, audit, calls, ...byToken(keys), reading, leave });
  host.view.hideFromCapture(rules?.contentProtection ?? false);
  const gate = createGate(session, isLocked);
  const handlers: Handlers =
    lock && watch
      ? {
          ...after(started, {
            ...signingHandlers(signIn, deskState, leave, lock),
            ...lockHandlers(host, lock, signIn, deskState),
            ...links.handlers,
            ...gate(['agent'], { ...calls.handlers, ...watch.forAgents }),
            ...gate(['supervisor'], watch.forSupervisors),
            ...gate(['supervisor', 'auditor'], reading.handlers),
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
