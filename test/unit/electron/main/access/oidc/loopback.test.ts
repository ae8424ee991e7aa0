import { get } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openLoopback } from '../../../../../../electron/main/access/oidc/loopback.js';

const opened = async (options: Partial<Parameters<typeof openLoopback>[0]> = {}) => {
  const loopback = await openLoopback({ signal: new AbortController().signal, ...options });
  if (!loopback.ok) throw new Error(loopback.error.code);
  return loopback.value;
};
const answers = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    get(url, (answer) => void answer.resume().on('end', () => resolve(true))).on('error', () => resolve(false));
  });

describe('waiting for the browser', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  it('ends after three minutes, not before', async () => {
    const { answered, redirectUri } = await opened();
    let ended = false;
    void answered.then(() => (ended = true));
    await vi.advanceTimersByTimeAsync(179_999);
    expect(ended).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await answered).toEqual({ ok: false, error: { code: 'sign-in-timeout' } });
    expect(await answers(redirectUri)).toBe(false);
  });
});

describe('the loopback address', () => {
  it('is of this machine alone, and never the same twice', async () => {
    const two = await Promise.all([opened(), opened()]);
    const uris = two.map(({ redirectUri }) => new URL(redirectUri));
    expect(uris.map(({ hostname }) => hostname)).toEqual(['127.0.0.1', '127.0.0.1']);
    expect(new Set(uris.map(({ port }) => port)).size).toBe(2);
    expect(new Set(uris.map(({ pathname }) => pathname)).size).toBe(2);
    for (const { close } of two) close();
  });

  it('has the path that the policy names, if it names one', async () => {
    const { redirectUri, close } = await opened({ path: '/callback' });
    expect(new URL(redirectUri).pathname).toBe('/callback');
    close();
  });

  it('is not opened for who has cancelled already', async () => {
    const cancelled = await openLoopback({ signal: AbortSignal.abort() });
    expect(cancelled).toEqual({ ok: false, error: { code: 'sign-in-cancelled' } });
  });

  it('is nobody’s after it was closed', async () => {
    const { redirectUri, answered, close } = await opened();
    close();
    expect(await answered).toEqual({ ok: false, error: { code: 'sign-in-cancelled' } });
    expect(await answers(redirectUri)).toBe(false);
  });
});
