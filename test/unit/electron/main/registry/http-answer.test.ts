import { describe, expect, it } from 'vitest';
import { jsonOf } from '../../../../../electron/main/registry/http-answer.js';

const now = new Date('2026-11-22T10:00:00Z');
const answer = (changes: Partial<Parameters<typeof jsonOf>[0]> & { text?: string }) => {
  const { text = '{}', ...rest } = changes;
  return jsonOf(
    { status: 200, contentType: 'application/scim+json', retryAfter: null, body: Buffer.from(text), ...rest },
    now,
  );
};

describe('an HTTP answer', () => {
  it.each(['application/scim+json', 'application/json', 'application/scim+json; charset=utf-8', 'Application/JSON'])(
    'is read as %s',
    (contentType) => {
      expect(answer({ contentType, text: '{"a":1}' })).toEqual({ ok: true, value: { a: 1 } });
    },
  );

  it.each(['text/html', '', 'text/plain', 'application/jsonp'])('is not read as %j', (contentType) => {
    expect(answer({ contentType })).toEqual({ ok: false, error: { code: 'registry-invalid' } });
  });

  it.each([
    [201, 'registry-invalid'],
    [204, 'registry-invalid'],
    [301, 'registry-redirected'],
    [400, 'registry-failed'],
    [401, 'registry-unauthorised'],
    [403, 'registry-forbidden'],
    [404, 'registry-not-found'],
    [407, 'proxy-refused'],
    [429, 'registry-busy'],
    [500, 'registry-failed'],
    [503, 'registry-failed'],
  ])('of status %d is %s', (status, code) => {
    expect(answer({ status })).toEqual({ ok: false, error: { code } });
  });

  it.each([
    ['0', 0],
    ['120', 120],
    ['99999999999', 86_400],
    ['Sun, 22 Nov 2026 10:02:00 GMT', 120],
    ['Sun, 22 Nov 2026 09:00:00 GMT', 0],
  ])('waits as Retry-After %s says', (retryAfter, retryAfterSeconds) => {
    expect(answer({ status: 429, retryAfter })).toEqual({
      ok: false,
      error: { code: 'registry-busy', retryAfterSeconds },
    });
  });

  it('does not wait for a Retry-After that says nothing', () => {
    expect(answer({ status: 429, retryAfter: 'soon' })).toEqual({ ok: false, error: { code: 'registry-busy' } });
  });

  it.each([
    ['a part of JSON', '{"a":'],
    ['nothing', ''],
    ['ten thousand brackets', '['.repeat(10_000)],
  ])('of %s is invalid', (_what, text) => {
    expect(answer({ text })).toEqual({ ok: false, error: { code: 'registry-invalid' } });
  });

  it('that is no UTF-8 is invalid', () => {
    expect(answer({ body: Buffer.from([0x22, 0xff, 0x22]) })).toEqual({
      ok: false,
      error: { code: 'registry-invalid' },
    });
  });
});
