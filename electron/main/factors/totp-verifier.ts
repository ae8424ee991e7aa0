import * as z from 'zod/mini';
import { fail, ok, type Result } from '../../../shared/result.js';
import type { FactorPolicy } from '../policy/factor-schema.js';
import { askGateway, type GatewayParts } from './gateway.js';

export type VerifierPolicy = NonNullable<FactorPolicy['totp']['verifier']>;

/** The company's verifier of one-time passwords; it alone has their secrets. */
export interface TotpVerifier {
  /** Whether the password is the account's own now. Fails as `askGateway` does. */
  check(account: string, code: string, signal: AbortSignal): Promise<Result<boolean>>;
}

const verdict = z.object({ valid: z.boolean() });

const verdictIn = (body: Uint8Array): Result<boolean> => {
  try {
    const parsed = verdict.safeParse(JSON.parse(Buffer.from(body).toString('utf8')));
    return parsed.success ? ok(parsed.data.valid) : fail('gateway-invalid');
  } catch {
    return fail('gateway-invalid');
  }
};

/** `POST {"account","code"}`, answered by `{"valid":true}` or `{"valid":false}` with 200. */
export const createTotpVerifier = ({ url, headers }: VerifierPolicy, parts: GatewayParts): TotpVerifier => ({
  check: async (account, code, signal) => {
    const body = JSON.stringify({ account, code });
    const own = { ...headers, 'content-type': 'application/json', accept: 'application/json' };
    const answer = await askGateway(parts, { method: 'POST', url, headers: own, body }, signal);
    return answer.ok ? verdictIn(answer.value.body) : answer;
  },
});
