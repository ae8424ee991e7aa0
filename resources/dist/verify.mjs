// @ts-check
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setUp } from '../../test/support/set-up.mjs';
import { readAsked } from './verify/asked.mjs';

/** @typedef {import('./verify/told.mjs').Told} Told */

// What is set up here is needed by what follows.
const asked = readAsked(process.argv.slice(2));
await setUp('packages');
const { contents } = await import('./verify/contents.mjs');
const { packages, unpackDeb } = await import('./verify/packages.mjs');
const { papers } = await import('./verify/papers.mjs');
const { signatures } = await import('./verify/signatures.mjs');
const { tell, Unchecked } = await import('./verify/told.mjs');

const folder = resolve(asked.in);
/** All that can be told of the packages from outside. */
async function verify() {
  const names = await readdir(folder);
  const [deb, rpm] = ['.deb', '.rpm'].map((end) => names.find((name) => name.endsWith(end)));
  return [
    ...(await signatures(folder, asked.key)),
    ...(deb === undefined ? [await notHere('.deb')] : await inside(join(folder, deb), rpm && join(folder, rpm))),
    ...(await others(names)),
  ];
}

/** @param {string} deb @param {string | undefined} rpm */
async function inside(deb, rpm) {
  const tree = await mkdtemp(join(tmpdir(), 'tunniste-verify-'));
  try {
    const opened = await tell('the .deb can be unpacked', () => unpackDeb(deb, tree));
    if (opened.result === 'wrong') return [opened];
    const found = [...(await contents(tree)), ...(await papers(tree, folder, asked.commit))];
    return [opened, ...found, ...(await packages(deb, rpm))];
  } finally {
    await rm(tree, { recursive: true, force: true });
  }
}

/** @param {string} end */
const notHere = (end) =>
  tell(`the ${end} is as it was built`, () => {
    throw new Unchecked('it is not here');
  });

/** What is checked on its own system, by its own tools. @param {readonly string[]} names */
const others = (names) =>
  Promise.all(
    [
      ['.msi', 'signtool verify /pa'],
      ['.exe', 'signtool verify /pa'],
      ['.pkg', 'pkgutil --check-signature'],
      ['.dmg', 'spctl --assess --type open'],
    ].map(([end = '', tool]) =>
      tell(`the ${end} is signed`, () => {
        const there = names.some((name) => name.endsWith(end));
        throw new Unchecked(there ? `check it on its own system: ${tool}` : 'it is not here');
      }),
    ),
  );

/** @param {Told} each */
function asLine({ what, result, why }) {
  const mark = { right: '✓', wrong: '✗', unchecked: '–' }[result];
  return `${mark} ${what}${why ? `\n    ${why.replaceAll('\n', '\n    ')}` : ''}`;
}

const told = await verify();
for (const line of told.map(asLine)) console.log(line);
const count = (/** @type {Told['result']} */ result) => told.filter((each) => each.result === result).length;
console.log(`\n${count('right')} right, ${count('wrong')} wrong, ${count('unchecked')} could not be checked`);
process.exitCode = count('wrong') === 0 ? 0 : 1;
