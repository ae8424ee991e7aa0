// @ts-check
import { pathToFileURL } from 'node:url';
import { at, run } from './run.mjs';
import { setUp } from './set-up.mjs';
import { bundling } from './stage.mjs';

/** @param {string} file @param {...string} args */
const tool = (file, ...args) => [process.execPath, at('node_modules', file), ...args];

const rooms = ['--output-type', 'err-long', 'electron', 'shared', 'renderer', 'test'];

/** @type {readonly (readonly [string, string[]])[]} */
const rules = [
  // The longest first: the others fit beside it.
  ['lint', tool('eslint/bin/eslint.js', '--max-warnings', '0', '.')],
  [
    'format',
    tool(
      'prettier/bin/prettier.cjs',
      '--check',
      '--log-level',
      'warn',
      '.',
      '!resources/{demo-people,policy.schema}.json',
    ),
  ],
  ['bundle', bundling],
  ['types', tool('typescript-native/bin/tsc', '--build')],
  ['fence', tool('dependency-cruiser/bin/dependency-cruise.mjs', '--config', 'test/support/fence.cjs', ...rooms)],
  ['dead code', tool('knip/bin/knip.js', '--config', 'test/support/knip.json', '--treat-config-hints-as-errors')],
];

/** Every rule of the house, two at a time, to the end; returns how many are kept and broken. */
export async function check() {
  const waiting = [...rules];
  let failed = 0;
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, argv] = next;
      const { code, out } = await run(argv);
      console.log(`${code === 0 ? '✓' : '✗'} ${name}`);
      if (code === 0) continue;
      failed += 1;
      console.log(out);
    }
  };
  await Promise.all([lane(), lane()]);
  return { passed: rules.length - failed, failed, skipped: 0 };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await setUp();
  const { failed } = await check();
  process.exitCode = failed === 0 ? 0 : 1;
}
