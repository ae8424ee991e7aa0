import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAuditLog } from '../../electron/main/audit/audit-log.js';
import { disk, onDisk } from '../../electron/main/audit/durable-file.js';
import { createJournal } from '../../electron/main/audit/journal.js';
import { createKeyFile } from '../../electron/main/credentials/key-file.js';
import type { Keychain } from '../../electron/main/credentials/keychain.js';
import { createSealedTrail } from '../../electron/main/audit/sealed-trail.js';
import { createErasure } from '../../electron/main/erasure/erasure.js';
import { createRequestSafe } from '../../electron/main/credentials/request-safe.js';
import { createRequestDesk } from '../../electron/main/requests/request-desk.js';
import { createRequestQueue, type QueueParts } from '../../electron/main/requests/request-queue.js';
import { createRequestStore } from '../../electron/main/requests/request-store.js';
import { fail, ok } from '../../shared/result.js';

/** A keychain in memory, which a test can lock as a keyring is locked. */
export const createMemoryKeychain = (): Keychain & { lock: (locked: boolean) => void } => {
  const kept = new Map<string, Uint8Array>();
  let locked = false;
  return {
    get: async (account) => ok(locked ? null : (kept.get(account) ?? null)),
    set: async (account, key) => (locked ? fail('keychain-locked') : ok(void kept.set(account, key))),
    delete: async (account) => ok(kept.delete(account)),
    lock: (next) => void (locked = next),
  };
};

type Given = Pick<QueueParts, 'relay'> & Partial<Pick<QueueParts, 'audit' | 'random'>>;

/** A place with keys, a journal and requests in it, that queues can be opened on one after the other, as a desk is started again. */
export const requestPlace = async () => {
  const parent = await mkdtemp(join(tmpdir(), 'tunniste-requests-'));
  const folder = join(parent, 'requests');
  const keychain = createMemoryKeychain();
  let calling = false;
  let diskIs: 'well' | 'full' = 'well';
  const place = async (path: string, bytes: Uint8Array): Promise<void> => {
    if (diskIs === 'full') throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    await onDisk.place(path, bytes);
  };
  const stops: (() => void)[] = [];
  const keysIn = (folder: string) => createKeyFile({ folder, keychain, place, extend: onDisk.extend });
  const openKeys = () => keysIn(join(parent, 'keys'));
  /** Of a copy of the folder: whoever looks at it changes nothing. */
  const copiedKeys = async () => {
    const copy = await mkdtemp(join(parent, 'keys-'));
    await cp(join(parent, 'keys'), copy, { recursive: true });
    return keysIn(copy);
  };
  const keys = openKeys();
  await keys.open();
  const stamp = () => ({ agent: 'agent', role: 'agent', desk: 'desk', app: '0', policy: 'test' });
  const journal = createJournal({ folder: join(parent, 'tunniste', 'audit'), stamp });
  const audit = createAuditLog({ journal, keys, stamp });
  return {
    parent,
    folder,
    keys,
    keychain,
    audit,
    setDisk: (next: typeof diskIs) => void (diskIs = next),
    open: (given: Given, ownKeys = keys) => {
      let changes = 0;
      const queue = createRequestQueue({
        store: createRequestStore({ folder, place }),
        safe: createRequestSafe(ownKeys),
        audit,
        recipient: (kind) => (kind === 'end-of-use' ? 'owner@registry.example' : 'tietosuoja@esimerkki.example'),
        domain: 'esimerkki.example',
        erase: (id, about, reason) => erasure.byId(id, about, reason),
        changed: () => void (changes += 1),
        ...given,
      });
      const erasure = createErasure({
        ...{ audit, keys: ownKeys, requests: queue, isCalling: () => calling, now: () => new Date() },
        trail: createSealedTrail(disk, journal.folder),
      });
      stops.push(queue.stop);
      const desk = createRequestDesk({ queue, language: 'en', agent: () => 'agent' });
      return { queue, desk, erasure, changes: () => changes };
    },
    openKeys,
    copiedKeys,
    setCalling: (next: boolean) => void (calling = next),
    entries: async () => {
      const page = await audit.page(0, 1000);
      return page.ok ? page.value : [];
    },
    end: async () => {
      for (const stop of stops) stop();
      await audit.close();
      await rm(parent, { recursive: true, force: true });
    },
  };
};

export type RequestPlace = Awaited<ReturnType<typeof requestPlace>>;
