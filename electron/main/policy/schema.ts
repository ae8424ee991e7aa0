import { isAbsolute } from 'node:path';
import * as z from 'zod';
import { fields } from '../../../shared/subject.js';

// A policy is parsed once: a parser compiled for it costs more than it saves, and compiles code at run time.
z.config({ jitless: true });

const field = z.enum(fields);
/** Whether someone still works there is not a thing to ask a caller. */
const comparable = field.exclude(['status']);
const role = z.enum(['agent', 'supervisor', 'auditor']);
const text = z.string().min(1).max(200);
const minutes = z
  .int()
  .min(1)
  .max(24 * 60);

const isRegExp = (pattern: string): boolean => {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
};

/** What else a URL can carry would end up in settings, in logs, or in the wrong place of a request. */
const isBare = (url: string): boolean => !/[?#@]/.test(url);

/** A SCIM attribute path (RFC 7644 §3.10), optionally into an extension schema by its URN. */
const attributePath = z
  .string()
  .regex(/^(?:urn:[\w.:-]+:)?[A-Za-z][\w$-]*(?:\[type eq "[\w-]+"\])?(?:\.[A-Za-z][\w$-]*)?$/);

const distinguishedName = text.describe('In the order of the certificate: C=FI, O=Esimerkki Oy, CN=desk-17.');

const purpose = z.strictObject({
  points: z.int().min(0).max(100).describe('Points the factors must add up to.'),
  factors: z.int().min(0).max(10).describe('How many different factors are needed.'),
  strongest: z
    .enum(['signal', 'medium', 'strong'])
    .optional()
    .describe('The least strength the strongest factor must have.'),
  compare: z.array(comparable).min(1).describe('Facts the caller is asked; compared all at once, blind.'),
  show: z.array(field).describe('Fields that may be revealed once verified.'),
  showMasked: z.array(field).default([]).describe('Fields that may be revealed with a mask only.'),
  verifiedMinutes: minutes.default(15).describe('How long a verification holds.'),
});

/** The machine's policy. `resources/policy.schema.json` is generated from this value, so the parser and the schema cannot differ. */
export const policySchema = z.strictObject({
  $schema: z.string().optional(),
  version: text.describe('Any string that changes with the policy; written into every entry.'),
  demo: z
    .boolean()
    .default(false)
    .describe('Demo people: the window says DEMO, and plain http to this machine is allowed.'),
  organisation: z
    .strictObject({ name: text, domain: text, privacyContact: z.email().optional() })
    .describe('Whose desk this is.'),
  allowedHosts: z.array(text).min(1).describe('host or host:port; every other host is refused.'),
  signIn: z
    .strictObject({ kind: z.literal('token'), roles: z.array(role).min(1).default(['agent']) })
    .describe('How agents sign in, and which roles that gives them.'),
  session: z
    .strictObject({
      idleMinutes: minutes.default(15).describe('Nobody has touched the computer for so long: the desk locks.'),
      absoluteHours: z
        .int()
        .min(1)
        .max(24)
        .default(12)
        .describe('So long after sign-in the session is over, whatever is going on.'),
      lockWithScreen: z.boolean().default(true).describe('The desk locks when the computer is locked.'),
      lockedCallMinutes: z
        .int()
        .min(0)
        .max(24 * 60)
        .default(5)
        .describe('A call that is open when the desk locks is abandoned after so long; 0 means at once.'),
      contentProtection: z
        .boolean()
        .default(false)
        .describe('Hides the window from screen capture on Windows and macOS. A deterrent: a camera still sees it.'),
    })
    .prefault({})
    .describe('When the desk locks, and when a session ends.'),
  registry: z
    .strictObject({
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
          organisation: attributePath.default(
            'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:organization',
          ),
          active: attributePath.default('active'),
          endedAt: attributePath.optional(),
          restricted: attributePath.optional(),
          phoneChangedAt: attributePath.optional(),
          emailChangedAt: attributePath.optional(),
        })
        .prefault({}),
    })
    .describe('Where subjects are looked up, and which attribute is which field.'),
  network: z
    .strictObject({
      caFile: z
        .string()
        .max(1000)
        .refine(isAbsolute, 'not an absolute path')
        .optional()
        .describe('PEM file of authorities that are trusted besides the system’s; owned and writable as this file is.'),
      clientCertificate: z
        .union([
          z.strictObject({ sha256: z.string().regex(/^[\dA-Fa-f]{2}(?::?[\dA-Fa-f]{2}){31}$/) }),
          z.strictObject({ issuer: distinguishedName, subject: distinguishedName }),
        ])
        .optional()
        .describe('The one certificate of this machine a server may be shown: its SHA-256, or both its names.'),
    })
    .prefault({})
    .describe('How the desk reaches the hosts above.'),
  ticket: z
    .strictObject({
      pattern: z
        .string()
        .max(200)
        .refine(isRegExp, 'not a regular expression')
        .default('[A-Z]{2,10}-[0-9]{1,10}')
        .describe('The whole of a ticket reference must match; it stands in the journal in clear.'),
      example: text.default('INC-20418'),
    })
    .prefault({})
    .describe('What a ticket reference looks like.'),
  deepLink: z
    .boolean()
    .default(false)
    .describe('Whether a tunniste:call link may fill the form of a new call; it never starts one.'),
  purposes: z
    .record(z.string().regex(/^[a-z][a-z-]{0,39}$/), purpose)
    .refine((all) => Object.keys(all).length > 0, 'at least one purpose')
    .describe('What the desk may identify people for, what that takes and what may be shown.'),
  factors: z
    .strictObject({
      facts: z.strictObject({ points: z.int().min(0).max(100).default(2) }).prefault({}),
      callBack: z
        .strictObject({
          points: z.int().min(0).max(100).default(4),
          coolDownDays: z.int().min(0).max(365).default(7).describe('A number changed more recently is not called.'),
          dial: z
            .enum(['softphone', 'show'])
            .default('softphone')
            .describe('show: the number appears, for desks without a softphone.'),
        })
        .prefault({}),
    })
    .prefault({})
    .describe('How many points each factor gives, and when it may be used.'),
  limits: z
    .strictObject({
      wrongAnswersPerCall: z.int().min(1).max(10).default(3),
      subjectLockMinutes: minutes.default(30),
      revealSeconds: z.int().min(5).max(600).default(60),
    })
    .prefault({})
    .describe('How many wrong answers, and how long anything is allowed.'),
});

export type Policy = z.output<typeof policySchema>;
export type Role = z.output<typeof role>;
export type PurposeRules = Policy['purposes'][string];
