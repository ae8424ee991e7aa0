import { readRange } from '../../../electron/main/audit/lines.js';
import { durableOn, type FileLayer } from '../../../electron/main/audit/durable-file.js';
import type { Keychain } from '../../../electron/main/credentials/keychain.js';
import { createCursorStore } from '../../../electron/main/delivery/cursor-store.js';
import type { RingDisk } from '../../../electron/main/credentials/save-ring.js';
import type { Source } from '../../../electron/evidence/seal.js';
import { ok } from '../../../shared/result.js';
import { createFakeDisk, type FakeDisk } from '../../unit/electron/main/audit/fake-disk.js';
import { openFaultDesk, type FaultDesk } from '../fault-desk.js';
import type { Place } from '../story/chapters.js';
import { collectorUrl } from '../story/delivering.js';

/** What outlives a machine's end. */
export interface Remains {
  readonly files: ReadonlyMap<string, Buffer>;
  readonly keychain: ReadonlyMap<string, Uint8Array>;
}

export const nothingYet: Remains = { files: new Map(), keychain: new Map() };
const folder = '/journal';
const keyFolder = '/keys';
const deliveryFolder = '/delivery';

/** A clock that a story moves. */
export interface Clock {
  at: Date;
}

export interface Machine extends Place {
  readonly disk: FakeDisk;
  readonly clock: Clock;
  /** A desk on it that nobody opened before. */
  open(): FaultDesk;
  /** Of the keychain, which another process keeps. */
  kept(): ReadonlyMap<string, Uint8Array>;
}

const ringDiskOn = (files: FileLayer): RingDisk => ({
  read: async (path) => {
    const file = await files.open(path, 'r');
    return readRange(file, 0, (await file.stat()).size);
  },
  makeFolder: async () => undefined,
});

/** A machine that dies when its disk is told to. @param clock of the machine */
export const boot = (remains: Remains, clock: Clock): Machine => {
  const disk = createFakeDisk(remains.files);
  const kept = new Map(remains.keychain);
  const keychain: Keychain = {
    get: (account) => disk.beside(`get ${account}`, () => ok(kept.get(account) ?? null)),
    set: (account, key) => disk.beside(`set ${account}`, () => ok(void kept.set(account, key))),
    delete: (account) => disk.beside(`delete ${account}`, () => ok(kept.delete(account))),
  };
  const taking = { prepare: async () => ok(undefined), lock: async () => ok({ release: async () => undefined }) };
  const ringDisk = ringDiskOn(disk.layer);
  const acknowledged = (): number => machine.delivered;
  const ground = { files: disk.layer, folder, keyFolder, keychain, ringDisk, taking, acknowledged };
  const machine: Machine = {
    disk,
    clock,
    delivered: 0,
    cursors: createCursorStore(
      { folder: deliveryFolder, place: durableOn(disk.layer).place, disk: ringDisk },
      collectorUrl,
    ),
    reach: (effect) => disk.beside('send', effect),
    open: () => openFaultDesk({ ...ground, now: () => clock.at }),
    kept: () => new Map(kept),
  };
  return machine;
};

/** The journal's files as they are now. */
export const sourceOf = ({ disk }: Machine): Source => {
  const own = [...disk.afterKill()].filter(([path]) => path.startsWith(`${folder}/`));
  const named = new Map(own.map(([path, bytes]) => [path.slice(folder.length + 1), bytes]));
  return { names: [...named.keys()], read: (name) => named.get(name) ?? null };
};
