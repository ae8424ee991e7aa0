// @ts-check
import { makeCertificates } from './certificates.mjs';
import { startDirectory } from './directory.mjs';
import { accounts, bindDn, people } from './directory-people.mjs';
import { demoPolicy, writePolicy } from './policy.mjs';
import { resetByCallBack } from './reset-rule.mjs';

/**
 * The test directory's policy as an administrator would write it, for either of its trees.
 * @param {string} url
 * @param {'openldap' | 'active-directory'} directory
 */
export const writtenLdapPolicy = (url, directory) => ({
  kind: /** @type {const} */ ('ldap'),
  url,
  startTls: url.startsWith('ldap:'),
  baseDn: directory === 'openldap' ? people : accounts,
  bindDn,
  directory,
  scope: '(employeeType=customer)',
  ...(directory === 'openldap' && {
    attributes: {
      stationCode: 'stationCode',
      active: 'useGoesOn',
      endedAt: 'useEndedAt',
      restricted: 'useRestricted',
      phoneChangedAt: 'phoneChangedAt',
      emailChangedAt: 'emailChangedAt',
    },
  }),
});

/**
 * A directory, and the policy of a desk that finds people in it and compares their station code there.
 * @param {{ host?: string, port?: number }} [where]
 */
export async function directoryForDesk(where = {}) {
  const { good, ca } = await makeCertificates(where.host);
  const directory = await startDirectory({ ...good, ca }, where);
  const caFile = await writePolicy(ca);
  const demo = resetByCallBack(await demoPolicy('http://127.0.0.1/scim/v2'));
  const policy = {
    ...demo,
    network: { caFile: caFile.path },
    // A station code that no purpose shows stays in the directory.
    purposes: {
      support: { ...demo.purposes['support'], compare: ['workEmail', 'stationCode'] },
      'access-reset': demo.purposes['access-reset'],
    },
    registry: writtenLdapPolicy(directory.ldaps, 'openldap'),
  };
  const stop = async () => {
    await directory.stop();
    await caFile.remove();
  };
  return { directory, policy, stop };
}
