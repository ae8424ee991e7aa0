import { chmod, mkdir, mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Arch, build, Platform } from 'electron-builder';
import { builderConfig } from '../../resources/dist/builder.mjs';
import { at } from '../support/run.mjs';
import { standInLibrary } from './stand-in-library.js';

/** An icon of one picture, which Windows takes as a PNG; else electron-builder fetches a program that converts it. */
const icon = async (work: string): Promise<string> => {
  const png = await readFile(at('resources/dist/icon/icon.png'));
  const head = Buffer.from('000001000100000000000100200000000000' + '16000000', 'hex');
  head.writeUInt32LE(png.length, 14);
  const path = join(work, 'icon.ico');
  await writeFile(path, Buffer.concat([head, png]));
  return path;
};

class Enough extends Error {}

/** Has electron-builder make an installer around two files that stand for the program, until it needs what only Windows has. */
const make = async (
  target: 'msi' | 'nsis',
  arch: Arch,
  work: string,
  version: string,
  onProject?: (path: string) => Promise<void>,
) => {
  const [app, unpacked] = [join(work, 'app'), join(work, 'unpacked')];
  await Promise.all([app, join(unpacked, 'resources')].map((folder) => mkdir(folder, { recursive: true })));
  const { author } = JSON.parse(await readFile(at('package.json'), 'utf8')) as { author: string };
  const about = { name: 'tunniste', productName: 'Tunniste', author, version, description: 'small', main: 'index.cjs' };
  await writeFile(join(app, 'package.json'), JSON.stringify(about));
  for (const name of ['Tunniste.exe', 'resources/app.asar']) await writeFile(join(unpacked, name), version);
  const config = builderConfig({ app, out: join(work, 'out'), unsigned: true, env: {} });
  const made: string[] = [];
  const making = build({
    targets: Platform.WINDOWS.createTarget(target, arch),
    projectDir: at(),
    prepackaged: unpacked,
    config: {
      ...config,
      electronVersion: '45.4.1',
      win: { ...config.win, icon: await icon(work) },
      artifactBuildStarted: ({ file }) => void made.push(file),
      ...(onProject && { msiProjectCreated: onProject }),
    },
  });
  const why = await making.then(() => null, String);
  return { unpacked, made, why };
};

/** WiX's project for the MSI, as electron-builder writes it before it fetches WiX itself; and the files it is about. */
export const msiProject = async (work: string, version: string) => {
  let project = '';
  const { unpacked } = await make('msi', Arch.x64, work, version, async (path) => {
    project ||= await readFile(path, 'utf8');
    throw new Enough();
  });
  return { project, unpacked };
};

const templates = at('node_modules/app-builder-lib/templates/nsis');
const plugins = ['nsProcess', 'StdUtils', 'UAC', 'SpiderBanner', 'WinShell', 'Nsis7z'];

/** What the scripts call of each plug-in that electron-builder fetches. */
const layOutPlugins = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true });
  const scripts = (await readdir(templates, { recursive: true })).filter((name) => /\.ns[hi]$/.test(name));
  const texts = await Promise.all(scripts.map((name) => readFile(join(templates, name), 'utf8')));
  for (const plugin of plugins) {
    const calls = texts.flatMap((text) => [...text.matchAll(new RegExp(`\\b${plugin}::(\\w+)`, 'g'))]);
    const functions = new Set(calls.map(([, name = '']) => name));
    await writeFile(join(folder, `${plugin}.dll`), standInLibrary(plugin, [...functions]));
  }
};

/** In place of the compiler that electron-builder fetches: this system's, for the uninstaller's script and for the installer's, which is told apart by one word. */
const compiler = (work: string): string => `#!/bin/sh
cat > '${work}/script.nsi'
compile() { NSISDIR=/usr/share/nsis makensis -V2 "$@" < '${work}/script.nsi'; echo "ended $?"; }
{
  compile "$@"
  for word; do
    shift
    case "$word" in
      -DBUILD_UNINSTALLER) ;;
      -DUNINSTALLER_OUT_FILE=*) set -- "$@" '-DUNINSTALLER_OUT_FILE=${work}/script.nsi' ;;
      *) set -- "$@" "$word" ;;
    esac
  done
  compile "$@"
} >> '${work}/said' 2>&1
exit 1
`;

/** The whole NSIS script, as electron-builder writes it, compiled; answers what the compiler said and how the installers would be called. */
export const nsisCompiled = async (work: string, version: string) => {
  const [tools, resources] = [join(work, 'nsis'), join(work, 'nsis-resources')];
  await mkdir(join(tools, 'linux'), { recursive: true });
  for (const name of ['Bin', 'Contrib', 'Include', 'Plugins', 'Stubs'])
    await symlink(`/usr/share/nsis/${name}`, join(tools, name));
  await writeFile(join(tools, 'elevate.exe'), '');
  await writeFile(join(tools, 'linux/makensis'), compiler(work));
  await chmod(join(tools, 'linux/makensis'), 0o755);
  await layOutPlugins(join(resources, 'plugins/x86-unicode'));
  const own = {
    ELECTRON_BUILDER_NSIS_DIR: tools,
    ELECTRON_BUILDER_NSIS_RESOURCES_DIR: resources,
    ELECTRON_BUILDER_7ZIP_PATH: '/usr/bin/7z',
  };
  const before = { ...process.env };
  Object.assign(process.env, own);
  try {
    const made = [];
    for (const arch of [Arch.x64, Arch.arm64]) {
      const { made: each, why } = await make('nsis', arch, await mkdtemp(join(work, 'nsis-')), version);
      if (!why?.includes(tools)) throw new Error(`The compiler was never called: ${why}`);
      made.push(...each);
    }
    const read = (name: string) => readFile(join(work, name), 'utf8');
    return { made, said: await read('said'), script: await read('script.nsi') };
  } finally {
    for (const name of Object.keys(own)) delete process.env[name];
    Object.assign(process.env, before);
  }
};
