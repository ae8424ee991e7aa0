import { describe, expect, it, vi } from 'vitest';
import { ApiError, createApi, failureOf } from '../../../renderer/api.js';
import type { Bridge } from '../../../shared/contract.js';
import { toText } from '../../../shared/json-text.js';
import { fail, ok } from '../../../shared/result.js';

const bridge = (parts: Partial<Bridge>): Bridge => ({ onEvent: () => () => undefined, ...parts }) as Bridge;

describe('createApi', () => {
  it('answers the value of an ok result', async () => {
    const api = createApi(bridge({ openAudit: () => Promise.resolve(toText(ok({ head: 7 }))) }));
    await expect(api.openAudit()).resolves.toEqual({ head: 7 });
  });

  it('throws a refusal with all it says', async () => {
    const api = createApi(
      bridge({ openAudit: () => Promise.resolve(toText(fail('registry-busy', { retryAfterSeconds: 20 }))) }),
    );
    const error: unknown = await api.openAudit().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ApiError);
    expect(failureOf(error)).toEqual({ code: 'registry-busy', retryAfterSeconds: 20 });
  });

  it('sends the request and nothing after it', async () => {
    const signIn = vi.fn<Bridge['signIn']>(() => Promise.resolve(toText(fail('token-invalid'))));
    const api = createApi(bridge({ signIn }));
    await (api.signIn as (...args: unknown[]) => Promise<unknown>)(
      { token: 'x' },
      { client: 'of the query library' },
    ).catch(() => undefined);
    expect(signIn.mock.calls).toEqual([[{ token: 'x' }]]);
  });
});

describe('onEvent', () => {
  it('tells the listener what main said, until it is stopped', () => {
    const listeners = new Set<Parameters<Bridge['onEvent']>[0]>();
    const onEvent: Bridge['onEvent'] = (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    };
    const heard: unknown[] = [];
    const stop = createApi(bridge({ onEvent })).onEvent((event) => heard.push(event));
    listeners.forEach((listener) => listener(toText({ kind: 'audit', head: 7 })));
    expect(heard).toEqual([{ kind: 'audit', head: 7 }]);
    stop();
    expect(listeners.size).toBe(0);
  });
});

describe('failureOf', () => {
  it.each([new Error('bug'), 'text', null])('%s is unexpected', (thrown) => {
    expect(failureOf(thrown)).toEqual({ code: 'unexpected' });
  });
});
