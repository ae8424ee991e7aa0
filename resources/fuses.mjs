// @ts-check
import { FuseVersion, FuseV1Options } from '@electron/fuses';

/**
 * What an installed desk's runtime can be made to do from outside; every fuse is set deliberately.
 * SECURITY: (19) a fuse is burnt into the binary, so that no environment variable and no argument brings the feature back.
 * @type {import('@electron/fuses').FuseV1Config}
 */
export const fuses = {
  version: FuseVersion.V1,
  // Else the signed binary runs anybody's script with ELECTRON_RUN_AS_NODE, with the desk's rights to the keychain.
  [FuseV1Options.RunAsNode]: false,
  // Else NODE_OPTIONS loads a script into main before ours.
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  // Else --inspect opens main to a debugger.
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  // Nothing of ours is in cookies; whatever would be, is sealed under the keychain.
  [FuseV1Options.EnableCookieEncryption]: true,
  // A changed asar does not start, and nothing but an asar does.
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  // One snapshot for all processes: we ship none of our own.
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  // The page comes from app://, so file:// needs no more rights than a browser gives it.
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // As Node and Chromium are tested: only Node's own HTTP parser is WebAssembly here, and the page may not compile any.
  [FuseV1Options.WasmTrapHandlers]: true,
};
