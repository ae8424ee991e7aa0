// @ts-check
import { performance } from 'node:perf_hooks';
import { openDirectoryDesk } from './desks.mjs';
import { measureLookups } from './lookups.mjs';
import { enter } from './sign-in.mjs';
import { bindDn, password, people as base } from '../support/directory-people.mjs';
import { must } from '../support/run.mjs';

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
  const desk = await open();
  await enter(desk.page, password);
  const figure = await measureLookups('ldap', desk.page, (own) => bareSearch(directory, own));
  await desk.close();
  return figure;
}
