import * as z from 'zod';

/** Where what a call leaves behind is sent. */
export const requestsSchema = z.strictObject({
  mailTo: z.email().optional().describe('Left out: organisation.privacyContact.'),
  removalTo: z.email().optional().describe('The mailbox of the registry’s owner, for removals. Left out: mailTo.'),
  language: z.enum(['fi', 'sv', 'en']).default('fi').describe('Of these mails.'),
});
