import { isAbsolute } from 'node:path';
import * as z from 'zod/mini';
import { policyRules } from '../../../shared/policy-problem.js';
import { auditSchema } from './audit-schema.js';
import { factorSchema } from './factor-schema.js';
import { mailSchema } from './mail-schema.js';
import { populationsSchema, purposesSchema, type PurposeRules } from './purpose-schema.js';
import { registrySchema } from './registry-schema.js';
import { requestsSchema } from './requests-schema.js';
import { signInSchema, type role } from './sign-in-schema.js';
import { between, minutes, said, section, text, usually, whole } from './terms.js';
import { watchSchema } from './watch-schema.js';

const isRegExp = (pattern: string): boolean => {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
};

const sessionSchema = section({
  idleMinutes: said(usually(minutes(), 15), 'Nobody has touched the computer for so long: the desk locks.'),
  absoluteHours: said(usually(whole(1, 24), 12), 'So long after sign-in the session is over, whatever is going on.'),
  lockWithScreen: said(usually(z.boolean(), true), 'The desk locks when the computer is locked.'),
  lockedCallMinutes: said(
    usually(whole(0, 24 * 60), 5),
    'A call that is open when the desk locks is abandoned after so long; 0 means at once.',
  ),
  contentProtection: said(
    usually(z.boolean(), false),
    'Hides the window from screen capture on Windows and macOS. A deterrent: a camera still sees it.',
  ),
});

const caFile = z.string().check(z.maxLength(1000), z.refine(isAbsolute, policyRules['absolute-path']));
const distinguishedName = said(text(), 'In the order of the certificate: C=FI, O=Esimerkki Oy, CN=desk-17.');
const clientCertificate = z.union([
  z.strictObject({ sha256: z.string().check(z.regex(/^[\dA-Fa-f]{2}(?::?[\dA-Fa-f]{2}){31}$/)) }),
  z.strictObject({ issuer: distinguishedName, subject: distinguishedName }),
]);

const networkSchema = section({
  caFile: said(
    z.optional(caFile),
    'PEM file of authorities that are trusted besides the system’s; owned and writable as this file is.',
  ),
  clientCertificate: said(
    z.optional(clientCertificate),
    'The one certificate of this machine a server may be shown: its SHA-256, or both its names.',
  ),
});

const ticketPattern = z.string().check(z.maxLength(200), z.refine(isRegExp, policyRules['regular-expression']));

const limitsSchema = section({
  wrongAnswersPerCall: usually(whole(1, 10), 3),
  subjectLockMinutes: usually(minutes(), 30),
  answerMilliseconds: said(
    usually(whole(0, 5000), 400),
    'A comparison is answered so long after it was asked, match or not, so that time tells nothing.',
  ),
  revealSeconds: usually(whole(5, 600), 60),
  lookupsPerHour: said(
    usually(whole(1, 10_000), 60),
    'Lookups of one agent in any 60 minutes; then they stop until a reason is written.',
  ),
  lookupsPerDay: said(usually(whole(1, 100_000), 300), 'Lookups of one agent in any 24 hours.'),
  extensionLookups: said(usually(whole(1, 1000), 15), 'Lookups that a written reason opens, for an hour.'),
});

const words = between(1, 5000);
const noticeSchema = z.strictObject({
  version: said(text(), 'Any string that changes with the text; every agent accepts each version once.'),
  text: said(z.strictObject({ fi: words, sv: words, en: words }), 'Shown beside what the product always says.'),
});

/** The machine's policy. `resources/policy.schema.json` is generated from this value, so the parser and the schema cannot differ. */
export const policySchema = z.strictObject({
  $schema: z.optional(z.string()),
  version: said(text(), 'Any string that changes with the policy; written into every entry.'),
  demo: said(
    usually(z.boolean(), false),
    'Demo people: the window says DEMO, and plain http to this machine is allowed.',
  ),
  organisation: said(
    z.strictObject({ name: text(), domain: text(), privacyContact: z.optional(z.email()) }),
    'Whose desk this is.',
  ),
  allowedHosts: said(z.array(text()).check(z.minLength(1)), 'host or host:port; every other host is refused.'),
  signIn: said(signInSchema, 'How agents sign in, and which roles that gives them.'),
  session: said(sessionSchema, 'When the desk locks, and when a session ends.'),
  registry: said(registrySchema, 'Where subjects are looked up, and which attribute is which field.'),
  network: said(networkSchema, 'How the desk reaches the hosts above.'),
  mail: said(z.optional(mailSchema), 'The mail relay; without it nothing is sent by mail.'),
  requests: said(requestsSchema, 'Who gets what a call leaves behind for others to see to.'),
  audit: said(
    auditSchema,
    'Where the record goes besides this machine, how much may wait here, and how long it is kept.',
  ),
  ticket: said(
    section({
      pattern: said(
        usually(ticketPattern, '[A-Z]{2,10}-[0-9]{1,10}'),
        'The whole of a ticket reference must match; it stands in the journal in clear.',
      ),
      example: usually(text(), 'INC-20418'),
    }),
    'What a ticket reference looks like.',
  ),
  deepLink: said(
    usually(z.boolean(), false),
    'Whether a tunniste:call link may fill the form of a new call; it never starts one.',
  ),
  purposes: said(purposesSchema, 'What the desk may identify people for, what that takes and what may be shown.'),
  populations: said(populationsSchema, 'Groups of people for whom every purpose, or some of them, asks for more.'),
  raisedThreat: said(
    usually(z.boolean(), false),
    'Tightens every purpose while an attack is on: more proof, and verifications that hold half as long.',
  ),
  factors: said(factorSchema, 'How many points each factor gives, and when it may be used.'),
  limits: said(limitsSchema, 'How many wrong answers, and how long anything is allowed.'),
  watch: said(watchSchema, 'What is flagged for a supervisor to look at.'),
  notice: said(z.optional(noticeSchema), 'What agents are told before the first call, in your own words.'),
});

export type Policy = z.output<typeof policySchema>;
export type Role = z.output<typeof role>;
export type OidcPolicy = Extract<Policy['signIn'], { kind: 'oidc' }>;
export type { PurposeRules };
