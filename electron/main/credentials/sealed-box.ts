import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const nonceBytes = 12;
const tagBytes = 16;
const headerPattern = /^\{"v":1,"cipher":"aes-256-gcm","nonce":"([A-Za-z0-9_-]{16})"\}$/;

/** One header line, then cipher text and tag (AES-256-GCM, NIST SP 800-38D). The header is authenticated with the content. */
export const closeBox = (content: Uint8Array, key: Uint8Array): Buffer => {
  const nonce = randomBytes(nonceBytes);
  const header = Buffer.from(`{"v":1,"cipher":"aes-256-gcm","nonce":"${nonce.toString('base64url')}"}\n`);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(header);
  return Buffer.concat([header, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
};

/** The content; null when the box is damaged, of another version or of another key. */
export const openBox = (box: Buffer, key: Uint8Array): Buffer | null => {
  const headerEnd = box.indexOf('\n') + 1;
  const nonce = headerPattern.exec(box.subarray(0, Math.max(0, headerEnd - 1)).toString('latin1'))?.[1];
  if (nonce === undefined || box.length < headerEnd + tagBytes) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'))
    .setAAD(box.subarray(0, headerEnd))
    .setAuthTag(box.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(box.subarray(headerEnd, -tagBytes)), decipher.final()]);
  } catch {
    return null;
  }
};
