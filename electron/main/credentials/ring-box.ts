import { randomBytes } from 'node:crypto';
import { nonceBytes, openBox, sealBytes, sealedLength, unsealBytes } from './sealed-box.js';

/** Where the next addition goes: its place among them and in the file, in bytes, and the header that all of them are about. */
export interface Tail {
  readonly header: Buffer;
  readonly additions: number;
  readonly end: number;
}

export interface OpenRingBox {
  readonly content: Buffer;
  /** In their order. */
  readonly additions: readonly Buffer[];
  /** Null where nothing can be added: a file of before there were additions. */
  readonly tail: Tail | null;
}

const headerPattern = /^\{"v":2,"cipher":"aes-256-gcm","nonce":"([A-Za-z0-9_-]{16})","bytes":(\d{1,9})\}$/;

/**
 * A header line and what is sealed, of which the header tells the length: after it there is room for additions. That a key is added then takes one
 * short write, however many there are.
 */
export const closeRingBox = (content: Uint8Array, key: Uint8Array): { readonly bytes: Buffer; readonly tail: Tail } => {
  const nonce = randomBytes(nonceBytes);
  const about = `"nonce":"${nonce.toString('base64url')}","bytes":${sealedLength(content.length)}`;
  const header = Buffer.from(`{"v":2,"cipher":"aes-256-gcm",${about}}\n`);
  const bytes = Buffer.concat([header, sealBytes(content, key, nonce, header)]);
  return { bytes, tail: { header, additions: 0, end: bytes.length } };
};

const placeOf = ({ header, additions }: Pick<Tail, 'header' | 'additions'>): Buffer =>
  Buffer.from(`${header.toString('latin1')}${additions}`);

/** A line of its own: an addition belongs to one box and to one place in it. */
export const addition = (content: Uint8Array, key: Uint8Array, tail: Tail): Buffer => {
  const nonce = randomBytes(nonceBytes);
  return Buffer.from(
    `${Buffer.concat([nonce, sealBytes(content, key, nonce, placeOf(tail))]).toString('base64url')}\n`,
  );
};

const openAddition = (line: string, key: Uint8Array, tail: Tail): Buffer | null => {
  const bytes = Buffer.from(line, 'base64url');
  return unsealBytes(bytes.subarray(nonceBytes), key, bytes.subarray(0, nonceBytes), placeOf(tail));
};

/** What a crash leaves of the last write: a part of it, or nothing where some sectors of it did not reach the disk. */
const isTorn = (line: string): boolean => !/^[A-Za-z0-9_-]*$/.test(line);

/** Null when one does not open. The last may be torn, and is none then: nothing is added before what was is on the disk. */
const openAdditions = (file: Buffer, key: Uint8Array, from: Tail): Omit<OpenRingBox, 'content'> | null => {
  const additions: Buffer[] = [];
  let tail = from;
  const lines = file.subarray(from.end).toString('latin1').split('\n');
  const last = lines.pop() === '' ? lines.length - 1 : -1;
  for (const [nth, line] of lines.entries()) {
    const opened = openAddition(line, key, tail);
    if (opened === null && nth === last && isTorn(line)) break;
    if (opened === null) return null;
    additions.push(opened);
    tail = { header: from.header, additions: additions.length, end: tail.end + line.length + 1 };
  }
  return { additions, tail };
};

/** Null when it is damaged, of another version or of another key. */
export const openRingBox = (file: Buffer, key: Uint8Array): OpenRingBox | null => {
  const headerEnd = file.indexOf('\n') + 1;
  const header = file.subarray(0, headerEnd);
  const [, nonce, length] = headerPattern.exec(header.toString('latin1').trimEnd()) ?? [];
  if (nonce === undefined) {
    const content = openBox(file, key);
    return content && { content, additions: [], tail: null };
  }
  const end = headerEnd + Number(length);
  const content = unsealBytes(file.subarray(headerEnd, end), key, Buffer.from(nonce, 'base64url'), header);
  const added = content && openAdditions(file, key, { header, additions: 0, end });
  return content && added && { content, ...added };
};
