import type { Policy } from '../policy/schema.js';

/** Whether the whole of it is a ticket reference: it goes into the journal in clear, and free text beside one would too. */
export const isTicket = ({ ticket: { pattern } }: Pick<Policy, 'ticket'>, ticket: string): boolean =>
  ticket.length <= 64 && new RegExp(`^(?:${pattern})$`, 'u').test(ticket);
