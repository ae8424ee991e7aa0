import { readFile, realpath, statfs } from 'node:fs/promises';
import { sep } from 'node:path';

/**
 * File systems whose disk is another machine's (or shared with one), by Linux's statfs(2) type. A sync there is a promise of someone
 * else, and so is a lock. 9p and the shared folders of virtual machines belong here too.
 */
const networkTypes = new Map([
  [0x6969, 'nfs'],
  [0x517b, 'smb'],
  [0xfe534d42, 'smb2'],
  [0xff534d42, 'cifs'],
  [0x564c, 'ncp'],
  [0x5346414f, 'afs'],
  [0x6b414653, 'kafs'],
  [0x73757245, 'coda'],
  [0x00c36400, 'ceph'],
  [0x01021997, '9p'],
  [0x0bd00bd0, 'lustre'],
  [0x19830326, 'beegfs'],
  [0x47504653, 'gpfs'],
  [0x01161970, 'gfs2'],
  [0x7461636f, 'ocfs2'],
  [0xaad7aaea, 'panfs'],
  [0x786f4256, 'vboxsf'],
  [0xbacbacbc, 'vmhgfs'],
]);
const fuse = 0x65735546;
/** FUSE file systems on a disk of this machine: ntfs-3g and the like, and encrypted homes. Every other may be a network. */
const localFuse = new Set(['fuseblk', 'fuse.gocryptfs', 'fuse.encfs', 'fuse.ecryptfs']);

/** @param type of statfs(2) @param mountType as in /proc/self/mountinfo, when it is FUSE */
export const isNetworkType = (type: number, mountType: string | null): boolean => {
  const magic = type >>> 0; // signed where a long has 32 bits
  return networkTypes.has(magic) || (magic === fuse && !localFuse.has(mountType ?? ''));
};

/** Whether a folder lies on another machine. Only Linux tells by number; on Windows a share shows in the real path. */
export const isOnNetwork = async (folder: string): Promise<boolean> => {
  if (process.platform !== 'linux') return false;
  const { type } = await statfs(folder);
  return isNetworkType(
    type,
    type >>> 0 === fuse ? mountTypeOf(await realpath(folder), await readFile('/proc/self/mountinfo', 'utf8')) : null,
  );
};

/** The type of the mount a real path lies on, from proc(5) mountinfo; the last mount on the longest path wins. */
export const mountTypeOf = (path: string, mountinfo: string): string | null => {
  let best = { length: -1, type: null as string | null };
  for (const line of mountinfo.split('\n')) {
    const [before = '', after = ''] = line.split(' - ');
    const point = (before.split(' ')[4] ?? '').replace(/\\([0-7]{3})/g, (_, octal: string) =>
      String.fromCharCode(Number.parseInt(octal, 8)),
    );
    const holds = point === '/' || path === point || path.startsWith(point + sep);
    if (point !== '' && holds && point.length >= best.length)
      best = { length: point.length, type: after.split(' ')[0] ?? null };
  }
  return best.type;
};
