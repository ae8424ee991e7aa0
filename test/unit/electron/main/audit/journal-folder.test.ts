import { chmod, mkdir, mkdtemp, realpath, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { journalFolder, prepareFolder } from '../../../../../electron/main/audit/journal-folder.js';
import { isNetworkType, mountTypeOf } from '../../../../../electron/main/audit/network-folder.js';
import { isSynced } from '../../../../../electron/main/audit/synced-folder.js';

const unsafe = { ok: false, error: { code: 'audit-folder-unsafe' } };
const fine = { ok: true, value: undefined };

test.each([
  ['linux', {}, '/home/a', '/home/a/.local/state/tunniste/audit'],
  ['linux', { XDG_STATE_HOME: '/state' }, '/home/a', '/state/tunniste/audit'],
  ['linux', { XDG_STATE_HOME: 'not/absolute' }, '/home/a', '/home/a/.local/state/tunniste/audit'],
  [
    'win32',
    { LOCALAPPDATA: 'C:\\Users\\a\\AppData\\Local' },
    'C:\\Users\\a',
    'C:\\Users\\a\\AppData\\Local\\tunniste\\audit',
  ],
  ['darwin', {}, '/Users/a', '/Users/a/Library/Application Support/tunniste/audit'],
] as const)('the journal’s place on %s with %j', (platform, env, home, folder) => {
  expect(journalFolder(platform, env, home)).toBe(folder);
});

describe.runIf(process.platform !== 'win32')('the folder', () => {
  let base: string;
  let folder: string;
  beforeEach(async () => {
    base = await realpath(await mkdtemp(join(tmpdir(), 'tunniste-folder-')));
    folder = join(base, 'tunniste', 'audit');
  });
  afterEach(() => rm(base, { recursive: true }));

  test('is made for its owner alone', async () => {
    expect(await prepareFolder(folder)).toEqual(fine);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  test('that others can read is closed to them', async () => {
    await mkdir(folder, { recursive: true });
    await chmod(folder, 0o755);
    expect(await prepareFolder(folder)).toEqual(fine);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  test('that is a link to elsewhere is refused', async () => {
    await mkdir(join(base, 'elsewhere'));
    await mkdir(join(base, 'tunniste'));
    await symlink(join(base, 'elsewhere'), folder);
    expect(await prepareFolder(folder)).toEqual(unsafe);
  });

  test('within a folder of ours that is a link is refused', async () => {
    await mkdir(join(base, 'elsewhere', 'audit'), { recursive: true });
    await symlink(join(base, 'elsewhere'), join(base, 'tunniste'));
    expect(await prepareFolder(folder)).toEqual(unsafe);
  });

  test('in a home that is itself a link is taken', async () => {
    await mkdir(join(base, 'real-home'));
    await symlink(join(base, 'real-home'), join(base, 'home'));
    expect(await prepareFolder(join(base, 'home', 'tunniste', 'audit'))).toEqual(fine);
  });

  test('that a link leads into a synced folder is refused', async () => {
    await mkdir(join(base, 'Nextcloud'));
    await symlink(join(base, 'Nextcloud'), join(base, 'home'));
    expect(await prepareFolder(join(base, 'home', 'tunniste', 'audit'))).toEqual(unsafe);
  });

  test('whose place is taken by a file cannot be used', async () => {
    expect(await prepareFolder(join('/dev/null', 'tunniste', 'audit'))).toEqual({
      ok: false,
      error: { code: 'audit-unavailable' },
    });
  });

  test.runIf(process.platform === 'linux')('where nothing can be made cannot be used', async () => {
    expect(await prepareFolder('/sys/tunniste/audit')).toMatchObject({
      ok: false,
      error: { code: 'audit-unavailable' },
    });
  });
});

test.each([
  'C:\\Users\\a\\OneDrive\\tunniste\\audit',
  'C:\\Users\\a\\OneDrive - Acme Oy\\tunniste\\audit',
  '/Users/a/Library/Mobile Documents/com~apple~CloudDocs/audit',
  '/Users/a/Library/CloudStorage/GoogleDrive-a@acme.fi/audit',
  '/home/a/Dropbox/audit',
  '/home/a/Dropbox (Acme)/audit',
  '/home/a/Google Drive/audit',
  '/home/a/Nextcloud/audit',
])('%s is synced to a cloud', (path) => {
  expect(isSynced(path)).toBe(true);
});

test.each(['/home/a/.local/state/tunniste/audit', '/home/dropboxer/x', '/home/a/my-onedrive-notes'])(
  '%s is not',
  (path) => {
    expect(isSynced(path)).toBe(false);
  },
);

test.each([
  ['nfs', 0x6969, null, true],
  ['smb2', 0xfe534d42, null, true],
  ['cifs, signed', 0xff534d42 | 0, null, true],
  ['9p', 0x01021997, null, true],
  ['ceph', 0x00c36400, null, true],
  ['sshfs', 0x65735546, 'fuse.sshfs', true],
  ['an unknown FUSE', 0x65735546, null, true],
  ['ntfs-3g', 0x65735546, 'fuseblk', false],
  ['ext4', 0xef53, null, false],
  ['btrfs', 0x9123683e, null, false],
  ['xfs', 0x58465342, null, false],
  ['tmpfs', 0x01021994, null, false],
  ['overlay', 0x794c7630, null, false],
] as const)('%s lies on a network: %#', (_name, type, mountType, expected) => {
  expect(isNetworkType(type, mountType)).toBe(expected);
});

test('the mount of a path is the longest that holds it, the last of equals', () => {
  const mounts = [
    '22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw',
    '30 22 0:40 / /home/a rw - fuse.gocryptfs /enc rw',
    '31 30 0:41 / /home/a/my\\040mount rw - fuse.sshfs host: rw',
    '32 31 0:42 / /home/a/my\\040mount rw - nfs4 host:/x rw',
  ].join('\n');
  expect(mountTypeOf('/var/x', mounts)).toBe('ext4');
  expect(mountTypeOf('/home/a/x', mounts)).toBe('fuse.gocryptfs');
  expect(mountTypeOf('/home/abc', mounts)).toBe('ext4');
  expect(mountTypeOf('/home/a/my mount/x', mounts)).toBe('nfs4');
});
