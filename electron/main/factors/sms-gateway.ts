import { ok, type Result } from '../../../shared/result.js';
import type { FactorPolicy } from '../policy/factor-schema.js';
import { askGateway, type GatewayParts } from './gateway.js';

export type GatewayPolicy = NonNullable<FactorPolicy['smsCode']['gateway']>;

/** The company's gateway for text messages. */
export interface SmsGateway {
  /** Hands over one message to a number in E.164. Ok means taken, not arrived. Fails as `askGateway` does. */
  send(to: string, text: string): Promise<Result<void>>;
}

const mediaTypes = { json: 'application/json', urlencoded: 'application/x-www-form-urlencoded' } as const;

/** A value as it may stand inside a JSON string, or in a form. */
const escapes: Readonly<Record<GatewayPolicy['form'], (value: string) => string>> = {
  json: (value) => JSON.stringify(value).slice(1, -1),
  urlencoded: encodeURIComponent,
};

/** The policy's body with the message in it. Both are filled in at once, so that nothing in one can name the other. */
export const filledIn = ({ body, form }: GatewayPolicy, to: string, text: string): string => {
  const values = { to: escapes[form](to), text: escapes[form](text) };
  return body.replace(/\{\{(to|text)\}\}/g, (_all, name: keyof typeof values) => values[name]);
};

/** One request a message, as the policy writes it. */
export const createSmsGateway = (policy: GatewayPolicy, parts: GatewayParts): SmsGateway => ({
  send: async (to, text) => {
    const answer = await askGateway(
      parts,
      {
        method: 'POST',
        url: policy.url,
        headers: { ...policy.headers, 'content-type': mediaTypes[policy.form] },
        body: filledIn(policy, to, text),
      },
      new AbortController().signal,
    );
    return answer.ok ? ok(undefined) : answer;
  },
});
