import { isAbsolute } from 'node:path';
import * as z from 'zod/mini';
import { policyRules } from '../../../shared/policy-problem.js';
import { bareUrl, said, section, usually, whole } from './terms.js';

const file = () => z.string().check(z.maxLength(1000), z.refine(isAbsolute, policyRules['absolute-path']));

const tlsUrl = z
  .url({ protocol: /^tls$/ })
  .check(z.regex(/^tls:\/\/(?:[a-z0-9.-]+|\[[0-9a-f:]+\])(?::[0-9]{1,5})?\/?$/, 'tls://host[:port]'));

const syslog = z.strictObject({
  kind: z.literal('syslog'),
  url: said(tlsUrl, 'tls://host[:6514]: RFC 5424 messages over TLS 1.2 or newer (RFC 5425).'),
  enterprise: said(
    usually(whole(1, 2 ** 31 - 1), 32473),
    'Private enterprise number in the name of the structured data; left out, that of examples (RFC 5612).',
  ),
  clientCertificate: said(
    z.optional(z.strictObject({ certificateFile: file(), keyFile: file() })),
    'PEM files that the desk proves itself with; the agent’s account has to be able to read both.',
  ),
});

const otlp = z.strictObject({
  kind: z.literal('otlp'),
  url: said(
    bareUrl(),
    'The whole address for logs, such as https://otel.esimerkki.example:4318/v1/logs (OTLP/HTTP, JSON).',
  ),
});

const areDifferent = (collectors: readonly { readonly url: string }[]): boolean =>
  new Set(collectors.map(({ url }) => url)).size === collectors.length;

const collectors = z
  .array(z.discriminatedUnion('kind', [syslog, otlp]))
  .check(z.maxLength(8), z.refine(areDifferent, policyRules['address-twice']));

const days = () => whole(30, 3650);

/** Where the audit entries go besides the journal, and how long they are kept in it. */
export const auditSchema = section({
  deliver: said(
    usually(collectors, []),
    'Collectors; each gets every entry, in order, at least once, from the first one on.',
  ),
  maxUndelivered: said(
    usually(whole(10, 1_000_000), 500),
    'Lookups stop while more entries than that are known to no collector.',
  ),
  retentionDays: said(
    usually(days(), 365),
    'A part of the journal (a month, or 4 MiB) is removed once all in it and before it has been kept so long and is with every collector.',
  ),
  flaggedRetentionDays: said(
    usually(days(), 730),
    'The same for bypasses, locks, flags and suspected fraud; the part they are in stays with them.',
  ),
});

export type SyslogPolicy = z.output<typeof syslog>;
export type OtlpPolicy = z.output<typeof otlp>;
