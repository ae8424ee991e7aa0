import { fail, ok, type Result } from '../../../shared/result.js';
import { Withheld } from '../audit/disclosure.js';
import type { ScimPolicy } from '../policy/registry-schema.js';
import { readAnswer } from './answer.js';
import { requestedAttributes } from './attributes.js';
import { filterOf } from './filter.js';
import { jsonOf } from './http-answer.js';
import { mostHits, type AccessToken, type Registry, type RegistryQuery } from './registry.js';
import type { Subject } from './subject.js';
import type { HttpRequest, Send } from './transport.js';

const searchSchema = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest';
const mediaType = 'application/scim+json';

interface Parts {
  readonly policy: ScimPolicy;
  /** Whether the policy lets the desk talk to this address; asked before each request. */
  readonly allows: (url: URL) => boolean;
  /** A bearer token (RFC 6750), or one bound to a key (RFC 9449); `refused` is one that the registry has just refused. */
  readonly token: (refused?: string) => Promise<Result<AccessToken>>;
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

const authorisation = async ({ value, prove }: AccessToken, method: string, url: string, nonce?: string) =>
  prove
    ? { authorization: `DPoP ${value}`, dpop: await prove(method, url, nonce) }
    : { authorization: `Bearer ${value}` };

const headersOf = (body: string | null): Record<string, string> => ({
  accept: `${mediaType}, application/json`,
  ...(body !== null && { 'content-type': mediaType }),
});

/** The registry as a SCIM 2.0 service (RFC 7643, RFC 7644). */
export const createScimRegistry = ({ policy, allows, token, send, now = () => new Date() }: Parts): Registry => {
  const base = policy.url.replace(/\/+$/, '');
  const attributes = requestedAttributes(policy.attributes);

  const requestFor = async (query: RegistryQuery, token: AccessToken, nonce?: string): Promise<Result<HttpRequest>> => {
    if (!isToken(token.value)) return fail('token-invalid');
    const filter = filterOf(query, policy.attributes, policy.scope);
    const request = (policy.search === 'get' ? getRequest : postRequest)(base, filter, attributes);
    if (!allows(new URL(request.url))) return fail('policy-invalid');
    const own = await authorisation(token, request.method, request.url, nonce);
    return ok({ ...request, headers: { ...headersOf(request.body), ...own } });
  };

  const askWith = async (
    query: RegistryQuery,
    signal: AbortSignal,
    token: AccessToken,
    nonce?: string,
  ): Promise<Result<readonly Subject[] | 'too-many'>> => {
    const request = await requestFor(query, token, nonce);
    if (!request.ok) return request;
    const answer = await send(request.value, signal);
    if (!answer.ok) return answer;
    const { status, dpopNonce } = answer.value;
    // It wants its own word in the proof, and says which (RFC 9449 §9).
    if (status === 401 && token.prove && dpopNonce && nonce === undefined)
      return askWith(query, signal, token, dpopNonce);
    const json = jsonOf(answer.value, now());
    return json.ok ? readAnswer(json.value, query, policy.attributes) : json;
  };

  /** A token may expire between two looks at the clock: one that is refused is renewed once, and the question asked again. */
  const ask = async (query: RegistryQuery, signal: AbortSignal) => {
    const first = await token();
    if (!first.ok) return first;
    const answer = await askWith(query, signal, first.value);
    if (answer.ok || answer.error.code !== 'registry-unauthorised') return answer;
    const next = await token(first.value.value);
    if (!next.ok) return next;
    return next.value.value === first.value.value ? answer : askWith(query, signal, next.value);
  };

  return {
    search: async (query, signal) => {
      const found = await ask(query, signal);
      if (!found.ok || found.value === 'too-many') return found as Result<'too-many'>;
      return ok(found.value.map((subject) => new Withheld(subject)));
    },
  };
};
