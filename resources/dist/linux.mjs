// @ts-check
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import debianInstaller from 'electron-installer-debian';
import redhatInstaller from 'electron-installer-redhat';
import { at } from '../../test/support/run.mjs';

const summary = 'Identify a caller during a support call';
const about = `Finds the caller in the company's user registry, helps prove that the caller is that person, shows only the fields the call needs,
and puts every step on record before anything is shown.`;

/**
 * @typedef {object} Packing
 * @property {string} folder the unpacked app
 * @property {string} out
 * @property {import('./source.mjs').Source} source
 * @property {import('./asked.mjs').Asked['compression']} compression
 */

const rpmMacros = [
  // SECURITY: in place of stripping what it packs, which would make other native modules than were hashed, give the sandbox's helper its right
  // back: the copy that rpmbuild packs has lost it.
  '%__os_install_post chmod 4755 %{buildroot}/usr/lib/tunniste/chrome-sandbox',
  '%debug_package %{nil}',
  // Links by build id would be those of every other program around the same Electron: rpm then refuses the second of them.
  '%_build_id_links none',
  '',
];

/** @param {string} version */
const common = (version) => ({
  ...{ name: 'tunniste', productName: 'Tunniste', bin: 'tunniste', version },
  ...{ description: summary, productDescription: about, license: 'MIT' },
  icon: { '512x512': at('resources/dist/icon/icon.png'), scalable: at('resources/dist/icon/icon.svg') },
  desktopTemplate: at('resources/dist/linux/tunniste.desktop'),
});

/**
 * A .deb from the unpacked app; returns its path.
 * @param {Packing} packing
 */
export async function debian({ folder, out, source, compression }) {
  const { version, scripts, remove } = await scriptsFor(source, ['preinst', 'postinst', 'prerm']);
  const { packagePaths } = await debianInstaller({
    src: folder,
    dest: out,
    arch: process.arch === 'arm64' ? 'arm64' : 'amd64',
    options: {
      ...common(version),
      ...{ section: 'utils', priority: 'optional', maintainer: 'Tunniste <packages@tunniste.example>' },
      depends: ['libsecret-1-0', 'libgbm1', 'libasound2 | libasound2t64'],
      // What Electron's own list only recommends brings a sound server along.
      ...{ scripts, compression },
    },
  });
  await remove();
  return onlyOne(packagePaths);
}

/**
 * An .rpm from the same folder; returns its path.
 * @param {Packing} packing
 */
export async function redhat({ folder, out, source, compression }) {
  const compressionLevel = compression === 'xz' ? 6 : 0;
  const { version, scripts, folder: home, remove } = await scriptsFor(source, ['post', 'preun']);
  await writeFile(join(home, '.rpmmacros'), rpmMacros.join('\n'));
  const { HOME = '' } = process.env;
  process.env['HOME'] = home;
  const { packagePaths } = await redhatInstaller({
    src: folder,
    dest: out,
    arch: process.arch === 'arm64' ? 'aarch64' : 'x86_64',
    options: {
      ...common(version),
      revision: '1',
      requires: ['libsecret', 'mesa-libgbm', 'alsa-lib'],
      scripts,
      compressionLevel,
    },
  });
  process.env['HOME'] = HOME;
  await remove();
  return onlyOne(packagePaths);
}

/** @param {readonly string[] | undefined} paths */
function onlyOne(paths = []) {
  const [path] = paths;
  if (path === undefined || paths.length > 1) throw new Error(`${paths.length} packages were made instead of one`);
  return path;
}

/**
 * The package's scripts with its version in them.
 * @param {import('./source.mjs').Source} source
 * @param {readonly string[]} names
 */
async function scriptsFor({ packageVersion: version }, names) {
  const folder = await mkdtemp(join(tmpdir(), 'tunniste-scripts-'));
  /** @type {Record<string, string>} */
  const scripts = {};
  for (const name of names) {
    const text = await readFile(at('resources', 'dist', 'linux', name), 'utf8');
    scripts[name] = join(folder, name);
    await writeFile(scripts[name], text.replaceAll('@VERSION@', version));
  }
  return { version, scripts, folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
