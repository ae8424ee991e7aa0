import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Arch, build, Platform } from 'electron-builder';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builderConfig } from '../../resources/dist/builder.mjs';
import { at, must } from '../support/run.mjs';

// No installer for Windows is built here: what can be had of one on Linux is looked at.
let work: string;
beforeAll(async () => void (work = await mkdtemp(join(tmpdir(), 'tunniste-windows-'))));
afterAll(() => rm(work, { recursive: true, force: true }));

/** An icon of one picture, which Windows takes as a PNG; else electron-builder fetches a program that converts it. */
const icon = async (): Promise<string> => {
  const png = await readFile(at('resources/dist/icon/icon.png'));
  const head = Buffer.from('000001000100000000000100200000000000' + '16000000', 'hex');
  head.writeUInt32LE(png.length, 14);
  const path = join(work, 'icon.ico');
  await writeFile(path, Buffer.concat([head, png]));
  return path;
};

class Enough extends Error {}

/** WiX's project for the MSI, as electron-builder writes it before it fetches WiX itself. */
const msiProject = async (): Promise<string> => {
  const [app, unpacked] = [join(work, 'app'), join(work, 'unpacked')];
  await Promise.all([mkdir(app), mkdir(join(unpacked, 'resources'), { recursive: true })]);
  const about = {
    name: 'tunniste',
    productName: 'Tunniste',
    version: '1.2.3',
    description: 'small',
    main: 'index.cjs',
  };
  await writeFile(join(app, 'package.json'), JSON.stringify(about));
  for (const name of ['Tunniste.exe', 'resources/app.asar']) await writeFile(join(unpacked, name), '');
  const config = builderConfig({ app, out: join(work, 'out'), unsigned: true, env: {} });
  let project = '';
  const making = build({
    targets: Platform.WINDOWS.createTarget('msi', Arch.x64),
    projectDir: at(),
    prepackaged: unpacked,
    config: {
      ...config,
      electronVersion: '45.4.1',
      win: { ...config.win, icon: await icon() },
      msiProjectCreated: async (path) => {
        project = await readFile(path, 'utf8');
        throw new Enough();
      },
    },
  });
  await expect(making).rejects.toThrow(Enough);
  return project;
};

describe.runIf(process.platform === 'linux')('for Windows', () => {
  test('the MSI’s project is per machine, refuses to go back, starts nothing, and holds every file', async () => {
    const project = await msiProject();
    expect(project).toContain('UpgradeCode="5C1C2D0E-6F0B-4C55-9C0C-2D6D8B1B7A11" Version="1.2.3.0"');
    expect(project).toContain('<Property Id="ALLUSERS" Secure="yes" Value="1"/>');
    expect(project).toMatch(/<MajorUpgrade [^>]*DowngradeErrorMessage=/);
    expect(project).toContain('<Directory Id="ProgramFiles64Folder">');
    expect(project).not.toMatch(/runAfterFinish|DesktopFolder|RegistryValue/);
    for (const name of ['Tunniste.exe', 'resources/app.asar'])
      expect(project).toContain(`Source="$(var.appDir)/${name}"`);
  });

  test('what the NSIS installer is told besides compiles without a warning', async () => {
    const script = join(work, 'installer.nsi');
    const lines = [
      ...[
        'Unicode true',
        '!include LogicLib.nsh',
        '!define VERSION 1.2.3',
        '!define UNINSTALL_REGISTRY_KEY "Software\\Tunniste"',
      ],
      ...[
        'Name Tunniste',
        `OutFile "${join(work, 'installer.exe')}"`,
        `!include "${at('resources/dist/windows/installer.nsh')}"`,
      ],
      ...['Function .onInit', '!insertmacro customInit', 'FunctionEnd'],
      ...['Section', 'WriteUninstaller "$TEMP\\uninstall.exe"', 'SectionEnd'],
      ...['Section "Uninstall"', '!insertmacro customUnInstall', 'SectionEnd', ''],
    ];
    await writeFile(script, lines.join('\n'));
    await must(['makensis', '-V2', '-WX', script]);
  });
});
