import type { Policy } from '../policy/schema.js';

/** RFC 6750 §2.1: the characters a bearer token can have. */
export const isBearerToken = (text: string): boolean => /^[\w.~+/-]{8,4096}=*$/.test(text);

/**
 * What a directory may take as a password: 1 to 1,024 bytes of text without control characters.
 * SECURITY: never none at all, which a directory would take for a guest (RFC 4513 §5.1.2).
 */
const isBindPassword = (text: string): boolean =>
  text !== '' && !/[\p{Cc}\p{Cs}]/u.test(text) && Buffer.byteLength(text) <= 1024;

/** What opens this kind of registry. */
export const accessKeyOf = (kind: Policy['registry']['kind'] | undefined): ((text: string) => boolean) =>
  kind === 'ldap' ? isBindPassword : isBearerToken;
