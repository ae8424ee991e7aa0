// @ts-check
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { nativeInPlace } from '../../resources/native.mjs';
import { at, must } from './run.mjs';

/**
 * A program for a process of its own, bundled as main is: one CommonJS file for Node 18, native modules left where they are; answers its path.
 * @param {string} entry in the work tree
 * @param {string} folder
 */
export async function bundle(entry, folder) {
  const file = `${basename(entry, '.ts')}.cjs`;
  await build({
    configFile: false,
    logLevel: 'error',
    define: nativeInPlace,
    ssr: { noExternal: true },
    build: {
      ssr: at(entry),
      outDir: folder,
      emptyOutDir: false,
      target: 'node18',
      rolldownOptions: {
        output: { format: 'cjs', entryFileNames: file, codeSplitting: false },
      },
    },
  });
  return join(folder, file);
}

/**
 * Calls a function of a bundled program in a process of its own, and answers what it answers.
 * @param {string} program
 * @param {string} name
 * @param {readonly unknown[]} given
 * @param {readonly string[]} [runtime] a Node
 * @param {NodeJS.ProcessEnv} [env]
 */
export async function callIn(program, name, given, runtime = [process.execPath], env = process.env) {
  const source = `import(${JSON.stringify(pathToFileURL(program).href)})
    .then((program) => program.default[${JSON.stringify(name)}](...${JSON.stringify(given)}))
    .then((answer) => console.log(JSON.stringify(answer)))`;
  return JSON.parse((await must([...runtime, '-e', source], { env })).trim().split('\n').at(-1) ?? '');
}
