import * as z from 'zod';

const points = (usual: number) => z.int().min(0).max(100).default(usual);
const coolDownDays = z.int().min(0).max(365).default(7);

/** What else a URL can carry would end up in settings and in logs on the way. */
const https = z
  .url({ protocol: /^https?$/ })
  .refine((url) => !/[?#@]/.test(url), 'no user, password, query or fragment');

/** RFC 9110 §5.6.2; what the desk says by itself is not for a policy to say. */
const headerName = z.string().regex(/^(?!(?:host|content-length|content-type|cookie|connection)$)[a-z0-9-]{1,60}$/i);
const headerValue = z.string().regex(/^[\x20-\x7e]{0,500}$/);

/** One request, with `{{to}}` and `{{text}}` in its body; `{{secret}}` in a header is the credential kept in the key ring. */
const gateway = z.strictObject({
  url: https.describe('Asked by POST for each message; nothing of the message stands in it.'),
  headers: z
    .record(headerName, headerValue)
    .default({})
    .describe('{{secret}} stands for the credential in the key ring.'),
  form: z
    .enum(['json', 'urlencoded'])
    .default('json')
    .describe('How the body is written; {{to}} and {{text}} are escaped for it.'),
  body: z
    .string()
    .max(4000)
    .refine((body) => body.includes('{{to}}') && body.includes('{{text}}'), '{{to}} and {{text}} are needed')
    .default('{"to":"{{to}}","text":"{{text}}"}')
    .describe('{{to}} is the number (E.164), {{text}} the message.'),
});

const verifier = z.strictObject({
  url: https.describe('Asked by POST {"account","code"}; answers {"valid":true} or {"valid":false}.'),
  headers: z
    .record(headerName, headerValue)
    .default({})
    .describe('{{secret}} stands for the credential in the key ring.'),
  account: z.enum(['userName', 'workEmail']).default('userName').describe('Which field is the account’s name there.'),
});

/** How many points each factor gives, and when it may be used. */
export const factorSchema = z.strictObject({
  facts: z.strictObject({ points: points(2) }).prefault({}),
  codes: z
    .strictObject({
      digits: z.int().min(6).max(10).default(6).describe('Digits of a code that the desk sends.'),
      minutes: z.int().min(1).max(10).default(10).describe('How long such a code can be used.'),
      resendSeconds: z.int().min(120).max(3600).default(120).describe('The least time between two codes the same way.'),
    })
    .prefault({}),
  emailCode: z
    .strictObject({
      points: points(2),
      coolDownDays: coolDownDays.describe('No code is mailed to an address changed more recently.'),
    })
    .prefault({})
    .describe('A code to the e-mail address on file; needs mail.'),
  smsCode: z
    .strictObject({
      points: points(4),
      coolDownDays: coolDownDays.describe('No code is sent to a number changed more recently.'),
      gateway: gateway.optional().describe('The gateway that sends text messages; without it there are none.'),
    })
    .prefault({})
    .describe('A code by text message to the number on file.'),
  callBack: z
    .strictObject({
      points: points(4),
      coolDownDays: coolDownDays.describe('A number changed more recently is not called.'),
      dial: z
        .enum(['softphone', 'show'])
        .default('softphone')
        .describe('show: the number appears, for desks without a softphone.'),
    })
    .prefault({}),
  approval: z
    .strictObject({
      points: points(4),
      contacts: z
        .record(z.string().min(1).max(200), z.email())
        .default({})
        .describe('By organisation, the mailbox of its contact person; needs mail.'),
    })
    .prefault({})
    .describe('A code to the contact person of the subject’s organisation.'),
  secondAgent: z
    .strictObject({ points: points(4).describe('For another agent who confirms at this desk.') })
    .prefault({}),
  totp: z
    .strictObject({
      points: points(6),
      verifier: verifier.optional().describe('The verifier of one-time passwords; without it there are none.'),
    })
    .prefault({})
    .describe('A one-time password (RFC 6238), checked by the company’s verifier; the desk never has its secret.'),
  inPerson: z
    .strictObject({
      points: points(6),
      secondAgent: z.boolean().default(true).describe('Whether another agent has to confirm it at this desk.'),
    })
    .optional()
    .describe('Identity document seen by video or in person, attested by the agent with a reason; off where left out.'),
});

export type FactorPolicy = z.output<typeof factorSchema>;
