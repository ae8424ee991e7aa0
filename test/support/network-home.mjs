// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command, give } from './person.mjs';
import { must } from './run.mjs';

const sftp = '/usr/lib/openssh/sftp-server';

/**
 * A folder whose files lie behind a server: SFTP over this machine's own TCP, mounted by sshfs. For root.
 * @param {import('./person.mjs').Person} owner
 */
export async function networkFolder(owner) {
  const behind = await mkdtemp(join(tmpdir(), 'tunniste-server-'));
  const path = await mkdtemp(join(tmpdir(), 'tunniste-network-home-'));
  const server = createServer((socket) => {
    const [file = '', ...args] = command(owner, [sftp, '-d', behind]);
    const serving = spawn(file, args, { stdio: 'pipe' });
    socket.pipe(serving.stdin);
    serving.stdout.pipe(socket);
    socket.on('error', () => serving.kill());
    serving.stdin.on('error', () => socket.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  await give(owner, behind);
  const options = ['-o', `directport=${port}`, '-o', 'allow_other,default_permissions'];
  await must(['sshfs', ...options, `localhost:${behind}`, path]);
  return {
    path,
    remove: async () => {
      await must(['umount', '--lazy', path]);
      server.close();
      await rm(path, { recursive: true, force: true });
      await rm(behind, { recursive: true, force: true });
    },
  };
}
