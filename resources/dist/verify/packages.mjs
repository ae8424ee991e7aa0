// @ts-check
import { mkdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { must, run } from '../../../test/support/run.mjs';
import { insist, tell, Unchecked } from './told.mjs';

/** @param {string} deb @param {string} to */
export async function unpackDeb(deb, to) {
  await mkdir(to, { recursive: true });
  await must(['dpkg-deb', '--extract', deb, to]);
}

const sound = 'belongs to root, only the sandbox helper runs as root, and nothing lies in the way of another';

/** What the packages themselves say. @param {string} deb @param {string | undefined} rpm */
export async function packages(deb, rpm) {
  return [
    await tell('each package is of the version that it is called by', () => checkVersions(deb, rpm)),
    await tell('the .deb declares the keychain library', async () => {
      insist((await must(['dpkg-deb', '--field', deb, 'Depends'])).includes('libsecret-1-0'), 'it does not');
    }),
    await tell(`everything in the .deb ${sound}`, () => checkDebFiles(deb)),
    await tell('the .rpm holds the same files', () => checkSame(deb, rpm)),
    await tell(`everything in the .rpm ${sound}`, () => checkRpmFiles(rpm)),
  ];
}

/** @param {string} deb @param {string | undefined} rpm */
async function checkVersions(deb, rpm) {
  const inDeb = (await must(['dpkg-deb', '--field', deb, 'Version'])).trim();
  insist(basename(deb).startsWith(`tunniste_${inDeb}_`), `${basename(deb)} is ${inDeb}`);
  if (rpm === undefined) return;
  const inRpm = await must(['rpm', '--query', '--package', '--nosignature', '--queryformat', '%{VERSION}', rpm]);
  insist(basename(rpm).startsWith(`tunniste-${inRpm}-`), `${basename(rpm)} is ${inRpm}`);
}

/** @param {string} deb */
async function checkDebFiles(deb) {
  const lines = (await must(['dpkg-deb', '--contents', deb])).split('\n').filter(Boolean);
  checkLines(lines);
  const files = lines
    .filter((line) => !line.startsWith('d'))
    .map((line) => /\s\.(\/.*?)(?: -> .*)?$/.exec(line)?.[1] ?? line);
  checkPlaces(files);
}

/** Of each file its mode, then who owns it. @param {readonly string[]} lines */
function checkLines(lines) {
  const foreign = lines.filter((line) => !line.includes(' root/root '));
  insist(foreign.length === 0, foreign.join('; '));
  const open = lines.filter((line) => !line.startsWith('l') && line[8] === 'w');
  insist(open.length === 0, `others may write: ${open.join('; ')}`);
  const risen = lines.filter((line) => /^...[sS]|^......[sS]/.test(line));
  insist(risen.length === 1 && risen[0]?.includes('/chrome-sandbox'), `as root run: ${risen.join('; ') || 'none'}`);
}

/** Those of root's folders that the package puts something into. */
const places =
  /^\/usr\/(?:bin\/tunniste$|lib\/tunniste(?:\/|$)|share\/(?:applications|doc|icons|lintian\/overrides)\/.*tunniste)/;

/** @param {string | undefined} rpm */
async function checkRpmFiles(rpm) {
  if (rpm === undefined) throw new Unchecked('there is no .rpm');
  const format = '[%{FILEMODES:perms} %{FILEUSERNAME}/%{FILEGROUPNAME} %{FILENAMES}\n]';
  const query = ['rpm', '--query', '--package', '--nosignature', '--queryformat', format, rpm];
  const lines = (await must(query)).split('\n').filter(Boolean);
  checkLines(lines);
  checkPlaces(lines.map((line) => line.split(' ').slice(2).join(' ')));
}

/** @param {readonly string[]} paths */
function checkPlaces(paths) {
  const strange = paths.filter((path) => !places.test(path));
  insist(strange.length === 0, `others may have these too: ${strange.join(', ')}`);
}

/** @param {string} deb @param {string | undefined} rpm */
async function checkSame(deb, rpm) {
  if (rpm === undefined) throw new Unchecked('there is no .rpm');
  // SECURITY: the names come with the packages; the shell is given them as words, never as a part of what it runs.
  const hashes = async (/** @type {string} */ unpacking, /** @type {string} */ file) => {
    const script = `d=$(mktemp -d) && cd "$d" && ${unpacking} && find usr/lib -type f -exec sha256sum {} + | sort; rm -rf "$d"`;
    const { code, out } = await run(['sh', '-c', script, 'sh', file]);
    insist(code === 0 && out.includes('app.asar'), out);
    return out
      .split('\n')
      .filter((line) => !line.endsWith('/LICENSE'))
      .join('\n');
  };
  const [one, other] = await Promise.all([
    hashes('dpkg-deb --extract "$1" .', deb),
    hashes('rpm2cpio "$1" | cpio --quiet --extract --make-directories --no-absolute-filenames', rpm),
  ]);
  insist(one === other, 'they differ');
}
