import * as z from 'zod/mini';
import { said, section, usually } from './terms.js';

/** Where what a call leaves behind is sent. */
export const requestsSchema = section({
  mailTo: said(z.optional(z.email()), 'Left out: organisation.privacyContact.'),
  removalTo: said(z.optional(z.email()), 'The mailbox of the registry’s owner, for removals. Left out: mailTo.'),
  language: said(usually(z.enum(['fi', 'sv', 'en']), 'fi'), 'Of these mails.'),
});
