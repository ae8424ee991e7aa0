import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFrames, messageLength } from '../../../../../electron/main/registry/ldap-frame.js';
import { ber } from '../../../../support/ber.mjs';

const message = fc.uint8Array({ maxLength: 300 }).map((content) => ber(0x30, Buffer.from(content)));

describe('a stream of messages', () => {
  it('is parted the same, however it is cut', () => {
    fc.assert(
      fc.property(fc.array(message), fc.infiniteStream(fc.integer({ min: 1, max: 40 })), (messages, cuts) => {
        const heard: string[] = [];
        const frames = createFrames(1000, (bytes) => heard.push(bytes.toString('hex')));
        const all = Buffer.concat(messages);
        for (let at = 0; at < all.length;) {
          const size = Number(cuts.next().value);
          expect(frames.take(all.subarray(at, at + size))).toBeNull();
          at += size;
        }
        expect(heard).toEqual(messages.map((bytes) => bytes.toString('hex')));
      }),
    );
  });

  it.each([
    ['of another kind', [0x31, 0x00], 'registry-invalid'],
    ['of text', [...Buffer.from('HTTP/1.1')], 'registry-invalid'],
    ['without an end', [0x30, 0x80], 'registry-invalid'],
    ['with a length of five bytes', [0x30, 0x85], 'registry-invalid'],
    ['larger than is allowed', [0x30, 0x82, 0x03, 0xe5], 'registry-too-large'],
    ['of 4 GB', [0x30, 0x84, 0xff, 0xff, 0xff, 0xff], 'registry-too-large'],
  ])('is refused before the rest has come with one %s', (_what, bytes, code) => {
    const frames = createFrames(1000, () => expect.unreachable());
    expect(frames.take(Buffer.from(bytes))).toBe(code);
  });

  it('reads the long form that Active Directory writes for short messages too', () => {
    expect(messageLength(Buffer.from([0x30, 0x84, 0x00, 0x00, 0x00, 0x28]))).toBe(46);
  });
});
