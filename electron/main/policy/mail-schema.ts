import * as z from 'zod/mini';
import { said } from './terms.js';

const relay = z
  .url({ protocol: /^smtps?$/ })
  .check(
    z.regex(
      /^smtps?:\/\/(?:[a-z0-9.-]+|\[[0-9a-f:]+\])(?::[0-9]{1,5})?\/?$/,
      'smtps://host[:port] or smtp://host[:port]',
    ),
  );

/** Where the desk's mail goes out. */
export const mailSchema = z.strictObject({
  relay: said(
    relay,
    'smtps://host[:465], or smtp://host[:587], where TLS begins by STARTTLS before anything is said. The relay knows the desk by its address.',
  ),
  from: said(z.email(), 'Whom the mail is from.'),
});

export type MailPolicy = z.output<typeof mailSchema>;
