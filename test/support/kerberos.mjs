// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { command, give } from './person.mjs';
import { must, run, stop } from './run.mjs';

const realm = 'ESIMERKKI.EXAMPLE';
const password = 'throw-away';

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  return port;
}

/** @param {string} folder @param {number} port */
async function configure(folder, port) {
  const files = { KRB5_CONFIG: join(folder, 'krb5.conf'), KRB5_KDC_PROFILE: join(folder, 'kdc.conf') };
  const address = `127.0.0.1:${port}`;
  await writeFile(
    files.KRB5_CONFIG,
    `[libdefaults]\ndefault_realm = ${realm}\ndns_lookup_kdc = false\ndns_lookup_realm = false\ndns_canonicalize_hostname = false
rdns = false\n[realms]\n${realm} = {\n kdc = ${address}\n}\n[domain_realm]\nlocalhost = ${realm}\n`,
  );
  await writeFile(
    files.KRB5_KDC_PROFILE,
    `[kdcdefaults]\nkdc_listen = ${address}\nkdc_tcp_listen = ${address}\n[realms]\n${realm} = {
 database_name = ${folder}/principal\n key_stash_file = ${folder}/stash\n acl_file = ${folder}/acl\n}\n`,
  );
  return files;
}

/**
 * A real Kerberos realm on loopback, and that person signed in to it as to a domain. `localhost` has a web proxy's account there.
 * @param {import('./person.mjs').Home} home
 */
export async function kerberos(home) {
  const folder = await mkdtemp(join(tmpdir(), 'tunniste-realm-'));
  await chmod(folder, 0o755);
  const files = await configure(folder, await freePort());
  const env = { ...process.env, ...files };
  await must(['kdb5_util', 'create', '-s', '-r', realm, '-P', password], { env });
  for (const account of [`-pw ${password} agent`, '-randkey HTTP/localhost']) {
    await must(['kadmin.local', '-r', realm, '-q', `addprinc ${account}`], { env });
  }
  const server = spawn('krb5kdc', ['-n', '-r', realm], { env, stdio: 'ignore' });
  const cache = join(home.path, 'tickets');
  /** What the person's programs see of it. */
  const ofPerson = { KRB5_CONFIG: files.KRB5_CONFIG, KRB5CCNAME: `FILE:${cache}` };
  const signIn = command(home.person, ['kinit', 'agent']);
  const asPerson = { env: { ...home.env, ...ofPerson }, input: `${password}\n` };
  for (const deadline = Date.now() + 10_000; (await run(signIn, asPerson)).code !== 0; await wait(50)) {
    if (Date.now() > deadline) throw new Error('Nobody can sign in to the realm');
  }
  await give(home.person, cache);
  return {
    env: ofPerson,
    /** What the person has tickets for. */
    tickets: () => must(command(home.person, ['klist']), asPerson),
    stop: async () => {
      await stop(server);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
