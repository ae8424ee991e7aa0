// @ts-check
// A whole working day of the desk in a minute, started inside a network that is watched: sign in, a call from beginning to end, the
// audit, the settings, quit. Prints one JSON line: who listens meanwhile, whom the policy names, where the test itself goes, and what is
// on record.
import { readdirSync, readFileSync } from 'node:fs';
import { rm, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { certify, authorityExtensions, pair, serverExtensions } from './certificates.mjs';
import { demoPersons } from './demo-persons.mjs';
import { demoRegistry } from './demo-registry.mjs';
import { password } from './directory-people.mjs';
import { launchDesk } from './desk.mjs';
import { createEnding } from './ending.mjs';
import { keyring } from './keyring.mjs';
import { directoryForDesk } from './ldap-desk.mjs';
import { startOidc } from './oidc.mjs';
import { outsideExtensions } from './outside-extensions.mjs';
import { home, person } from './person.mjs';
import { demoPolicy, layDown, writePolicy } from './policy.mjs';
import { runtime } from './runtime.mjs';
import { openBrowser } from './system-browser.mjs';

const {
  app = '',
  host = '',
  port = '',
  pointing = false,
  peers = 'scim',
} = parseArgs({
  options: {
    app: { type: 'string' },
    host: { type: 'string' },
    port: { type: 'string' },
    pointing: { type: 'boolean' },
    peers: { type: 'string' },
  },
}).values;
const { complete } = demoPersons;

const ending = createEnding();
try {
  console.log(JSON.stringify(await fullRun()));
} finally {
  await ending.end();
}

/** Ports that somebody in this network listens at. */
function listening() {
  const lines = ['tcp', 'tcp6'].flatMap((kind) =>
    readFileSync(`/proc/self/net/${kind}`, 'utf8').trim().split('\n').slice(1),
  );
  const rows = lines.map((line) => line.trim().split(/\s+/));
  return rows
    .filter(([, , , state]) => state === '0A')
    .map(([, local = '']) => parseInt(local.split(':')[1] ?? '', 16));
}

/** The registry over TLS; with `pointing`, its certificate is full of addresses that a browser would look at. */
async function startRegistry() {
  const house = await certify({ name: 'The house authority', extensions: authorityExtensions() });
  const names = serverExtensions([{ type: 'ip', value: host }]);
  const own = await certify({ extensions: [...names, ...(pointing ? outsideExtensions : [])] }, { by: house });
  const folder = await mkdtemp(join(tmpdir(), 'tunniste-tls-'));
  ending.undo(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'tls.json'), JSON.stringify(await pair(own)));
  const registry = await demoRegistry(['--host', host, '--port', port, '--tls', join(folder, 'tls.json')]);
  ending.undo(registry.stop);
  const ca = await layDown('authorities.pem', house.cert.toString('pem'));
  ending.undo(ca.remove);
  return { ...registry, caFile: ca.path };
}

/**
 * @typedef {object} Peers whom the desk works with
 * @property {object} policy
 * @property {readonly string[]} [args]
 * @property {string[]} own addresses that the test itself goes to
 * @property {readonly string[]} facts what the caller says
 * @property {(page: import('@playwright/test').Page) => Promise<void>} signIn
 */

/** @param {string} key @returns {Peers['signIn']} */
function withKey(key) {
  return async (page) => {
    await page.locator('input[type=password]:focus').waitFor();
    await page.keyboard.type(key);
    await page.keyboard.press('Enter', { delay: 40 });
  };
}

/** A SCIM service and its token. @returns {Promise<Peers>} */
async function scim() {
  const { url, token, caFile } = await startRegistry();
  const policy = { ...(await demoPolicy(url)), demo: false, network: { caFile } };
  return { policy, own: [], facts: [complete.workEmail, complete.organisation], signIn: withKey(token) };
}

