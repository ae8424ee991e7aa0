import { registrySchema, type LdapPolicy } from '../../electron/main/policy/registry-schema.js';
import type { Directory } from './directory.mjs';
import { writtenLdapPolicy } from './ldap-desk.mjs';

/** The test directory's policy as the desk reads it, with changes. */
export const ldapPolicy = (
  { ldaps }: Pick<Directory, 'ldaps'>,
  changes: object = {},
  directory: LdapPolicy['directory'] = 'openldap',
): LdapPolicy => {
  const policy = registrySchema.parse({ ...writtenLdapPolicy(ldaps, directory), ...changes });
  if (policy.kind !== 'ldap') throw new Error('this is no directory');
  return policy;
};
