import { mkdir, mkdtemp, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command, type Person } from '../support/person.mjs';
import { must, run } from '../support/run.mjs';

type Options = Parameters<typeof run>[1];

/** What a machine has besides its disk; a home and a screen's socket lie in the temporary folder. */
const shared = ['proc', 'sys', 'dev', 'tmp'];

/**
 * A machine for packages to go in and out of: this one's files under a layer that takes every change, of so many mebibytes. Who is in there
 * may not make a user namespace (the kernel refuses it to everybody whose root is not the real one), so that only the SUID helper can confine.
 */
export const createMachine = async (mebibytes: number) => {
  const folder = await mkdtemp(join(tmpdir(), 'tunniste-machine-'));
  const [layer, root] = [join(folder, 'layer'), join(folder, 'root')];
  const [upper, work] = [join(layer, 'upper'), join(layer, 'work')];
  await Promise.all([layer, root].map((path) => mkdir(path)));
  const size = (most: number) => `size=${most}m,mode=0755`;
  await must(['mount', '-t', 'tmpfs', '-o', size(mebibytes), 'tunniste-machine', layer]);
  await Promise.all([upper, work].map((path) => mkdir(path)));
  const parts = `lowerdir=/,upperdir=${upper},workdir=${work}`;
  await must(['mount', '-t', 'overlay', '-o', parts, 'tunniste-machine', root]);
  for (const name of shared) {
    const recursively = name === 'tmp' ? '--bind' : '--rbind';
    await must(['mount', recursively, '--make-rslave', `/${name}`, join(root, name)]);
  }
  const inside = (argv: readonly string[]): string[] => ['/usr/sbin/chroot', root, ...argv];
  return {
    root,
    inside,
    /** As a person of that machine. */
    as: (person: Person, argv: readonly string[]): string[] => inside(command(person, argv)),
    /** As its administrator. */
    run: (argv: readonly string[], options?: Options) => run(inside(argv), options),
    must: (argv: readonly string[], options?: Options) => must(inside(argv), options),
    /** Gives the disk another size. */
    resize: (most: number) => must(['mount', '-o', `remount,${size(most)}`, layer]),
    /** Mebibytes in use. */
    used: async () => Number((await must(['du', '--summarize', '--block-size=1M', layer])).split(/\s/)[0]),
    /** Shows in there what is mounted out here. */
    show: (path: string) => must(['mount', '--bind', path, join(root, path)]),
    /** Whatever is not as it was: files of its own, and those that went. */
    changed: async (): Promise<string[]> => {
      const found = await must(['find', upper, '-not', '-type', 'd', '-printf', '/%P\n']);
      return found.split('\n').filter(Boolean).sort();
    },
    end: async () => {
      await must(['umount', '--recursive', '--lazy', root]);
      await must(['umount', '--lazy', layer]);
      await Promise.all([layer, root].map((path) => rmdir(path)));
      await rmdir(folder);
    },
  };
};

export type Machine = Awaited<ReturnType<typeof createMachine>>;
