import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { verifierKey } from '../../../../../electron/main/credentials/device-key.js';

/** Reads a verifier key by the rule of C2SP signed-note; null when its id is not that of its name and key. */
const parse = (text: string) => {
  const [name = '', id, ...rest] = text.split('+');
  const key = Buffer.from(rest.join('+'), 'base64');
  const hash = createHash('sha256').update(`${name}\n`).update(key).digest('hex').slice(0, 8);
  return hash === id && key[0] === 1 && key.length === 33 ? { name, key: key.subarray(1) } : null;
};

it('the rule is that of the published example (golang.org/x/mod/sumdb/note)', () => {
  const published = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
  expect(parse(published)).toMatchObject({ name: 'PeterNeumann' });
});

it('the key is the one of the published example for the seed of that example', () => {
  const seed = Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1);
  const published = Buffer.from('ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', 'base64').subarray(1);
  expect(parse(verifierKey('esimerkki.example', seed))?.key).toEqual(published);
});

it('whoever has the verifier key can check what the seed signs, and tells desks apart', () => {
  const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 });
  fc.assert(
    fc.property(seeds, fc.string({ minLength: 1, unit: 'binary' }), (seed, domain) => {
      const parsed = parse(verifierKey(domain, seed));
      expect(parsed?.name).toMatch(/^[^\s+]+\/[0-9a-f]{16}$/);
      const der = (start: string, key: Uint8Array) => Buffer.concat([Buffer.from(start, 'hex'), key]);
      const secret = createPrivateKey({
        key: der('302e020100300506032b657004220420', seed),
        format: 'der',
        type: 'pkcs8',
      });
      const open = createPublicKey({
        key: der('302a300506032b6570032100', parsed?.key ?? Buffer.alloc(0)),
        format: 'der',
        type: 'spki',
      });
      const message = Buffer.from('a checkpoint');
      expect(verify(null, message, open, sign(null, message, secret))).toBe(true);
    }),
    { numRuns: 100 },
  );
});
