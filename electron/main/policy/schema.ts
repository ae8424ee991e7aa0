import { isAbsolute } from 'node:path';
import * as z from 'zod';
import { factorSchema } from './factor-schema.js';
import { mailSchema } from './mail-schema.js';
import { populations, purposes, type PurposeRules } from './purpose-schema.js';
import { registrySchema } from './registry-schema.js';
import { requestsSchema } from './requests-schema.js';
import { signIn, type role } from './sign-in-schema.js';

// A policy is parsed once: a parser compiled for it costs more than it saves, and compiles code at run time.
z.config({ jitless: true });

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

const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

/** `06:00`; `24:00` is the end of the day. */
const clock = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/);
const threshold = z.int().min(1).max(1000);
const words = z.string().min(1).max(5000);

const distinguishedName = text.describe('In the order of the certificate: C=FI, O=Esimerkki Oy, CN=desk-17.');

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
  signIn: signIn.describe('How agents sign in, and which roles that gives them.'),
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
  registry: registrySchema.describe('Where subjects are looked up, and which attribute is which field.'),
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
  mail: mailSchema.optional().describe('The mail relay; without it nothing is sent by mail.'),
  requests: requestsSchema.prefault({}).describe('Who gets what a call leaves behind for others to see to.'),
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
  purposes: purposes.describe('What the desk may identify people for, what that takes and what may be shown.'),
  populations: populations
    .default([])
    .describe('Groups of people for whom every purpose, or some of them, asks for more.'),
  raisedThreat: z
    .boolean()
    .default(false)
    .describe('Tightens every purpose while an attack is on: more proof, and verifications that hold half as long.'),
  factors: factorSchema.prefault({}).describe('How many points each factor gives, and when it may be used.'),
  limits: z
    .strictObject({
      wrongAnswersPerCall: z.int().min(1).max(10).default(3),
      subjectLockMinutes: minutes.default(30),
      answerMilliseconds: z
        .int()
        .min(0)
        .max(5000)
        .default(400)
        .describe('A comparison is answered so long after it was asked, match or not, so that time tells nothing.'),
      revealSeconds: z.int().min(5).max(600).default(60),
      lookupsPerHour: z
        .int()
        .min(1)
        .max(10_000)
        .default(60)
        .describe('Lookups of one agent in any 60 minutes; then they stop until a reason is written.'),
      lookupsPerDay: z.int().min(1).max(100_000).default(300).describe('Lookups of one agent in any 24 hours.'),
      extensionLookups: z
        .int()
        .min(1)
        .max(1000)
        .default(15)
        .describe('Lookups that a written reason opens, for an hour.'),
    })
    .prefault({})
    .describe('How many wrong answers, and how long anything is allowed.'),
  watch: z
    .strictObject({
      repeatDays: z
        .int()
        .min(1)
        .max(90)
        .default(7)
        .describe('How many days back the same subject, and failures about a subject, are looked for.'),
      searchesWithoutSelection: threshold
        .default(5)
        .describe('Searches in one day that found somebody of whom nobody was chosen.'),
      failedCompares: threshold.default(5).describe('Compared sets in one day that did not match.'),
      failuresOnSubject: threshold
        .default(3)
        .describe('Wrong answers about one subject: compared sets that did not match, and wrong codes.'),
      resetPurposes: z
        .array(z.string().max(40))
        .default(['access-reset'])
        .describe('Purposes in which a lost phone and a proof by other means are looked at.'),
      hours: z
        .strictObject({
          from: clock.default('06:00').describe('When calls are expected to begin.'),
          to: clock.default('22:00').describe('Until when; earlier than from goes over midnight.'),
          days: z
            .array(z.int().min(1).max(7))
            .default([1, 2, 3, 4, 5, 6, 7])
            .describe('ISO 8601 weekdays, 1 is Monday; what is after midnight belongs to the day before.'),
          timeZone: z
            .string()
            .refine(isTimeZone, 'not an IANA time zone')
            .optional()
            .describe("For hours and days; the workstation's where left out."),
        })
        .prefault({}),
      shownDays: z.int().min(1).max(730).default(90).describe('How many days back the page of flags reaches.'),
    })
    .prefault({})
    .describe('What is flagged for a supervisor to look at.'),
  notice: z
    .strictObject({
      version: text.describe('Any string that changes with the text; every agent accepts each version once.'),
      text: z.strictObject({ fi: words, sv: words, en: words }).describe('Shown beside what the product always says.'),
    })
    .optional()
    .describe('What agents are told before the first call, in your own words.'),
});

export type Policy = z.output<typeof policySchema>;
export type Role = z.output<typeof role>;
export type OidcPolicy = Extract<Policy['signIn'], { kind: 'oidc' }>;
export type { PurposeRules };
