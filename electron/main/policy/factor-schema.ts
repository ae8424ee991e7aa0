import * as z from 'zod/mini';
import { policyRules } from '../../../shared/policy-problem.js';
import { bareUrl, points, said, section, text, usually, whole } from './terms.js';

const worth = (usual: number) => usually(points(), usual);
const coolDown = (about: string) => said(usually(whole(0, 365), 7), about);

/** RFC 9110 §5.6.2; what the desk says by itself is not for a policy to say. */
const headerName = z
  .string()
  .check(z.regex(/^(?!(?:host|content-length|content-type|cookie|connection)$)[a-z0-9-]{1,60}$/i));
const headerValue = z.string().check(z.regex(/^[\x20-\x7e]{0,500}$/));
const headers = () =>
  said(usually(z.record(headerName, headerValue), {}), '{{secret}} stands for the credential in the key ring.');

const body = z.string().check(
  z.maxLength(4000),
  z.refine((all) => all.includes('{{to}}') && all.includes('{{text}}'), policyRules['message-places']),
);

/** One request, with `{{to}}` and `{{text}}` in its body; `{{secret}}` in a header is the credential kept in the key ring. */
const gateway = z.strictObject({
  url: said(bareUrl(), 'Asked by POST for each message; nothing of the message stands in it.'),
  headers: headers(),
  form: said(
    usually(z.enum(['json', 'urlencoded']), 'json'),
    'How the body is written; {{to}} and {{text}} are escaped for it.',
  ),
  body: said(usually(body, '{"to":"{{to}}","text":"{{text}}"}'), '{{to}} is the number (E.164), {{text}} the message.'),
});

const verifier = z.strictObject({
  url: said(bareUrl(), 'Asked by POST {"account","code"}; answers {"valid":true} or {"valid":false}.'),
  headers: headers(),
  account: said(usually(z.enum(['userName', 'workEmail']), 'userName'), 'Which field is the account’s name there.'),
});

const inPerson = z.strictObject({
  points: worth(6),
  secondAgent: said(usually(z.boolean(), true), 'Whether another agent has to confirm it at this desk.'),
});

/** How many points each factor gives, and when it may be used. */
export const factorSchema = section({
  facts: section({ points: worth(2) }),
  codes: section({
    digits: said(usually(whole(6, 10), 6), 'Digits of a code that the desk sends.'),
    minutes: said(usually(whole(1, 10), 10), 'How long such a code can be used.'),
    resendSeconds: said(usually(whole(120, 3600), 120), 'The least time between two codes the same way.'),
  }),
  emailCode: said(
    section({ points: worth(2), coolDownDays: coolDown('No code is mailed to an address changed more recently.') }),
    'A code to the e-mail address on file; needs mail.',
  ),
  smsCode: said(
    section({
      points: worth(4),
      coolDownDays: coolDown('No code is sent to a number changed more recently.'),
      gateway: said(z.optional(gateway), 'The gateway that sends text messages; without it there are none.'),
    }),
    'A code by text message to the number on file.',
  ),
  callBack: section({
    points: worth(4),
    coolDownDays: coolDown('A number changed more recently is not called.'),
    dial: said(
      usually(z.enum(['softphone', 'show']), 'softphone'),
      'show: the number appears, for desks without a softphone.',
    ),
  }),
  approval: said(
    section({
      points: worth(4),
      contacts: said(
        usually(z.record(text(), z.email()), {}),
        'By organisation, the mailbox of its contact person; needs mail.',
      ),
    }),
    'A code to the contact person of the subject’s organisation.',
  ),
  secondAgent: section({ points: said(worth(4), 'For another agent who confirms at this desk.') }),
  totp: said(
    section({
      points: worth(6),
      verifier: said(z.optional(verifier), 'The verifier of one-time passwords; without it there are none.'),
    }),
    'A one-time password (RFC 6238), checked by the company’s verifier; the desk never has its secret.',
  ),
  inPerson: said(
    z.optional(inPerson),
    'Identity document seen by video or in person, attested by the agent with a reason; off where left out.',
  ),
});

export type FactorPolicy = z.output<typeof factorSchema>;
