// @ts-check
// A whole working day of the desk in a minute, started inside a network that is watched: sign in, a call from beginning to end, the
// audit, the settings, quit. Prints one JSON line: who listens meanwhile, and what is on record.
import { readdirSync, readFileSync } from 'node:fs';
import { rm, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { certify, authorityExtensions, pair, serverExtensions } from './certificates.mjs';
import { demoPersons } from './demo-persons.mjs';
import { demoRegistry } from './demo-registry.mjs';
import { launchDesk } from './desk.mjs';
import { createEnding } from './ending.mjs';
import { keyring } from './keyring.mjs';
import { outsideExtensions } from './outside-extensions.mjs';
import { home, person } from './person.mjs';
import { demoPolicy, layDown, writePolicy } from './policy.mjs';
import { runtime } from './runtime.mjs';

const {
  app = '',
  host = '',
  port = '',
  pointing = false,
} = parseArgs({
  options: {
    app: { type: 'string' },
    host: { type: 'string' },
    port: { type: 'string' },
    pointing: { type: 'boolean' },
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

async function fullRun() {
  const registry = await startRegistry();
  const policy = await writePolicy({
    ...(await demoPolicy(registry.url)),
    demo: false,
    network: { caFile: registry.caFile },
  });
  ending.undo(policy.remove);
  const own = await home(await person());
  ending.undo(own.remove);
  const bus = await keyring(own);
  ending.undo(bus.stop);
  const before = listening();
  const desk = await launchDesk({ app, runtime: await runtime(), home: own, bus: bus.address, policy: policy.path });
  ending.undo(desk.close);
  await work(desk.page, registry.token);
  const control = listening().filter((each) => !before.includes(each));
  await desk.close();
  const audit = join(own.env['XDG_STATE_HOME'] ?? '', 'tunniste', 'audit');
  const journal = readdirSync(audit).filter((name) => name.endsWith('.jsonl'));
  const entries = journal.flatMap((name) => readFileSync(join(audit, name), 'utf8').trimEnd().split('\n'));
  return { control, types: entries.map((line) => JSON.parse(line).type) };
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {string} token
 */
async function work(page, token) {
  const press = (/** @type {string} */ key) => page.keyboard.press(key, { delay: 40 });
  const heading = (/** @type {string} */ name) => page.getByRole('heading', { name, level: 1 }).waitFor();
  const focused = (/** @type {string} */ selector) => page.locator(`${selector}:focus`).waitFor();

  await focused('input[type=password]');
  await page.keyboard.type(token);
  await press('Enter');
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
  await page.keyboard.type(complete.workEmail);
  await press('Enter');
  await page.keyboard.type(complete.organisation);
  await press('Enter');
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
