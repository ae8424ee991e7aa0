import type { Handlers } from '../../shared/contract.js';
import { createDeskState } from './access/desk-state.js';
import { after, createGate, refuseAll, whyNot } from './access/gate.js';
import { rolesFor } from './access/operation-roles.js';
import { signingHandlers } from './access/session.js';
import { createAccess } from './access/sign-in.js';
import { createAuditLog } from './audit/audit-log.js';
import { disk, placeFile } from './audit/durable-file.js';
import type { Stamp } from './audit/entry.js';
import { createJournal } from './audit/journal.js';
import { createAuditReading } from './audit/read.js';
import { createDeskRecords } from './audit/desk-records.js';
import { abandonUnfinished, type AbandonReason } from './call/close.js';
import { createBriefClipboard } from './call/clipboard.js';
import { createSubjectLocks } from './call/subject-locks.js';
import { createCallUseCases } from './call/use-cases.js';
import { createKeyFile } from './credentials/key-file.js';
import { createKeychain } from './credentials/keychain.js';
import type { Desk, Host } from './desk.js';
import { createFactors } from './factors/factors.js';
import { allowedBy } from './policy/hosts.js';
import { loadPolicy } from './policy/policy.js';
import { createNetSend } from './registry/net-transport.js';
import { createScimRegistry } from './registry/scim.js';
import { trailing } from './trailing.js';

/** The composition root: adapters are made here and nowhere else, and the use cases get them as arguments. */
export const compose = async (host: Host): Promise<Desk> => {
  const keys = createKeyFile({
    folder: host.keyFolder,
    keychain: createKeychain({ service: host.keychainService }),
    place: (path, bytes) => placeFile(disk, path, bytes),
  });
  // The keychain takes its time: asked now, it has answered when the window wants to know.
  void keys.open();
  const { policy, state } = await loadPolicy(host.policyFile, host.platform, host.trust);
  const allows = allowedBy(policy);
  const stamp = (): Stamp => ({
    agent: signIn.agent,
    role: signIn.session?.roles.join('+') ?? null,
    desk: host.desk,
    app: host.version,
    policy: policy?.version ?? null,
  });
  const journal = createJournal({
    folder: host.journalFolder,
    stamp,
    // A step of the call is several entries, and the window has better things to draw between them.
    onAppended: trailing(200, (head: number) => host.emit({ kind: 'audit', head })),
  });
  const audit = createAuditLog({ journal, keys, stamp });
  const records = createDeskRecords(audit);
  const started = abandonUnfinished(audit).then(() => records.started(state));
  const { signIn, askSecondAgent } = createAccess({
    ...{ host, policy, store: keys, audit, started, allows },
    send: () => createNetSend({ partition: 'provider' }),
    leave: (reason) => leave(reason),
  });
  const reading = createAuditReading(audit);
  const calls =
    policy &&
    createCallUseCases({
      policy,
      audit,
      registry: createScimRegistry({
        policy: policy.registry,
        allows,
        token: signIn.accessToken,
        send: createNetSend(),
      }),
      factors: createFactors(policy),
      locks: createSubjectLocks(policy.limits),
      clipboard: createBriefClipboard(host.clipboard),
      whyNot: () => whyNot(signIn.session, rolesFor.startCall),
      askSecondAgent,
      dial: host.dial,
      emit: host.emit,
      now: () => new Date(),
      call: null,
      search: null,
      secondAgent: null,
      owed: null,
    });

  const deskState = createDeskState({
    about: { ...host, policy: state },
    audit,
    signIn,
    started,
    call: () => calls?.view() ?? null,
  });
  const leave = async (reason: AbandonReason = 'signed-out'): Promise<void> => {
    await calls?.abandon(reason);
    reading.end();
    host.emit({ kind: 'state' });
  };
  const gate = createGate(() => signIn.session);
  const handlers: Handlers = calls
    ? {
        ...after(started, {
          ...signingHandlers(signIn, deskState, leave),
          ...gate(calls.handlers),
          ...gate(reading.handlers),
        }),
        deskState,
      }
    : { ...refuseAll('policy-invalid'), deskState };
  void started.then(() => host.emit({ kind: 'state' }));

  const abandon = async (reason: AbandonReason): Promise<void> => calls?.abandon(reason);
  return {
    handlers,
    onRefused: (name, failure) => records.refused(name, failure, calls?.view() ?? null),
    abandon,
    stop: async (reason) => {
      await started;
      await abandon(reason);
      await records.stopped(reason);
      await audit.close();
    },
  };
};
