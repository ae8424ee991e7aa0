import * as z from 'zod';
import { parseFilter } from './filter-syntax.js';

// A policy is parsed once: a parser compiled for it costs more than it saves, and compiles code at run time.
z.config({ jitless: true });

/** What else a URL can carry would end up in settings, in logs, or in the wrong place of a request. */
const isBare = (url: string): boolean => !/[?#@]/.test(url);

/** A SCIM attribute path (RFC 7644 §3.10), optionally into an extension schema by its URN. */
const attributePath = z
  .string()
  .regex(/^(?:urn:[\w.:-]+:)?[A-Za-z][\w$-]*(?:\[type eq "[\w-]+"\])?(?:\.[A-Za-z][\w$-]*)?$/);

export const scimSchema = z.strictObject({
  kind: z.literal('scim'),
  url: z
    .url({ protocol: /^https?$/ })
    .refine(isBare, 'no user, password, query or fragment')
    .describe('Base URL of the SCIM 2.0 service, without /Users.'),
  search: z
    .enum(['post', 'get'])
    .default('post')
    .describe('get puts identifiers into URLs; only for servers without /.search.'),
  scope: z.string().max(2000).optional().describe('SCIM filter and-ed to every search.'),
  attributes: z
    .strictObject({
      givenName: attributePath.default('name.givenName'),
      familyName: attributePath.default('name.familyName'),
      userName: attributePath.default('userName'),
      workEmail: attributePath.default('emails[type eq "work"].value'),
      workPhone: attributePath.default('phoneNumbers[type eq "work"].value'),
      stationCode: attributePath.optional(),
      organisation: attributePath.default('urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:organization'),
      active: attributePath.default('active'),
      endedAt: attributePath.optional(),
      restricted: attributePath.optional(),
      privileged: attributePath.optional().describe('true: the person belongs to those of `populations`.'),
      phoneChangedAt: attributePath.optional(),
      emailChangedAt: attributePath.optional(),
      preferredLanguage: attributePath.optional(),
    })
    .prefault({}),
});

/** An attribute by its name or OID (RFC 4512 §1.4); options such as `;lang-fi` name another attribute and are left out. */
const attribute = z.string().regex(/^(?:[A-Za-z][A-Za-z0-9-]{0,99}|\d+(?:\.\d+){1,30})$/);
/** What may also be left out of the policy and the directory. */
const optional = {
  stationCode: attribute.optional().describe('Station code; where the directory has none, leave it out.'),
  restricted: attribute.optional().describe('TRUE: the person has forbidden the use of their data.'),
  privileged: attribute.optional().describe('TRUE: the person belongs to those of `populations`.'),
  phoneChangedAt: attribute.optional().describe('When the work phone last changed; generalised time.'),
  emailChangedAt: attribute.optional().describe('When the work e-mail last changed; generalised time.'),
  preferredLanguage: attribute.optional().describe('BCP 47, such as fi; in it messages are written.'),
};

const ldap = {
  kind: z.literal('ldap'),
  url: z
    .url({ protocol: /^ldaps?$/ })
    .regex(/^ldaps?:\/\/(?:[a-z0-9.-]+|\[[0-9a-f:]+\])(?::[0-9]{1,5})?\/?$/, 'ldaps://host or ldaps://host:port')
    .describe('ldaps://host[:port], or ldap://host[:port] with startTls.'),
  startTls: z.boolean().default(false).describe('TLS begins on the plain port before anything is said (RFC 4513 §3).'),
  baseDn: z.string().min(1).max(500).describe('Where the people are; searched with everything below it.'),
  bindDn: z.string().min(1).max(500).describe('Whom the desk binds as; its password is entered in the window.'),
  scope: z
    .string()
    .max(2000)
    .refine((text) => parseFilter(text) !== null, 'not an LDAP filter (RFC 4515) without wildcards')
    .optional()
    .describe('LDAP filter and-ed to every search.'),
  sizeLimit: z.int().min(6).max(1000).default(100).describe('Entries the directory may look out for one search.'),
  timeLimitSeconds: z.int().min(1).max(9).default(8).describe('Seconds the directory may take for one search.'),
  pageSize: z.int().min(1).max(100).default(6).describe('Entries a page (RFC 2696); no page after the sixth hit.'),
};

const openldap = z.strictObject({
  ...ldap,
  directory: z.literal('openldap').describe('inetOrgPerson, as OpenLDAP and most others have it.'),
  attributes: z
    .strictObject({
      ...optional,
      id: attribute.default('entryUUID').describe('What never changes and is never given to another person.'),
      givenName: attribute.default('givenName'),
      familyName: attribute.default('sn'),
      userName: attribute.default('uid'),
      workEmail: attribute.default('mail'),
      workPhone: attribute.default('telephoneNumber'),
      organisation: attribute.default('o'),
      active: attribute.optional().describe('TRUE or FALSE, or userAccountControl; without it everybody is active.'),
      endedAt: attribute.optional().describe('When use ended; generalised time.'),
    })
    .prefault({}),
});

const activeDirectory = z.strictObject({
  ...ldap,
  directory: z.literal('active-directory'),
  attributes: z
    .strictObject({
      ...optional,
      id: attribute.default('objectGUID').describe('What never changes and is never given to another person.'),
      givenName: attribute.default('givenName'),
      familyName: attribute.default('sn'),
      userName: attribute.default('sAMAccountName').describe('The default also finds by userPrincipalName.'),
      workEmail: attribute.default('mail'),
      workPhone: attribute.default('telephoneNumber'),
      organisation: attribute.default('company'),
      active: attribute.default('userAccountControl').describe('userAccountControl, or TRUE or FALSE.'),
      endedAt: attribute.default('accountExpires').describe('accountExpires, or generalised time.'),
    })
    .prefault({}),
});

/** Where subjects are found. */
export const registrySchema = z.discriminatedUnion('kind', [
  scimSchema,
  z.discriminatedUnion('directory', [openldap, activeDirectory]),
]);

export type ScimPolicy = z.output<typeof scimSchema>;
export type LdapPolicy = z.output<typeof openldap> | z.output<typeof activeDirectory>;
