// @ts-check
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { bindDn, ldif, limitedDn } from './directory-people.mjs';
import { command, isRoot, person } from './person.mjs';
import { freePort, listening } from './ports.mjs';
import { at, must, stop } from './run.mjs';

/** @typedef {Awaited<ReturnType<typeof startDirectory>>} Directory */

/** Where the people's one referral points: nobody may ever go there. */
const elsewhere = 'ldap://127.0.0.1:9/dc=elsewhere';

/** @param {number} number @param {string} suffix @param {string} folder @param {readonly string[]} indexes */
const database = (number, suffix, folder, indexes) => `
database mdb
suffix "${suffix}"
directory ${join(folder, `tree${number}`)}
maxsize 536870912
index objectClass eq
${indexes.map((name) => `index ${name} eq`).join('\n')}
limits dn.exact="${limitedDn}" size.soft=3 size.hard=3 size.prtotal=3
# What the desk may only compare.
access to attrs=stationCode by dn.exact="${bindDn}" compare by * none
access to attrs=userPassword by anonymous auth by * none
access to * by dn.exact="${bindDn}" read by dn.exact="${limitedDn}" read by * none
`;

/** @param {string} folder @param {string} [more] */
const configuration = (folder, more = '') => `
${['core', 'cosine', 'inetorgperson'].map((name) => `include /etc/ldap/schema/${name}.schema`).join('\n')}
include ${join(folder, 'directory.schema')}
pidfile ${join(folder, 'pid')}
modulepath /usr/lib/ldap
moduleload back_mdb
disallow bind_anon
${more}
${database(0, 'dc=esimerkki,dc=example', folder, ['uid', 'mail', 'telephoneNumber', 'sn', 'givenName'])}
${database(1, 'dc=ad,dc=example', folder, ['sAMAccountName', 'userPrincipalName', 'mail', 'telephoneNumber', 'sn'])}
`;

const schema = at('test/support/directory.schema');
const slapadd = '/usr/sbin/slapadd';
const slapd = '/usr/sbin/slapd';

/** What was loaded on another day, or by somebody who was stopped while loading. @param {string} cache */
async function forgetOld(cache) {
  for (const name of await readdir(cache)) {
    const folder = join(cache, name);
    const age = await stat(folder).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (age > 3_600_000) await rm(folder, { recursive: true, force: true });
  }
}

/** Loading 50,000 people takes seconds, so it is done once for each change of what is loaded, and each day: some facts count days. */
async function loaded() {
  const sources = ['directory.schema', 'directory.mjs', 'directory-people.mjs', 'demo-names.mjs', 'demo-persons.mjs'];
  const hash = createHash('sha256').update(new Date().toISOString().slice(0, 10));
  for (const source of sources) hash.update(await readFile(at('test/support', source)));
  const cache = at('node_modules/.cache/tunniste-directory');
  const folder = join(cache, hash.digest('hex').slice(0, 16));
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  await forgetOld(cache);
  const making = await mkdtemp(join(cache, 'making-'));
  await cp(schema, join(making, 'directory.schema'));
  const demo = JSON.parse(await readFile(at('resources/demo-people.json'), 'utf8'));
  for (const tree of ['tree0', 'tree1']) await mkdir(join(making, tree));
  const config = join(making, 'slapd.conf');
  await writeFile(config, configuration(making));
  for (const [number, text] of ldif(demo, elsewhere).entries()) {
    const file = join(making, 'people.ldif');
    await writeFile(file, text);
    await must([slapadd, '-q', '-f', config, '-n', String(number + 1), '-l', file]);
    await rm(file);
  }
  // Another worker may have been quicker.
  await rename(making, folder).catch(() => rm(making, { recursive: true }));
  return folder;
}

/**
 * A real OpenLDAP server with the people, on loopback if not told where, as an ordinary user: `ldaps` and `ldap` (with StartTLS) are its URLs.
 * @param {import('./certificates.mjs').Pair & { ca: string }} tls its certificate, and the authority that a client trusts
 * @param {{ host?: string, port?: number }} [where] `port` is that of LDAPS
 */
export async function startDirectory({ key, cert, ca }, { host = '127.0.0.1', port } = {}) {
  const [source, own, folder] = await Promise.all([loaded(), person(), mkdtemp(join(tmpdir(), 'tunniste-directory-'))]);
  await cp(source, folder, { recursive: true });
  const files = { key, cert, ca };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, `${name}.pem`), text);
  const secure = `TLSCertificateFile ${join(folder, 'cert.pem')}\nTLSCertificateKeyFile ${join(folder, 'key.pem')}`;
  await writeFile(join(folder, 'slapd.conf'), configuration(folder, secure));
  await chmod(folder, 0o700);
  if (isRoot) await must(['chown', '-R', `${own.uid}:${own.gid}`, folder]);
  const [plain, secured] = [await freePort(), port ?? (await freePort())];
  const urls = { ldap: `ldap://${host}:${plain}`, ldaps: `ldaps://${host}:${secured}` };

  const start = async () => {
    const argv = command(own, [
      // It cannot outlive who started it, however that ends.
      ...['setpriv', '--pdeathsig', 'TERM', '--'],
      slapd,
      '-f',
      join(folder, 'slapd.conf'),
      '-h',
      Object.values(urls).join(' '),
      '-d',
      '256',
    ]);
    const [file = '', ...args] = argv;
    const child = spawn(file, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    const lines = createInterface({ input: child.stderr });
    lines.on('line', (line) => log.push(line));
    const ended = once(child, 'exit').then(([code]) =>
      Promise.reject(new Error(`slapd ended with ${code}\n${log.join('\n')}`)),
    );
    await Promise.race([Promise.all([plain, secured].map((each) => listening(host, each))), ended]);
    ended.catch(() => {}); // it ends one day
    return child;
  };
  /** @type {string[]} */
  const log = [];
  let child = await start();
  return {
    ...urls,
    ca,
    /** The authority's file, for programs that read one. */
    caFile: join(folder, 'ca.pem'),
    /** What the server says it does (its log level "stats"), line by line. */
    log,
    goDown: () => stop(child),
    comeBack: async () => void (child = await start()),
    stop: async () => {
      await stop(child);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
