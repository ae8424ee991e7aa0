// @ts-check
import { at } from '../../test/support/run.mjs';
import { forIt } from './for-it.mjs';
import { windowsSigning } from './windows-signing.mjs';

/**
 * How electron-builder packs the app, for all three systems.
 * @param {object} given
 * @param {string} given.app the folder that ships
 * @param {string} given.out
 * @param {boolean} given.unsigned
 * @param {import('../../test/support/runtime.mjs').Runtime & { folder: string }} [given.runtime] the Electron to pack; else electron-builder fetches its own
 * @param {NodeJS.ProcessEnv} given.env
 * @returns {import('electron-builder').Configuration}
 */
export const builderConfig = ({ app, out, unsigned, runtime, env }) => ({
  appId: 'app.tunniste.desk',
  productName: 'Tunniste',
  copyright: 'Copyright © 2026 The Tunniste authors',
  // Each system makes one for each architecture into the same folder.
  artifactName: 'tunniste-${version}-${arch}.${ext}',
  directories: { app, output: out, buildResources: at('resources', 'dist') },
  ...(runtime && { electronVersion: runtime.version, electronDist: runtime.folder }),
  files: ['**/*'],
  asar: true,
  // The system's loader reads native modules from the disk; their hashes are inside the archive.
  asarUnpack: ['out/main/native/*.node'],
  extraResources: forIt,
  npmRebuild: false,
  electronLanguages: ['en-US', 'en', 'fi', 'sv'],
  // IT ships updates: nothing is published and no update feed is written.
  publish: null,
  linux: { target: ['dir'], executableName: 'tunniste', icon: at('resources/dist/icon/icon.png'), category: 'Office' },
  win: {
    target: [
      { target: 'msi', arch: ['x64', 'arm64'] },
      { target: 'nsis', arch: ['x64', 'arm64'] },
    ],
    icon: at('resources/dist/icon/icon.png'),
    executableName: 'Tunniste',
    requestedExecutionLevel: 'asInvoker',
    ...(!unsigned && windowsSigning(env)),
  },
  msi: {
    perMachine: true,
    oneClick: true,
    runAfterFinish: false,
    createDesktopShortcut: false,
    upgradeCode: '5C1C2D0E-6F0B-4C55-9C0C-2D6D8B1B7A11',
  },
  nsis: {
    artifactName: 'tunniste-setup-${version}-${arch}.${ext}',
    perMachine: true,
    oneClick: true,
    runAfterFinish: false,
    createDesktopShortcut: false,
    deleteAppDataOnUninstall: false,
    // It is for updates that a desk would fetch by itself.
    differentialPackage: false,
    include: at('resources/dist/windows/installer.nsh'),
  },
  mac: {
    target: [
      { target: 'pkg', arch: ['x64', 'arm64'] },
      { target: 'dmg', arch: ['x64', 'arm64'] },
    ],
    icon: at('resources/dist/icon/icon.png'),
    category: 'public.app-category.business',
    hardenedRuntime: true,
    gatekeeperAssess: false,
    entitlements: at('resources/dist/macos/entitlements.plist'),
    entitlementsInherit: at('resources/dist/macos/entitlements.plist'),
    ...(unsigned ? { identity: null } : { forceCodeSigning: true, notarize: true }),
    // The system wants schemes named in the signed bundle; main answers no link unless the policy says so.
    protocols: [{ name: 'Tunniste', schemes: ['tunniste'] }],
  },
  pkg: { allowAnywhere: false, allowCurrentUserHome: false, allowRootDirectory: true, isRelocatable: false },
  dmg: { sign: !unsigned, writeUpdateInfo: false },
});
