import { randomBytes } from 'node:crypto';
import { nonceBytes, openBox, sealBytes, sealedLength, unsealBytes } from './sealed-box.js';

export interface OpenRingBox {
  readonly content: Buffer;
  /** In their order. */
  readonly additions: readonly Buffer[];
  /** Up to the end of its first line; tells one writing of the file from every other. */
  readonly header: Buffer;
}

const headerPattern = /^\{"v":2,"cipher":"aes-256-gcm","nonce":"([A-Za-z0-9_-]{16})","bytes":(\d{1,9})\}$/;

/** Empty where there is none. */
export const headerOf = (file: Buffer): Buffer => Buffer.from(file.subarray(0, file.indexOf('\n') + 1));

/**
 * A header line and what is sealed, of which the header tells the length: after it there is room for additions. That a key is added then takes one
 * short write, however many there are.
 */
export const closeRingBox = (content: Uint8Array, key: Uint8Array): Buffer => {
  const nonce = randomBytes(nonceBytes);
  const about = `"nonce":"${nonce.toString('base64url')}","bytes":${sealedLength(content.length)}`;
  const header = Buffer.from(`{"v":2,"cipher":"aes-256-gcm",${about}}\n`);
  return Buffer.concat([header, sealBytes(content, key, nonce, header)]);
};

const placeOf = (header: Buffer, nth: number): Buffer => Buffer.from(`${header.toString('latin1')}${nth}`);

/** A line of its own, about one writing of the file and one place in it. @param nth of the additions, counted from 0 */
export const addition = (content: Uint8Array, key: Uint8Array, header: Buffer, nth: number): Buffer => {
  const nonce = randomBytes(nonceBytes);
  const sealed = Buffer.concat([nonce, sealBytes(content, key, nonce, placeOf(header, nth))]);
  return Buffer.from(`${sealed.toString('base64url')}\n`);
};

const openAddition = (line: string, key: Uint8Array, header: Buffer, nth: number): Buffer | null => {
  const bytes = Buffer.from(line, 'base64url');
  return unsealBytes(bytes.subarray(nonceBytes), key, bytes.subarray(0, nonceBytes), placeOf(header, nth));
};

/** Nulls are what a crash leaves of a write of which some sectors did not reach the disk. */
const isTorn = (line: string): boolean => line.includes('\0');

/**
 * Null when one does not open. The last may be torn, and is none then: in one run of the desk nothing is added before what was is on the disk, and
 * each run begins with writing the file anew. That whole additions were taken away cannot be told, as little as that an older file was put there.
 */
const openAdditions = (bytes: Buffer, key: Uint8Array, header: Buffer): Buffer[] | null => {
  const additions: Buffer[] = [];
  const lines = bytes.toString('latin1').split('\n');
  const last = lines.pop() === '' ? lines.length - 1 : -1;
  for (const [nth, line] of lines.entries()) {
    const opened = openAddition(line, key, header, nth);
    if (opened === null && nth === last && isTorn(line)) break;
    if (opened === null) return null;
    additions.push(opened);
  }
  return additions;
};

/** Null when it is damaged, of another version or of another key. */
export const openRingBox = (file: Buffer, key: Uint8Array): OpenRingBox | null => {
  const header = headerOf(file);
  const [, nonce, length] = headerPattern.exec(header.toString('latin1').trimEnd()) ?? [];
  if (nonce === undefined) {
    const content = openBox(file, key); // of before there were additions
    return content && { content, additions: [], header };
  }
  const end = header.length + Number(length);
  const content = unsealBytes(file.subarray(header.length, end), key, Buffer.from(nonce, 'base64url'), header);
  const additions = content && openAdditions(file.subarray(end), key, header);
  return content && additions && { content, additions, header };
};
