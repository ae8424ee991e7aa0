import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

export const nonceBytes = 12;
const tagBytes = 16;
const headerPattern = /^\{"v":1,"cipher":"aes-256-gcm","nonce":"([A-Za-z0-9_-]{16})"\}$/;

/** How many bytes sealing so many takes. */
export const sealedLength = (length: number): number => length + tagBytes;

/** Cipher text and tag (AES-256-GCM, NIST SP 800-38D). @param about what is authenticated with it. */
export const sealBytes = (content: Uint8Array, key: Uint8Array, nonce: Uint8Array, about: Uint8Array): Buffer => {
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(about);
  return Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()]);
};

/** Null when they are damaged, of another key, or about something else. */
export const unsealBytes = (
  sealed: Uint8Array,
  key: Uint8Array,
  nonce: Uint8Array,
  about: Uint8Array,
): Buffer | null => {
  if (sealed.length < tagBytes || nonce.length !== nonceBytes) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(about).setAuthTag(sealed.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()]);
  } catch {
    return null;
  }
};

/** One header line, then what is sealed, with which the header is authenticated. */
export const closeBox = (content: Uint8Array, key: Uint8Array): Buffer => {
  const nonce = randomBytes(nonceBytes);
  const header = Buffer.from(`{"v":1,"cipher":"aes-256-gcm","nonce":"${nonce.toString('base64url')}"}\n`);
  return Buffer.concat([header, sealBytes(content, key, nonce, header)]);
};

/** The content; null when the box is damaged, of another version or of another key. */
export const openBox = (box: Buffer, key: Uint8Array): Buffer | null => {
  const headerEnd = box.indexOf('\n') + 1;
  const nonce = headerPattern.exec(box.subarray(0, Math.max(0, headerEnd - 1)).toString('latin1'))?.[1];
  if (nonce === undefined) return null;
  return unsealBytes(box.subarray(headerEnd), key, Buffer.from(nonce, 'base64url'), box.subarray(0, headerEnd));
};
