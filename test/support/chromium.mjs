// @ts-check
import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { profile } from './desk.mjs';
import { command, give, home, person } from './person.mjs';
import { at, must, stop } from './run.mjs';
import { runtime } from './runtime.mjs';
import { screen } from './screen.mjs';

/** The probe as an app that Electron can start, in a folder that everybody can read. */
async function bundle() {
  const path = await mkdtemp(join(tmpdir(), 'tunniste-probe-'));
  await chmod(path, 0o755);
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: at('test/support/net-probe.ts'),
      outDir: path,
      target: 'node18',
      rolldownOptions: { external: ['electron'], output: { format: 'cjs', entryFileNames: 'index.cjs' } },
    },
    ssr: { noExternal: true },
  });
  await writeFile(join(path, 'package.json'), JSON.stringify({ name: 'probe', version: '0.0.0', main: 'index.cjs' }));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/**
 * Makes Chromium on Linux trust an authority, for the person of that home alone.
 * @param {import('./person.mjs').Home} home
 * @param {string} ca PEM
 */
async function trust({ person, path, env }, ca) {
  const file = join(path, 'ca.pem');
  await writeFile(file, ca);
  await give(person, file);
  const store = join(path, '.pki', 'nssdb');
  for (const folder of [join(path, '.pki'), store]) {
    await mkdir(folder, { mode: 0o700 });
    await give(person, folder);
  }
  const certutil = (/** @type {string[]} */ ...args) =>
    must(command(person, ['certutil', '-d', `sql:${store}`, ...args]), { env });
  await certutil('-N', '--empty-password');
  await certutil('-A', '-n', 'tests', '-t', 'C,,', '-i', file);
}

/**
 * Electron with the product's registry and nothing else, as an ordinary user, its sandbox on.
 * @param {{ ca: string }} options the authority that it trusts, PEM
 */
export async function startChromium({ ca }) {
  const display = await screen();
  const [app, own, { path }] = await Promise.all([bundle(), person().then(home), runtime()]);
  if (process.platform === 'linux') await trust(own, ca);
  const [file = '', ...args] = command(own.person, [path, ...profile(own), app.path]);
  const child = spawn(file, args, { env: own.env, cwd: own.path, stdio: ['pipe', 'pipe', 'ignore'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error('Electron ended');
    return JSON.parse(value);
  };
  await next();
  return {
    /** @param {object} order @returns {Promise<unknown>} what the registry answered, as JSON keeps it */
    search: (order) => {
      child.stdin.write(`${JSON.stringify(order)}\n`);
      return next();
    },
    stop: async () => {
      await stop(child);
      await Promise.all([app.remove(), own.remove(), display.stop()]);
    },
  };
}
