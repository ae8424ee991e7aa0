/** Every message is a sequence (RFC 4511 §4.1.1). */
const sequence = 0x30;

/**
 * How long the message is that begins here, with its head (X.690 §8.1.3): bytes, at least as many as must be there to tell. NaN when none
 * begins here; indefinite lengths are not LDAP's (RFC 4511 §5.1).
 */
export const messageLength = (bytes: Uint8Array): number => {
  const [tag, length] = bytes;
  if (tag === undefined) return 2;
  if (tag !== sequence) return Number.NaN;
  if (length === undefined || length < 0x80) return 2 + (length ?? 0);
  const size = length - 0x80;
  if (size < 1 || size > 4) return Number.NaN;
  if (bytes.length < 2 + size) return 2 + size;
  return 2 + size + bytes.subarray(2, 2 + size).reduce((sum, byte) => sum * 256 + byte, 0);
};

export interface Frames {
  /** Takes what came; answers why that cannot go on, before more of it has come. */
  take(part: Uint8Array): 'registry-invalid' | 'registry-too-large' | null;
}

/** Parts a stream into messages of at most `largest` bytes. */
export const createFrames = (largest: number, onMessage: (message: Buffer) => void): Frames => {
  let rest = Buffer.alloc(0);
  return {
    take: (part) => {
      rest = Buffer.concat([rest, part]);
      for (;;) {
        const length = messageLength(rest);
        if (Number.isNaN(length)) return 'registry-invalid';
        if (length > largest) return 'registry-too-large';
        if (rest.length < length) return null;
        const message = rest.subarray(0, length);
        rest = rest.subarray(length);
        onMessage(message);
      }
    },
  };
};
