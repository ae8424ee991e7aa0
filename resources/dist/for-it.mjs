// @ts-check
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { at } from '../../test/support/run.mjs';

/** What IT begins with, by its place in the work tree and its name beside the program and beside the packages. */
export const forIt = [
  { from: at('docs/roll-out.md'), to: 'roll-out.md' },
  { from: at('docs/deploying.md'), to: 'deploying.md' },
  { from: at('resources/policy.schema.json'), to: 'policy.schema.json' },
  { from: at('resources/policy-templates'), to: 'policy-templates' },
];

/** The same beside the packages: templates are imported where no desk is installed. @param {string} out */
export async function layOutForIt(out) {
  for (const { from, to } of forIt) await cp(from, join(out, 'deployment', to), { recursive: true });
}
