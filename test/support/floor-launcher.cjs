// What `electron <folder>` does with Electron's default app, which the floor runtime lacks.
const { existsSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { app } = require('electron');

// Electron 25's main process has Node 18 without these globals; the shipped one has them.
const { webcrypto } = require('node:crypto');
globalThis.crypto ??= webcrypto;
globalThis.CryptoKey ??= webcrypto.CryptoKey;

// Playwright has to be there before the first page is: one that commits between two of its questions makes it wait for ever. It calls
// this when it is ready. (For an Electron with a default app, its own loader would do the same.)
if (process.env.TUNNISTE_HELD) {
  const ready = app.whenReady();
  let release;
  const held = new Promise((done) => (release = done));
  globalThis.__playwright_run = () => ready.then(release);
  app.whenReady = () => held;
}

const given = process.argv.slice(1).find((word) => !word.startsWith('-'));
const folder = resolve(given ?? '.');
const description = join(folder, 'package.json');
if (!existsSync(description)) {
  console.error(`No app in ${folder}`);
  app.exit(1);
} else {
  const { main, name, productName, version } = require(description);
  process.defaultApp = true;
  app.setAppPath(folder);
  app.setName(productName ?? name);
  app.setVersion(version);
  require(join(folder, main));
}