/** A directory and its password. @returns {Promise<Peers>} */
async function ldap() {
  const { directory, policy, stop } = await directoryForDesk({ host, port: Number(port) });
  ending.undo(stop);
  const own = [new URL(directory.ldap.replace('ldap:', 'http:')).host];
  const facts = [complete.workEmail, complete.stationCode];
  return {
    policy: { ...policy, demo: false, allowedHosts: [`${host}:${port}`] },
    own,
    facts,
    signIn: withKey(password),
  };
}

/** A provider, and a SCIM service that asks it about tokens. @param {import('./person.mjs').Home} home @returns {Promise<Peers>} */
async function oidc(home) {
  const registry = await demoRegistry();
  ending.undo(registry.stop);
  const provider = await startOidc(registry);
  ending.undo(provider.stop);
  const { browser, stop } = await openBrowser(home);
  ending.undo(stop);
  const { issuer } = provider;
  const own = [new URL(registry.url).host, `127.0.0.1:${browser.port}`];
  return {
    policy: {
      ...(await demoPolicy(provider.scim)),
      signIn: {
        kind: 'oidc',
        issuer,
        clientId: 'tunniste',
        consent: true,
        roles: { support: ['agent', 'supervisor'] },
      },
    },
    args: [`--browser=${browser.program}`],
    own,
    facts: [complete.workEmail, complete.organisation],
    signIn: async (page) => {
      await page.locator('.sign-in-form .button:focus').waitFor();
      await page.keyboard.press('Enter');
      const { back } = await browser.signIn('aino');
      own.push(new URL(back).host);
    },
  };
}

async function fullRun() {
  const own = await home(await person());
  ending.undo(own.remove);
  const met = await (peers === 'oidc' ? oidc(own) : peers === 'ldap' ? ldap() : scim());
  const policy = await writePolicy(met.policy);
  ending.undo(policy.remove);
  const bus = await keyring(own);
  ending.undo(bus.stop);
  const before = listening();
  const { args = [] } = met;
  const desk = await launchDesk({
    ...{ app, runtime: await runtime(), home: own, bus: bus.address, policy: policy.path, args },
  });
  ending.undo(desk.close);
  await met.signIn(desk.page);
  await work(desk.page, met.facts);
  const control = listening().filter((each) => !before.includes(each));
  await desk.close();
  const audit = join(own.env['XDG_STATE_HOME'] ?? '', 'tunniste', 'audit');
  const journal = readdirSync(audit).filter((name) => name.endsWith('.jsonl'));
  const entries = journal.flatMap((name) => readFileSync(join(audit, name), 'utf8').trimEnd().split('\n'));
  const { allowedHosts } = /** @type {{ allowedHosts: string[] }} */ (met.policy);
  return { control, allowedHosts, own: met.own, types: entries.map((line) => JSON.parse(line).type) };
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {readonly string[]} facts
 */
async function work(page, facts) {
  const press = (/** @type {string} */ key) => page.keyboard.press(key, { delay: 40 });
  const heading = (/** @type {string} */ name) => page.getByRole('heading', { name, level: 1 }).waitFor();
  const focused = (/** @type {string} */ selector) => page.locator(`${selector}:focus`).waitFor();

  await focused('.told .button');
  await press('Enter');
  await heading('New call');
  await press('1');
  await page.keyboard.type('INC-20418');
  await press('Enter');
  await heading('Find the caller');
  await page.keyboard.type(complete.userName);
  await press('Enter');
  await focused('section.candidates button');
  await press('Enter');
  await heading('Compare what the caller says');
  for (const fact of facts) {
    await page.keyboard.type(fact);
    await press('Enter');
  }
  await heading('Verified');
  await press('1');
  await page.getByText(`${complete.givenName} ${complete.familyName}`, { exact: true }).waitFor();
  await press('Control+e');
  await heading('Close the call');
  await press('1');
  await heading('Call closed');
  await press('Alt+2');
  await page.getByRole('row').nth(5).waitFor();
  await press('Alt+3');
  await heading('Settings');
}
