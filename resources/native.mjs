// @ts-check
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { codeOf } from '../electron/main/native/code-of.mjs';

/** What cannot be bundled, by the name of its package in node_modules. */
const modules = ['keytar', 'fs-native-extensions'];

/** Every system the app is built for. */
const systems = ['linux-x64', 'linux-arm64', 'win32-x64', 'win32-arm64', 'darwin-x64', 'darwin-arm64'];

const all = modules.flatMap((name) =>
  systems.map((system) => {
    const file = fileURLToPath(new URL(`../node_modules/${name}/prebuilds/${system}/${name}.node`, import.meta.url));
    const bytes = readFileSync(file);
    return { name: `${name}.${system}`, file, bytes, sha256: createHash('sha256').update(codeOf(bytes)).digest('hex') };
  }),
);

/** @param {(each: typeof all[number]) => string} path */
const table = (path) =>
  JSON.stringify(Object.fromEntries(all.map((each) => [each.name, { path: path(each), sha256: each.sha256 }])));

/**
 * Puts the native modules beside main and tells main their hashes.
 * @returns {import('vite').Plugin}
 */
export const nativeModules = () => ({
  name: 'native-modules',
  config: () => ({ define: { NATIVE_MODULES: table(({ name }) => `./native/${name}.node`) } }),
  generateBundle() {
    for (const { name, bytes } of all) this.emitFile({ type: 'asset', fileName: `native/${name}.node`, source: bytes });
  },
});

/** For programs that are made of main's source and left where they are: the modules stay where they were installed. */
export const nativeInPlace = { NATIVE_MODULES: table(({ file }) => file) };
