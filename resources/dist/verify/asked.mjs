// @ts-check
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';

const usage = `Usage: npm run dist:verify -- [--in DIR] [--key KEY.asc] [--commit HASH]

Checks from outside what \`npm run dist\` made, and says what it could not check.

  --in DIR       where the packages and their papers are; dist without it
  --key KEY.asc  the public key that has to have signed, from somewhere else than the packages
  --commit HASH  the commit that has to have been built, 40 hexadecimal digits

Exit codes: 0 nothing is wrong · 1 something is · 64 wrong usage
`;

/**
 * What the command line asks for; ends the program where it cannot be done.
 * @param {readonly string[]} argv
 */
export function readAsked(argv) {
  const asked = parsed(argv);
  for (const path of [asked.in, asked.key]) if (path !== undefined && !existsSync(path)) giveUp(`there is no ${path}`);
  if (asked.commit !== undefined && !/^[0-9a-f]{40}$/.test(asked.commit)) giveUp(`not a commit: ${asked.commit}`);
  return asked;
}

/** @param {readonly string[]} argv */
function parsed(argv) {
  const text = /** @type {const} */ ({ type: 'string' });
  try {
    const options = { in: { ...text, default: 'dist' }, key: text, commit: text };
    return parseArgs({ args: [...argv], options }).values;
  } catch (error) {
    return giveUp(/** @type {Error} */ (error).message);
  }
}

/** @param {string} why @returns {never} */
function giveUp(why) {
  console.error(`${why}\n\n${usage}`);
  process.exit(64);
}
