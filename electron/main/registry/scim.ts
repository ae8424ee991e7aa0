import { fail, ok, type Result } from '../../../shared/result.js';
import { Withheld } from '../audit/disclosure.js';
import type { ScimPolicy } from '../policy/registry-schema.js';
import { readAnswer } from './answer.js';
import { requestedAttributes } from './attributes.js';
import { filterOf } from './filter.js';
import { jsonOf } from './http-answer.js';
import { mostHits, type Registry, type RegistryQuery } from './registry.js';
import type { HttpRequest, Send } from './transport.js';

const searchSchema = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest';
const mediaType = 'application/scim+json';

interface Parts {
  readonly policy: ScimPolicy;
  /** Whether the policy lets the desk talk to this address; asked before each request. */
  readonly allows: (url: URL) => boolean;
  /** The bearer token (RFC 6750), from the keychain each time. */
  readonly token: () => string | null;
  readonly send: Send;
  readonly now?: () => Date;
}

/** RFC 6750 §2.1. Anything else could smuggle a header. */
const isToken = (token: string): boolean => /^[\w.~+/-]+=*$/.test(token);

/** `POST /Users/.search` keeps the identifier out of URLs and so out of every log on the way (RFC 7644 §3.4.3). */
const postRequest = (base: string, filter: string, attributes: readonly string[]): Omit<HttpRequest, 'headers'> => ({
  method: 'POST',
  url: `${base}/Users/.search`,
  body: JSON.stringify({ schemas: [searchSchema], filter, attributes, startIndex: 1, count: mostHits + 1 }),
});

const getRequest = (base: string, filter: string, attributes: readonly string[]): Omit<HttpRequest, 'headers'> => {
  const parameters = { filter, attributes: attributes.join(','), startIndex: '1', count: String(mostHits + 1) };
  return { method: 'GET', url: `${base}/Users?${new URLSearchParams(parameters).toString()}`, body: null };
};

const headersOf = (token: string, body: string | null): Record<string, string> => ({
  accept: `${mediaType}, application/json`,
  authorization: `Bearer ${token}`,
  ...(body !== null && { 'content-type': mediaType }),
});

/** The registry as a SCIM 2.0 service (RFC 7643, RFC 7644). */
export const createScimRegistry = ({ policy, allows, token, send, now = () => new Date() }: Parts): Registry => {
  const base = policy.url.replace(/\/+$/, '');
  const attributes = requestedAttributes(policy.attributes);

  const requestFor = (query: RegistryQuery): Result<HttpRequest> => {
    const secret = token();
    if (secret === null) return fail('not-signed-in');
    if (!isToken(secret)) return fail('token-invalid');
    const filter = filterOf(query, policy.attributes, policy.scope);
    const request = (policy.search === 'get' ? getRequest : postRequest)(base, filter, attributes);
    if (!allows(new URL(request.url))) return fail('policy-invalid');
    return ok({ ...request, headers: headersOf(secret, request.body) });
  };

  const ask = async (query: RegistryQuery, signal: AbortSignal) => {
    const request = requestFor(query);
    if (!request.ok) return request;
    const answer = await send(request.value, signal);
    if (!answer.ok) return answer;
    const json = jsonOf(answer.value, now());
    return json.ok ? readAnswer(json.value, query, policy.attributes) : json;
  };

  return {
    search: async (query, signal) => {
      const found = await ask(query, signal);
      if (!found.ok || found.value === 'too-many') return found as Result<'too-many'>;
      return ok(found.value.map((subject) => new Withheld(subject)));
    },
  };
};
