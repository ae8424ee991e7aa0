// @ts-check
import { performance } from 'node:perf_hooks';
import { readFile } from 'node:fs/promises';
import { openDirectoryDesk, quantile } from './desks.mjs';
import { enter } from './sign-in.mjs';
import { enterToPainted } from './lookup.mjs';
import { bindDn, password, people as base } from '../support/directory-people.mjs';
import { at, must } from '../support/run.mjs';

const rounds = 60;
const warmUp = 5;

/** Milliseconds that the directory's own tool takes for the same entry: it connects, binds and asks as the desk does. @param {import('../support/directory.mjs').Directory} directory @param {string} userName */
async function bareSearch({ ldaps, caFile }, userName) {
  const filter = `(&(employeeType=customer)(uid=${userName}))`;
  const argv = ['ldapsearch', '-x', '-LLL', '-H', ldaps, '-D', bindDn, '-w', password, '-b', base, filter];
  const started = performance.now();
  const out = await must(argv, { env: { ...process.env, LDAPTLS_CACERT: caFile } });
  const took = performance.now() - started;
  if (!out.includes(`uid: ${userName}`)) throw new Error(`ldapsearch did not find ${userName}`);
  return took;
}

/** @param {import('./bench.mjs').Ground} ground @returns {Promise<import('./bench.mjs').Figure>} */
export async function measure(ground) {
  const { directory, open } = await openDirectoryDesk(ground);
  /** @type {{ userName: string, endedDaysAgo?: number, restricted?: true, userType?: string }[]} */
  const people = JSON.parse(await readFile(at('resources/demo-people.json'), 'utf8'));
  const userNames = people
    .filter((one) => one.endedDaysAgo === undefined && !one.restricted && !one.userType && /^[a-z]/.test(one.userName))
    .map(({ userName }) => userName);
  const desk = await open();
  const { page } = desk;
  await enter(page, password);
  /** @type {{ bare: number[], ours: number[] }} */
  const times = { bare: [], ours: [] };
  for (let round = 0; round < rounds + warmUp; round++) {
    await page.getByRole('heading', { name: 'New call' }).waitFor();
    const userName = userNames[round * 7] ?? '';
    const bare = await bareSearch(directory, userName);
    await page.keyboard.press('1');
    await page.getByLabel('Ticket').fill('INC-20418');
    await page.keyboard.press('Enter');
    await page.getByLabel('What the caller gives').fill(userName);
    const own = await enterToPainted(page);
    await page.keyboard.press('Control+e');
    await page.getByRole('heading', { name: 'Close the call' }).waitFor();
    await page.keyboard.press('1');
    await page.getByRole('heading', { name: 'Call closed' }).waitFor();
    await page.keyboard.press('Control+n');
    // The first searches fill caches: the page's, the server's, the library.
    if (round < warmUp) continue;
    times.ours.push(own);
    times.bare.push(bare);
  }
  await desk.close();
  const [bareP95, ourP95] = [quantile(times.bare, 0.95), quantile(times.ours, 0.95)];
  return { name: 'ldap', ours: ourP95, bare: bareP95, limit: 30, by: 'difference', unit: 'ms at p95', n: rounds };
}
