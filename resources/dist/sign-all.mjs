// @ts-check
import { join } from 'node:path';
import { listed } from './sums.mjs';

/**
 * A detached signature beside the list and each file that is fetched by itself, and the key to check them by. What lies in folders has the
 * list's, and the repository its own.
 * @param {string} out
 * @param {import('./gpg.mjs').Gpg} gpg
 */
export async function signAll(out, gpg) {
  const files = (await listed(out)).filter((name) => !name.includes('/'));
  for (const name of [...files, 'SHA256SUMS']) await gpg.detach(join(out, name));
  await gpg.publish(join(out, 'tunniste-key.asc'));
}
