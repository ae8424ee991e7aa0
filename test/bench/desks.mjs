// @ts-check
import { mkdtemp, writeFile, chmod, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoRegistry } from '../support/demo-registry.mjs';
import { launchDesk } from '../support/desk.mjs';
import { keyring } from '../support/keyring.mjs';
import { directoryForDesk } from '../support/ldap-desk.mjs';
import { home, person } from '../support/person.mjs';
import { demoPolicy, writePolicy } from '../support/policy.mjs';
import { runtime } from '../support/runtime.mjs';

/** The least an Electron app can be: one sandboxed window with one field. */
const bareMain = `
const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, show: false, webPreferences: { sandbox: true, spellcheck: false } });
  window.once('ready-to-show', () => window.show());
  window.loadFile('index.html');
});
`;

/** @param {import('./bench.mjs').Ground} ground */
export async function bareDesk({ undo }) {
  const path = await mkdtemp(join(tmpdir(), 'tunniste-bare-'));
  undo(() => rm(path, { recursive: true, force: true }));
  await chmod(path, 0o755);
  await writeFile(join(path, 'package.json'), '{"name":"bare","version":"0.0.0","main":"main.cjs"}');
  await writeFile(join(path, 'main.cjs'), bareMain);
  await writeFile(join(path, 'index.html'), '<!doctype html><title>bare</title><input autofocus aria-label="field">');
  return opener(path, undo);
}

/** @param {import('./bench.mjs').Ground} ground */
export async function ourDesk({ app, undo }) {
  const registry = await demoRegistry();
  undo(registry.stop);
  return { registry, ...(await opener(app, undo, await demoPolicy(registry.url))) };
}

/** @param {import('./bench.mjs').Ground} ground */
export async function openDirectoryDesk({ app, undo }) {
  const { directory, policy, stop } = await directoryForDesk();
  undo(stop);
  return { directory, ...(await opener(app, undo, policy)) };
}

/**
 * @param {string} app
 * @param {(step: () => unknown) => void} undo
 * @param {{ readonly limits?: object | undefined }} [given] a policy in place of the demo's
 */
async function opener(app, undo, given) {
  const own = await home(await person());
  undo(own.remove);
  const keys = process.platform === 'linux' ? await keyring(own) : undefined;
  if (keys) undo(keys.stop);
  const named = given ?? (await demoPolicy('http://127.0.0.1:9/scim/v2'));
  // A measurement looks up more than an agent may.
  const policy = await writePolicy({ ...named, limits: { ...named.limits, lookupsPerHour: 10_000 } });
  undo(policy.remove);
  const electron = await runtime();
  return {
    auditFolder: join(own.env['XDG_STATE_HOME'] ?? '', 'tunniste', 'audit'),
    open: (held = true) =>
      launchDesk({ app, runtime: electron, home: own, bus: keys?.address, policy: policy.path, held }),
  };
}

/** @param {readonly number[]} values @param {number} share between 0 and 1 */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
