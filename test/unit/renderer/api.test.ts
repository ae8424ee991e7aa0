import { describe, expect, it, vi } from 'vitest';
import { ApiError, createApi, failureOf } from '../../../renderer/api.js';
import type { Bridge } from '../../../shared/contract.js';
import { fail, ok } from '../../../shared/result.js';

const bridge = (parts: Partial<Bridge>): Bridge => ({ onEvent: () => () => undefined, ...parts }) as Bridge;

describe('createApi', () => {
  it('answers the value of an ok result', async () => {
    const api = createApi(bridge({ openAudit: () => Promise.resolve(ok({ head: 7 })) }));
    await expect(api.openAudit()).resolves.toEqual({ head: 7 });
  });

  it('throws a refusal with all it says', async () => {
    const api = createApi(
      bridge({ openAudit: () => Promise.resolve(fail('registry-busy', { retryAfterSeconds: 20 })) }),
    );
    const error: unknown = await api.openAudit().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ApiError);
    expect(failureOf(error)).toEqual({ code: 'registry-busy', retryAfterSeconds: 20 });
  });

  it('sends the request and nothing after it', async () => {
    const signIn = vi.fn<Bridge['signIn']>(() => Promise.resolve(fail('token-invalid')));
    const api = createApi(bridge({ signIn }));
    await (api.signIn as (...args: unknown[]) => Promise<unknown>)(
      { token: 'x' },
      { client: 'of the query library' },
    ).catch(() => undefined);
    expect(signIn.mock.calls).toEqual([[{ token: 'x' }]]);
  });
});

describe('failureOf', () => {
  it.each([new Error('bug'), 'text', null])('%s is unexpected', (thrown) => {
    expect(failureOf(thrown)).toEqual({ code: 'unexpected' });
  });
});
