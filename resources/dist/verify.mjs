// @ts-check
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { setUp } from '../../test/support/set-up.mjs';

/** @typedef {import('./verify/told.mjs').Told} Told */

// What is set up here is needed by what follows.
const { values } = parseArgs({ options: { in: { type: 'string', default: 'dist' }, key: { type: 'string' } } });
await setUp('packages');
const { contents } = await import('./verify/contents.mjs');
const { packages, unpackDeb } = await import('./verify/packages.mjs');
const { signatures } = await import('./verify/signatures.mjs');
const { tell, Unchecked } = await import('./verify/told.mjs');

const folder = resolve(values.in);
/** All that can be told of the packages from outside. */
async function verify() {
  const names = await readdir(folder);
  const [deb = '', rpm] = ['.deb', '.rpm'].map((end) => names.find((name) => name.endsWith(end)));
  const tree = await mkdtemp(join(tmpdir(), 'tunniste-verify-'));
  try {
    const opened = await tell('the .deb can be unpacked', () => unpackDeb(join(folder, deb), tree));
    const inside = opened.result === 'wrong' ? [] : await contents(tree, folder);
    const outside = await packages(join(folder, deb), rpm && join(folder, rpm));
    return [
      ...(await signatures(folder, values.key)),
      opened,
      ...inside,
      ...outside,
      await source(),
      ...(await others(names)),
    ];
  } finally {
    await rm(tree, { recursive: true, force: true });
  }
}

function source() {
  return tell('it was built from a commit and nothing else', async () => {
    const { predicate } = JSON.parse(await readFile(join(folder, 'tunniste.intoto.json'), 'utf8'));
    if (!predicate.buildDefinition.internalParameters.treeWasClean) throw new Error('the tree had changes');
  });
}

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
