import type { Policy } from '../policy/schema.js';
import { parsePhone } from '../registry/phone.js';
import { isTicket } from './ticket.js';

/** What a link may put into the form of a new call; empty when the link does not name it. */
export interface CallLink {
  readonly ticket: string;
  /** The caller's number, E.164. */
  readonly from: string;
}

/** Characters; two references need far fewer. */
const longest = 200;
const shape = /^tunniste:call\?((?:ticket|from)=[^&=]+(?:&(?:ticket|from)=[^&=]+)?)$/u;

/** Percent-decoded (RFC 3986 §2.1): a plus is a plus, as in a number. */
const decode = (text: string): string | null => {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
};

const valuesOf = (query: string): Readonly<Record<string, string>> | null => {
  const pairs = query.split('&').map((pair) => pair.split('='));
  const values = pairs.map(([key = '', value = '']) => [key, decode(value)] as const);
  const isPlain = values.every(([, value]) => value !== null && !/\p{C}/u.test(value));
  const isOnce = new Set(values.map(([key]) => key)).size === values.length;
  return isPlain && isOnce ? (Object.fromEntries(values) as Record<string, string>) : null;
};

/**
 * Reads `tunniste:call?ticket=…&from=…`: the scheme and the word exactly so, one or both keys, each once, a ticket the policy's pattern takes
 * whole, a telephone number. Null for anything else: a link comes from whoever made the agent click it.
 */
export const parseLink = (text: string, policy: Pick<Policy, 'ticket'>): CallLink | null => {
  const query = text.length <= longest ? shape.exec(text)?.[1] : undefined;
  const values = query === undefined ? null : valuesOf(query);
  if (values === null) return null;
  const { ticket, from } = values;
  if (ticket !== undefined && !isTicket(policy, ticket)) return null;
  const number = from === undefined ? '' : parsePhone(from);
  return number === null ? null : { ticket: ticket ?? '', from: number };
};
