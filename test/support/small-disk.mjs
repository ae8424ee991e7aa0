// @ts-check
import { mkdtemp, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRoot } from './person.mjs';
import { must } from './run.mjs';

/**
 * A disk that is soon full: a folder of that size that belongs to that person.
 * @param {number} mebibytes
 * @param {import('./person.mjs').Person} person
 */
export async function smallDisk(mebibytes, { uid, gid }) {
  const as = isRoot ? [] : ['sudo', '-n'];
  const path = await mkdtemp(join(tmpdir(), 'tunniste-disk-'));
  const options = `size=${mebibytes}m,mode=0700,uid=${uid},gid=${gid}`;
  await must([...as, 'mount', '-t', 'tmpfs', '-o', options, 'tunniste-disk', path]).catch(async (error) => {
    await rmdir(path);
    throw new Error(`A small disk needs root, or sudo without a password, and the right to mount.\n${error.message}`);
  });
  return {
    path,
    remove: async () => {
      await must([...as, 'umount', path]);
      await rmdir(path);
    },
  };
}
