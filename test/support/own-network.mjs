// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { isRoot, person } from './person.mjs';
import { must, serve, stop } from './run.mjs';

/**
 * @typedef {object} Attempt somebody's try to reach something: a TCP connection asked for, or any packet of another kind
 * @property {string} to `address:port`, or the address alone where there are no ports
 * @property {string} text the packet as tcpdump tells it
 */

const root = isRoot ? [] : ['sudo', '-n'];

/** Where nobody lives and names are asked; RFC 5737 keeps it free. */
const nameServer = '192.0.2.53';
const bell = '192.0.2.254';

// Every address there is, of both families, leads to this one interface: nothing can get past it, nobody outside is reached.
const laying = `
set -e
ip link set lo up
ip route add local 0.0.0.0/0 dev lo
ip -6 route add local ::/0 dev lo
mount --bind "$1/resolv.conf" /etc/resolv.conf
mount --bind "$1/nsswitch.conf" /etc/nsswitch.conf
echo ready
exec cat
`;

// All but what follows up a TCP connection, and the kernel's own word that a port is closed.
const wanted =
  '(not tcp and not (icmp and icmp[0] = 3) and not (icmp6 and ip6[40] = 1)) or (tcp[tcpflags] & (tcp-syn|tcp-ack) = tcp-syn) or (ip6 proto 6 and ip6[53] & 18 = 2)';

/** @param {string} line @returns {Attempt} */
function attemptOf(line) {
  const [, to = '', text = line] = /^\S+ IP6? \S+ > (\S+): (.*)$/.exec(line) ?? [];
  return { to: /^ICMP/.test(text) ? to : to.replace(/\.(\d+)$/, ':$1'), text };
}

/**
 * A network of its own, cut off from the machine's, in which every packet is seen from outside of who sends it. Wants root, or sudo
 * without a password. It is gone when its keeper is.
 */
export async function ownNetwork() {
  const folder = await mkdtemp(join(tmpdir(), 'tunniste-network-'));
  await writeFile(join(folder, 'resolv.conf'), `nameserver ${nameServer}\noptions timeout:1 attempts:1\n`);
  await writeFile(join(folder, 'nsswitch.conf'), 'passwd: files\ngroup: files\nhosts: files dns\n');
  const keeping = ['unshare', '--net', '--mount', '--propagation', 'private', 'sh', '-c', laying, 'keeper', folder];
  const { child: keeper } = await serve([...root, ...keeping]).catch(async (error) => {
    await rm(folder, { recursive: true });
    throw new Error(`A network to watch needs root, or sudo without a password.\n${error.message}`);
  });
  const inside = String(isRoot ? keeper.pid : (await must(['pgrep', '--parent', String(keeper.pid)])).trim());
  const enter = ['nsenter', `--target=${inside}`, '--net', '--mount', '--wd=.', '--'];
  const { uid, gid } = isRoot ? { uid: 0, gid: 0 } : await person();
  const asMyself = isRoot ? [] : ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--init-groups', '--'];

  /** Runs a command in there as whoever runs the tests. @param {readonly string[]} argv @param {Record<string, string | undefined>} [env] */
  const command = (argv, env = {}) => {
    const given = Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]));
    return [...root, ...enter, ...asMyself, 'env', ...given, ...argv];
  };

  const [file = '', ...args] = [
    ...[...root, ...enter, 'tcpdump', '-i', 'lo', '-n', '-l', '-B', '8192', '--immediate-mode'],
    wanted,
  ];
  const capture = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  /** @type {string[]} */
  const lines = [];
  createInterface({ input: capture.stdout }).on('line', (line) => void lines.push(line));
  const complaints = createInterface({ input: capture.stderr });
  let told = '';
  complaints.on('line', (line) => (told += `${line}\n`));
  while (!told.includes('listening on')) await once(complaints, 'line', { signal: AbortSignal.timeout(10_000) });

  let rung = 1000;
  /** Rings a bell that the capture hears last of all that happened before. */
  const ring = async () => {
    rung += 1;
    const send = `const s = require('node:dgram').createSocket('udp4'); s.send('.', ${rung}, '${bell}', () => s.close())`;
    await must(command([process.execPath, '--eval', send]));
    const heard = () => lines.some((line) => attemptOf(line).to === `${bell}:${rung}`);
    for (const deadline = Date.now() + 10_000; !heard();) {
      if (Date.now() > deadline) throw new Error(`The capture does not hear\n${told}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };

  return {
    command,
    /** Every attempt until now. @returns {Promise<Attempt[]>} */
    attempts: async () => {
      await ring();
      return lines.map(attemptOf).filter(({ to }) => !to.startsWith(`${bell}:`));
    },
    /** Ends it; returns how many packets the capture missed. */
    stop: async () => {
      const ended = once(complaints, 'close');
      await stop(capture);
      await ended;
      keeper.stdin.end();
      await stop(keeper);
      await rm(folder, { recursive: true, force: true });
      return Number(/(\d+) packets? dropped by kernel/.exec(told)?.[1] ?? NaN);
    },
  };
}
