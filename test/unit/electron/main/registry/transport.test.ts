import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSend, type Listener } from '../../../../../electron/main/registry/transport.js';

const request = { method: 'GET', url: 'https://registry.example', headers: {}, body: null } as const;
const head = { status: 200, contentType: 'application/json', retryAfter: null };

const started = (signal = new AbortController().signal) => {
  const stop = vi.fn();
  let listener: Listener | undefined;
  const send = createSend({
    open: (_request, given) => ((listener = given), stop),
    deadlineMilliseconds: 1000,
    largestBody: 10,
  });
  const answer = send(request, signal);
  if (!listener) throw new Error('nothing was opened');
  return { answer, stop, listener };
};

describe('an exchange', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('that the stack refuses to open is over, and leaves no deadline behind', async () => {
    const send = createSend({
      open: () => {
        throw new TypeError('invalid header');
      },
    });
    expect(await send(request, new AbortController().signal)).toEqual({
      ok: false,
      error: { code: 'registry-unreachable' },
    });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is whole when head and body came', async () => {
    const { answer, listener, stop } = started();
    listener.head(head);
    listener.data(Buffer.from('12345'));
    listener.data(Buffer.from('67890'));
    listener.end();
    expect(await answer).toEqual({ ok: true, value: { ...head, body: Buffer.from('1234567890') } });
    expect(stop).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends and stops the request one byte over the limit', async () => {
    const { answer, listener, stop } = started();
    listener.head(head);
    listener.data(Buffer.from('1234567890'));
    expect(stop).not.toHaveBeenCalled();
    listener.data(Buffer.from('1'));
    expect(await answer).toEqual({ ok: false, error: { code: 'registry-too-large' } });
    expect(stop).toHaveBeenCalledOnce();
  });

  it('has one deadline, which bytes do not put off', async () => {
    const { answer, listener, stop } = started();
    listener.head(head);
    vi.advanceTimersByTime(999);
    listener.data(Buffer.from('1'));
    expect(stop).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(await answer).toEqual({ ok: false, error: { code: 'registry-timeout' } });
    expect(stop).toHaveBeenCalledOnce();
  });

  it('ends as cancelled', async () => {
    const cancel = new AbortController();
    const { answer, stop } = started(cancel.signal);
    cancel.abort();
    expect(await answer).toEqual({ ok: false, error: { code: 'search-cancelled' } });
    expect(stop).toHaveBeenCalledOnce();
  });

  it('is not whole without a head', async () => {
    const { answer, listener } = started();
    listener.end();
    expect(await answer).toEqual({ ok: false, error: { code: 'registry-unreachable' } });
  });
});
