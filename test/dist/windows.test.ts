import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { at, must } from '../support/run.mjs';
import { msiProject, nsisCompiled } from './windows-installers.js';
import { seenFromWindows, wine } from './wine.js';
import { msiOf } from './wixl.js';

// No installer for Windows is built here: what can be had of one on Linux is looked at, around files that stand for the program, and run by Wine.
describe.runIf(process.platform === 'linux' && process.arch === 'x64')('for Windows', () => {
  let work: string;
  let windows: Awaited<ReturnType<typeof wine>>;
  beforeAll(async () => {
    work = await mkdtemp(join(tmpdir(), 'tunniste-windows-'));
    windows = await wine();
  });
  afterAll(async () => {
    await windows.end();
    await rm(work, { recursive: true, force: true });
  });

  const folderFor = async (name: string): Promise<string> => {
    await mkdir(join(work, name));
    return join(work, name);
  };

  test('the MSI’s project is per machine, refuses to go back, starts nothing, and holds every file', async () => {
    const { project } = await msiProject(await folderFor('project'), '1.2.3');
    expect(project).toContain('UpgradeCode="5C1C2D0E-6F0B-4C55-9C0C-2D6D8B1B7A11" Version="1.2.3.0"');
    expect(project).toContain('<Property Id="ALLUSERS" Secure="yes" Value="1"/>');
    expect(project).toMatch(/<MajorUpgrade [^>]*DowngradeErrorMessage=/);
    expect(project).toContain('<Directory Id="ProgramFiles64Folder">');
    expect(project).not.toMatch(/runAfterFinish|DesktopFolder|RegistryValue/);
    for (const name of ['Tunniste.exe', 'resources/app.asar'])
      expect(project).toContain(`Source="$(var.appDir)/${name}"`);
  });

  test('the MSI goes in silently, upgrades, refuses to go back, is repaired and goes, with the codes of the guide', async () => {
    const msi = async (version: string): Promise<string> => {
      const { project, unpacked } = await msiProject(await folderFor(version), version);
      return seenFromWindows(await msiOf(project, unpacked, join(work, `${version}.msi`)));
    };
    const [first, newer] = [await msi('1.2.3'), await msi('1.10.0')];
    const folder = join(windows.disk, 'Program Files/Tunniste');
    const archive = join(folder, 'resources/app.asar');
    const isThere = async (version: string) => expect(await readFile(archive, 'utf8')).toBe(version);

    expect(await windows.ended(`msiexec /i ${first} /qn`)).toBe(0);
    await isThere('1.2.3');
    expect(await windows.ended(`msiexec /i ${newer} /qn`)).toBe(0);
    await isThere('1.10.0');
    expect(await windows.ended(`msiexec /i ${first} /qn`)).toBe(1603);
    await isThere('1.10.0');
    await rm(archive);
    expect(await windows.ended(`msiexec /i ${newer} REINSTALL=ALL REINSTALLMODE=amus /qn`)).toBe(0);
    await isThere('1.10.0');
    expect(await windows.said('tasklist')).not.toMatch(/tunniste/i);
    expect(await windows.ended(`msiexec /x ${newer} /qn`)).toBe(0);
    expect(existsSync(folder)).toBe(false);
  });

  test('the MSI read back starts nothing, and puts one shortcut into the menu', async () => {
    const { project, unpacked } = await msiProject(await folderFor('read-back'), '1.2.3');
    const path = await msiOf(project, unpacked, join(work, 'read-back.msi'));
    const table = async (name: string) =>
      (await must(['msiinfo', 'export', path, name])).split(/\r?\n/).slice(3).join('\n');
    expect(await table('Property')).toMatch(/^ALLUSERS\t1$/m);
    expect(await table('Property')).toMatch(/^Manufacturer\tThe Tunniste authors$/m);
    expect(await table('LaunchCondition')).toMatch(/^NOT WIX_DOWNGRADE_DETECTED\t/m);
    expect((await table('Shortcut')).split('\n').filter(Boolean)).toEqual([
      expect.stringMatching(/^\S+\tProgramMenuFolder\tTunniste\t/),
    ]);
    const tables = (await must(['msiinfo', 'tables', path])).split(/\s+/);
    for (const name of ['CustomAction', 'ServiceInstall', 'Registry'].filter((each) => tables.includes(each)))
      expect(await table(name), name).toBe('');
  });

  test('electron-builder’s NSIS script compiles with what it is told besides, without a warning, and names each installer apart', async () => {
    const { said, made, script } = await nsisCompiled(await folderFor('nsis-script'), '1.2.3');
    expect(said.match(/^ended .*$/gm), said).toEqual(Array(4).fill('ended 0')); // an uninstaller and an installer for each architecture
    expect(script).toContain('installer.nsh');
    expect(made.map((path) => basename(path)).sort()).toEqual([
      ...['tunniste-setup-1.2.3-arm64.exe', 'tunniste-setup-1.2.3-x64.exe'],
    ]);
  });

  /** As electron-builder's script calls them, for the 64 bits that Wine has here; the program is a file that is copied. */
  const setup = async (version: string): Promise<string> => {
    const [script, to] = [join(work, `${version}.nsi`), join(work, `${version}.exe`)];
    const lines = [
      ...['Unicode true', 'Target amd64-unicode', 'RequestExecutionLevel user', 'Name Tunniste', `OutFile "${to}"`],
      ...['!include LogicLib.nsh', `!define VERSION ${version}`, '!define APP_EXECUTABLE_FILENAME winver.exe'],
      ...['!define UNINSTALL_REGISTRY_KEY Software\\Tunniste', '!define APP_PACKAGE_NAME tunniste'],
      ...['!define APP_INSTALLER_STORE_FILE tunniste-updater\\installer.exe'],
      // Whether the program runs is told by a file here: Wine has no PowerShell to ask.
      ...['!macro IS_POWERSHELL_AVAILABLE', '!macroend', '!macro FIND_PROCESS file return', 'StrCpy ${return} 1'],
      ...['${If} ${FileExists} C:\\is-open', 'StrCpy ${return} 0', '${EndIf}', '!macroend'],
      `!include "${at('resources/dist/windows/installer.nsh')}"`,
      ...['Function .onInit', '!insertmacro customInit', 'FunctionEnd'],
      ...[
        'Section',
        '!insertmacro customCheckAppRunning',
        'WriteRegStr HKLM Software\\Tunniste DisplayVersion ${VERSION}',
      ],
      ...[
        'CreateDirectory $LOCALAPPDATA\\tunniste-updater',
        'CopyFiles /SILENT $EXEPATH $LOCALAPPDATA\\tunniste-updater\\installer.exe',
      ],
      ...[
        '!insertmacro customInstall',
        'FileOpen $0 C:\\installed w',
        'FileWrite $0 ${VERSION}',
        'FileClose $0',
        'SectionEnd',
        '',
      ],
    ];
    await writeFile(script, lines.join('\n'));
    await must(['makensis', '-V2', '-WX', script]);
    return seenFromWindows(to);
  };

  test('the NSIS installer refuses to go back with 3, and under an open desk with 4, and keeps no copy of itself', async () => {
    const [older, first, newer] = [await setup('1.2.3-unsigned'), await setup('1.2.3'), await setup('1.10.0')];
    const installed = join(windows.disk, 'installed');
    const isThere = async (version: string) => expect(await readFile(installed, 'utf8')).toBe(version);
    expect(await windows.ended(`${first} /S`)).toBe(0);
    expect(await windows.ended(`${first} /S`)).toBe(0); // as a repair does
    await isThere('1.2.3');
    await writeFile(join(windows.disk, 'is-open'), '');
    expect(await windows.ended(`${newer} /S`)).toBe(4);
    await isThere('1.2.3');
    await rm(join(windows.disk, 'is-open'));
    expect(await windows.ended(`${newer} /S`)).toBe(0);
    for (const file of [first, older]) expect(await windows.ended(`${file} /S`)).toBe(3);
    await isThere('1.10.0');
    expect(await must(['find', join(windows.disk, 'users'), '-name', '*updater*'])).toBe('');
  });
});
