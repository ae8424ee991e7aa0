// @ts-check
// Runs before anything is installed: Node's own modules only, here and in what is imported.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { isRoot, person } from './person.mjs';
import { at, must, npm, run } from './run.mjs';

const electronNeeds = [
  ...['libnss3', 'libatk1.0-0', 'libatk-bridge2.0-0', 'libcups2', 'libgtk-3-0'],
  ...['libgbm1', 'libasound2', 'libxss1', 'libsecret-1-0'],
];

/** System packages by what they are for. */
const packagesFor = {
  electron: electronNeeds,
  screen: ['xvfb'],
  keyring: ['dbus', 'gnome-keyring'],
  certificates: ['libnss3-tools', 'openssl'],
  accounts: ['krb5-kdc', 'krb5-admin-server', 'krb5-user', 'libgssapi-krb5-2'],
  connections: ['iproute2', 'tcpdump'],
  directory: ['slapd', 'ldap-utils'],
  installed: ['libnotify4', 'xdg-utils', 'libatspi2.0-0', 'libdrm2', 'libxcb-dri3-0', 'libglib2.0-bin'],
  // Installers for Windows, and what runs them here.
  windows: ['nsis', 'msitools', 'wixl', 'wine64', 'p7zip-full'],
  // What a machine in trouble is made of: a screen of the other kind, a home behind a server.
  trouble: ['weston', 'sshfs', 'openssh-sftp-server'],
  packages: ['apt-utils', 'cpio', 'fakeroot', 'gpg', 'gpgv', 'rpm'],
  collector: ['rsyslog', 'rsyslog-gnutls'],
};

/**
 * Installs what is missing, or says in one line what to do.
 * @param {...(keyof typeof packagesFor)} purposes
 */
export async function setUp(...purposes) {
  checkNode();
  await installModules();
  await installPackages(purposes.flatMap((purpose) => packagesFor[purpose]));
  // Workers that make the same account at once stand in each other's way.
  if (purposes.includes('keyring')) await person();
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  giveUp(`Tunniste needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
}

async function installModules() {
  if (await modulesMatchLock()) return;
  console.log('Installing the node modules …');
  await must([...npm, 'ci', '--no-audit', '--no-fund', '--loglevel=warn'], { show: true });
}

/** npm writes what it installed into a lock of its own; that says more than any date. */
async function modulesMatchLock() {
  const installed = at('node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const [wanted, have] = await Promise.all(
    [at('package-lock.json'), installed].map(async (file) => JSON.parse(await readFile(file, 'utf8')).packages),
  );
  return Object.entries(wanted).every(
    ([folder, { version, integrity, optional }]) =>
      folder === '' ||
      (have[folder] ? have[folder].integrity === integrity && have[folder].version === version : optional),
  );
}

/** @param {readonly string[]} wanted */
async function installPackages(wanted) {
  if (process.platform !== 'linux' || (await run(['dpkg-query', '--version'])).code !== 0) return;
  const missing = await missingOf(wanted);
  if (missing.length === 0) return;
  const update = ['apt-get', 'update'];
  const install = ['apt-get', 'install', '--yes', '--no-install-recommends', ...missing];
  const as = isRoot ? [] : ['sudo', '-n'];
  if (!isRoot && (await run(['sudo', '-n', 'true'])).code !== 0) {
    giveUp(`Some system packages are missing. Run this once:\n  sudo apt-get install ${missing.join(' ')}`);
  }
  console.log(`Installing ${missing.join(' ')} …`);
  await must([...as, ...update]);
  // The package would set up a directory of its own and start it with the machine.
  if (missing.includes('slapd'))
    await must([...as, 'debconf-set-selections'], { input: 'slapd slapd/no_configuration boolean true\n' });
  await must([...as, 'env', 'DEBIAN_FRONTEND=noninteractive', ...install]);
}

/** Newer releases renamed some libraries with "t64" behind. @param {readonly string[]} wanted */
async function missingOf(wanted) {
  const names = wanted.flatMap((name) => [name, `${name}t64`]);
  const { out } = await run(['dpkg-query', '--show', '--showformat=${db:Status-Abbrev} ${Package}\n', ...names]);
  const installed = new Set(
    out
      .split('\n')
      .filter((line) => line.startsWith('ii'))
      .map((line) => line.split(/\s+/)[1]),
  );
  return wanted.filter((name) => !installed.has(name) && !installed.has(`${name}t64`));
}

/** @param {string} why @returns {never} */
function giveUp(why) {
  console.error(why);
  process.exit(1);
}
