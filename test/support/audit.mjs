// @ts-check
// npm run audit -- verify FOLDER --key KEY: the verifier, made from its source.
import { setUp } from './set-up.mjs';
import { run } from './run.mjs';

await setUp();
const { verifier } = await import('./verifier.mjs');
const { code } = await run([process.execPath, await verifier(), ...process.argv.slice(2)], { show: true });
process.exitCode = code;
