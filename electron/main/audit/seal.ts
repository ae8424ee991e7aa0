import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { Key } from './key-ring.js';

/** A multiple of this many bytes is sealed, so that the length does not tell which name or number was searched by. */
const paddedTo = 64;

const padded = (text: string): Buffer => {
  const bytes = Buffer.from(text);
  return Buffer.concat([bytes, Buffer.alloc((paddedTo - (bytes.length % paddedTo)) % paddedTo, ' ')]); // JSON allows the spaces
};

const headerOf = (more: { readonly kid?: string }): string =>
  Buffer.from(JSON.stringify({ alg: 'dir', enc: 'A256GCM', ...more })).toString('base64url');
const subjectHeader = headerOf({});

/**
 * A compact JWE (RFC 7516 §7.1), alg `dir`, enc `A256GCM` (RFC 7518 §4.5, §5.3), of a JSON object padded with spaces. Written out
 * here because it must not wait: WebCrypto would send each entry through the thread pool twice before it gets to the disk.
 * @param month names the month's key as `kid`; a subject's key is not named, for its name would join the subject's months
 */
export const seal = (plain: Readonly<Record<string, string>>, key: Key, month: string | null): string => {
  const header = month === null ? subjectHeader : headerOf({ kid: month });
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(header));
  const sealed = Buffer.concat([cipher.update(padded(JSON.stringify(plain))), cipher.final()]);
  const tag = cipher.getAuthTag();
  return `${header}..${nonce.toString('base64url')}.${sealed.toString('base64url')}.${tag.toString('base64url')}`;
};

/** What is sealed under a subject's key begins so, whoever that is. */
export const sealedForSubject = `${subjectHeader}.`;

/** What was sealed; null when that is not its key. */
export const unseal = (jwe: string, key: Key): Readonly<Record<string, string>> | null => {
  const [header = '', , nonce = '', content = '', tag = ''] = jwe.split('.');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'))
      .setAAD(Buffer.from(header))
      .setAuthTag(Buffer.from(tag, 'base64url'));
    const plain = Buffer.concat([decipher.update(content, 'base64url'), decipher.final()]);
    return JSON.parse(plain.toString('utf8')) as Record<string, string>;
  } catch {
    return null;
  }
};

/** HMAC-SHA-256 of the registry's id under the month's pepper, base64url. */
export const pseudonym = (id: string, pepper: Key): string =>
  createHmac('sha256', pepper).update(id).digest('base64url');

/** `2026-11`, UTC. */
export const monthOf = (time: Date): string => time.toISOString().slice(0, 7);
