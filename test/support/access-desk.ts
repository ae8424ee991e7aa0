import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { byToken } from '../../electron/main/access/confirm.js';
import { createDeskState } from '../../electron/main/access/desk-state.js';
import { after } from '../../electron/main/access/gate.js';
import { createLock, type Lock } from '../../electron/main/access/lock.js';
import { lockAgain, lockHandlers } from '../../electron/main/access/locking.js';
import { createSignIn } from '../../electron/main/access/session.js';
import { signingHandlers } from '../../electron/main/access/signing.js';
import { createAuditLog } from '../../electron/main/audit/audit-log.js';
import { createDeskRecords } from '../../electron/main/audit/desk-records.js';
import { disk, onDisk, type FileLayer } from '../../electron/main/audit/durable-file.js';
import { createEvidence } from '../../electron/main/audit/evidence.js';
import { createJournal } from '../../electron/main/audit/journal.js';
import { abandonUnfinished } from '../../electron/main/call/close.js';
import { createKeyFile } from '../../electron/main/credentials/key-file.js';
import type { Keychain } from '../../electron/main/credentials/keychain.js';
import { signingKey } from '../../electron/main/credentials/signing-key.js';
import { ok } from '../../shared/result.js';
import { shipped, testPolicy } from './call-desk.js';

export const rightToken = 'token-1234567890';

/** A keychain that lasts as long as the test. */
const createTestKeychain = () => {
  const inKeychain = new Map<string, Uint8Array>();
  const keychain: Keychain = {
    get: (account) => Promise.resolve(ok(inKeychain.get(account) ?? null)),
    set: (account, key) => Promise.resolve(ok(void inKeychain.set(account, key))),
    delete: (account) => Promise.resolve(ok(inKeychain.delete(account))),
  };
  return { inKeychain, keychain };
};

/** Where a desk leaves its journal and its keys from one start to the next. */
export const createAccessPlace = async () => {
  const root = await mkdtemp(join(tmpdir(), 'tunniste-access-'));
  return {
    ...createTestKeychain(),
    root,
    journalFolder: join(root, 'tunniste', 'audit'),
    keyFolder: join(root, 'tunniste', 'keys'),
    remove: () => rm(root, { recursive: true, force: true }),
  };
};
export type AccessPlace = Awaited<ReturnType<typeof createAccessPlace>>;

/** Starts a desk there as the composition root does, with its doors alone: signing in and out, the lock, and what the window is told. */
export const startAccessDesk = (place: AccessPlace, files: FileLayer = disk) => {
  const policy = testPolicy(() => shipped);
  const asked: string[] = [];
  const events: string[] = [];
  const { keychain } = place;
  const store = createKeyFile({
    folder: place.keyFolder,
    keychain,
    ...onDisk,
  });
  const stamp = () => ({ agent: signIn.agent, role: null, desk: 'desk', app: '0', policy: policy.version });
  const evidence = createEvidence({
    keychain,
    key: signingKey(store, policy.organisation.domain),
    record: (type, reason) => audit.record({ type, reason }),
    onChanged: () => undefined,
  });
  void store.open().then((opened) => (opened.ok ? evidence.ready() : opened));
  const journal = createJournal({ folder: place.journalFolder, stamp, evidence, files });
  const audit = createAuditLog({ journal, keys: store, stamp });
  const records = createDeskRecords(audit);
  const state = { ok: false, problems: [] } as const;
  const started = abandonUnfinished(audit)
    .then(() => lockAgain(lock, audit))
    .then(() => records.started(state));
  const who = {
    agent: 'agent',
    roles: ['agent'] as const,
    person: { userName: 'agent', email: null, familyName: null },
  };
  const signIn = createSignIn({
    ...{ store, audit, who, started },
    opens: (key) => Promise.resolve(ok(void asked.push(key))),
    door: {
      get isShut() {
        return lock.isShut;
      },
      open: () => lock.open(),
    },
  });
  const tell = () => void events.push('state');
  const leave = async (): Promise<void> => undefined;
  const confirmation = byToken(store);
  const lock: Lock = createLock({
    ...{ session: policy.session, signIn, store, audit, records, leave, ...confirmation },
    calls: { view: () => null, putAway: leave, abandon: leave },
    blank: () => void events.push('blank'),
    tell,
    reading: { end: () => undefined },
    idleSeconds: () => 1,
  });
  const deskState = createDeskState({
    about: {
      version: '0',
      runtime: 'test',
      desk: 'desk',
      policy: { ok: true } as never,
      journalFolder: journal.folder,
    },
    ...{ audit, evidence, signIn, started },
    call: () => null,
    drill: () => null,
    verification: () => null,
    abandoned: () => null,
    lock: () => lock,
    notice: () => null,
    unsent: () => null,
    delivery: () => null,
    registryKey: () => 'not-needed',
    gatewayKeys: () => [],
  });
  const view = { blanked: () => false, blank: () => undefined, hideFromCapture: () => undefined };
  const handlers = after(started, {
    ...signingHandlers({ signIn, audit, leave, lock, confirmation, tell }, deskState),
    ...lockHandlers({ view }, lock, signIn, deskState),
  });
  return {
    ...handlers,
    /** As the window sees it once the start is over. */
    deskState: () => started.then(() => deskState()),
    audit,
    /** The keys that the registry was asked about. */
    asked,
    events,
    stop: async (): Promise<void> => {
      await started;
      if (await lock.isOnRecord()) await records.stopped('quit');
      await audit.close();
    },
  };
};
