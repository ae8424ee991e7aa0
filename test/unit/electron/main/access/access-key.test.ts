import { describe, expect, it } from 'vitest';
import { accessKeyOf } from '../../../../../electron/main/access/access-key.js';

describe('what opens a registry', () => {
  it.each(['a', 'salasana (ä) * 1', 'with space', '密码', 'x'.repeat(1024), '"\\,+=<>#;'])(
    'can be %j for a directory',
    (password) => expect(accessKeyOf('ldap')(password)).toBe(true),
  );

  it.each(['', 'line\nbreak', 'nul\0', 'tab\t', '\u0085', '\ud800', 'x'.repeat(1025), 'ä'.repeat(513)])(
    'cannot be %j for a directory',
    (password) => expect(accessKeyOf('ldap')(password)).toBe(false),
  );

  it('is a bearer token for a SCIM service, and where there is no policy', () => {
    for (const kind of ['scim', undefined] as const) {
      expect(accessKeyOf(kind)('token-1234567890')).toBe(true);
      expect(accessKeyOf(kind)('salasana (ä) * 1')).toBe(false);
    }
  });
});
