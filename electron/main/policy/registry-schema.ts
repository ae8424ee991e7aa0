import * as z from 'zod/mini';
import { policyRules } from '../../../shared/policy-problem.js';
import { parseFilter } from './filter-syntax.js';
import { bareUrl, between, said, section, usually, whole } from './terms.js';

/** A SCIM attribute path (RFC 7644 §3.10), optionally into an extension schema by its URN. */
const path = z
  .string()
  .check(z.regex(/^(?:urn:[\w.:-]+:)?[A-Za-z][\w$-]*(?:\[type eq "[\w-]+"\])?(?:\.[A-Za-z][\w$-]*)?$/));

export const scimSchema = z.strictObject({
  kind: z.literal('scim'),
  url: said(bareUrl(), 'Base URL of the SCIM 2.0 service, without /Users.'),
  search: said(
    usually(z.enum(['post', 'get']), 'post'),
    'get puts identifiers into URLs; only for servers without /.search.',
  ),
  scope: said(z.optional(z.string().check(z.maxLength(2000))), 'SCIM filter and-ed to every search.'),
  attributes: section({
    givenName: usually(path, 'name.givenName'),
    familyName: usually(path, 'name.familyName'),
    userName: usually(path, 'userName'),
    workEmail: usually(path, 'emails[type eq "work"].value'),
    workPhone: usually(path, 'phoneNumbers[type eq "work"].value'),
    stationCode: z.optional(path),
    organisation: usually(path, 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:organization'),
    active: usually(path, 'active'),
    endedAt: z.optional(path),
    restricted: z.optional(path),
    privileged: said(z.optional(path), 'true: the person belongs to those of `populations`.'),
    phoneChangedAt: z.optional(path),
    emailChangedAt: z.optional(path),
    preferredLanguage: z.optional(path),
  }),
});

/** An attribute by its name or OID (RFC 4512 §1.4); options such as `;lang-fi` name another attribute and are left out. */
const attribute = z.string().check(z.regex(/^(?:[A-Za-z][A-Za-z0-9-]{0,99}|\d+(?:\.\d+){1,30})$/));
/** What may also be left out of the policy and the directory. */
const optional = {
  stationCode: said(z.optional(attribute), 'Station code; where the directory has none, leave it out.'),
  restricted: said(z.optional(attribute), 'TRUE: the person has forbidden the use of their data.'),
  privileged: said(z.optional(attribute), 'TRUE: the person belongs to those of `populations`.'),
  phoneChangedAt: said(z.optional(attribute), 'When the work phone last changed; generalised time.'),
  emailChangedAt: said(z.optional(attribute), 'When the work e-mail last changed; generalised time.'),
  preferredLanguage: said(z.optional(attribute), 'BCP 47, such as fi; in it messages are written.'),
};
const never = 'What never changes and is never given to another person.';

const ldapUrl = z
  .url({ protocol: /^ldaps?$/ })
  .check(
    z.regex(/^ldaps?:\/\/(?:[a-z0-9.-]+|\[[0-9a-f:]+\])(?::[0-9]{1,5})?\/?$/, 'ldaps://host or ldaps://host:port'),
  );
const ldapScope = z.string().check(
  z.maxLength(2000),
  z.refine((text) => parseFilter(text) !== null, policyRules['ldap-filter']),
);

const ldap = {
  kind: z.literal('ldap'),
  url: said(ldapUrl, 'ldaps://host[:port], or ldap://host[:port] with startTls.'),
  startTls: said(usually(z.boolean(), false), 'TLS begins on the plain port before anything is said (RFC 4513 §3).'),
  baseDn: said(between(1, 500), 'Where the people are; searched with everything below it.'),
  bindDn: said(between(1, 500), 'Whom the desk binds as; its password is entered in the window.'),
  scope: said(z.optional(ldapScope), 'LDAP filter and-ed to every search.'),
  sizeLimit: said(usually(whole(6, 1000), 100), 'Entries the directory may look out for one search.'),
  timeLimitSeconds: said(usually(whole(1, 9), 8), 'Seconds the directory may take for one search.'),
  pageSize: said(usually(whole(1, 100), 6), 'Entries a page (RFC 2696); no page after the sixth hit.'),
};

const openldap = z.strictObject({
  ...ldap,
  directory: said(z.literal('openldap'), 'inetOrgPerson, as OpenLDAP and most others have it.'),
  attributes: section({
    ...optional,
    id: said(usually(attribute, 'entryUUID'), never),
    givenName: usually(attribute, 'givenName'),
    familyName: usually(attribute, 'sn'),
    userName: usually(attribute, 'uid'),
    workEmail: usually(attribute, 'mail'),
    workPhone: usually(attribute, 'telephoneNumber'),
    organisation: usually(attribute, 'o'),
    active: said(z.optional(attribute), 'TRUE or FALSE, or userAccountControl; without it everybody is active.'),
    endedAt: said(z.optional(attribute), 'When use ended; generalised time.'),
  }),
});

const activeDirectory = z.strictObject({
  ...ldap,
  directory: z.literal('active-directory'),
  attributes: section({
    ...optional,
    id: said(usually(attribute, 'objectGUID'), never),
    givenName: usually(attribute, 'givenName'),
    familyName: usually(attribute, 'sn'),
    userName: said(usually(attribute, 'sAMAccountName'), 'The default also finds by userPrincipalName.'),
    workEmail: usually(attribute, 'mail'),
    workPhone: usually(attribute, 'telephoneNumber'),
    organisation: usually(attribute, 'company'),
    active: said(usually(attribute, 'userAccountControl'), 'userAccountControl, or TRUE or FALSE.'),
    endedAt: said(usually(attribute, 'accountExpires'), 'accountExpires, or generalised time.'),
  }),
});

/** Where subjects are found. */
export const registrySchema = z.discriminatedUnion('kind', [
  scimSchema,
  z.discriminatedUnion('directory', [openldap, activeDirectory]),
]);

export type ScimPolicy = z.output<typeof scimSchema>;
export type LdapPolicy = z.output<typeof openldap> | z.output<typeof activeDirectory>;
