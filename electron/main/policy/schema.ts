import * as z from 'zod';
import { fields } from '../../../shared/subject.js';
import { signIn, type role } from './sign-in-schema.js';

// A policy is parsed once: a parser compiled for it costs more than it saves, and compiles code at run time.
z.config({ jitless: true });

const field = z.enum(fields);
/** Whether someone still works there is not a thing to ask a caller. */
const comparable = field.exclude(['status']);
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
  organisation: z.strictObject({ name: text, domain: text, privacyContact: z.email().optional() }),
  allowedHosts: z.array(text).min(1).describe('host or host:port; every other host is refused.'),
  signIn,
  registry: z.strictObject({
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
        phoneChangedAt: attributePath.optional(),
        emailChangedAt: attributePath.optional(),
      })
      .prefault({}),
  }),
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
    .prefault({}),
  purposes: z
    .record(z.string().regex(/^[a-z][a-z-]{0,39}$/), purpose)
    .refine((all) => Object.keys(all).length > 0, 'at least one purpose'),
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
      secondAgent: z
        .strictObject({
          points: z.int().min(0).max(100).default(4).describe('For another agent who confirms at this desk.'),
        })
        .prefault({}),
    })
    .prefault({}),
  limits: z
    .strictObject({
      wrongAnswersPerCall: z.int().min(1).max(10).default(3),
      subjectLockMinutes: minutes.default(30),
      revealSeconds: z.int().min(5).max(600).default(60),
    })
    .prefault({}),
});

export type Policy = z.output<typeof policySchema>;
export type Role = z.output<typeof role>;
export type OidcPolicy = Extract<Policy['signIn'], { kind: 'oidc' }>;
export type PurposeRules = Policy['purposes'][string];
