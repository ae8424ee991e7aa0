import { randomUUID } from 'node:crypto';
import { fail, ok, type Result } from '../../../shared/result.js';
import { Withheld } from '../audit/disclosure.js';
import type { ScimPolicy } from '../policy/registry-schema.js';
import { readAnswer } from './answer.js';
import { requestedAttributes } from './attributes.js';
import { filterOf } from './filter.js';
import { jsonOf } from './http-answer.js';
import { mostHits, type AccessToken, type Registry, type RegistryQuery } from './registry.js';
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

/** Whom to answer, and what of them. */
interface Question {
  readonly filter: string;
  readonly attributes: readonly string[];
  readonly count: number;
}

/** `POST /Users/.search` keeps the identifier out of URLs and so out of every log on the way (RFC 7644 §3.4.3). */
const postRequest = (base: string, question: Question): Omit<HttpRequest, 'headers'> => ({
  method: 'POST',
  url: `${base}/Users/.search`,
  body: JSON.stringify({ schemas: [searchSchema], startIndex: 1, ...question }),
});

const getRequest = (base: string, { filter, attributes, count }: Question): Omit<HttpRequest, 'headers'> => {
  const parameters = { filter, attributes: attributes.join(','), startIndex: '1', count: String(count) };
  return { method: 'GET', url: `${base}/Users?${new URLSearchParams(parameters).toString()}`, body: null };
};

/** A user ID that nobody has. */
const ofNobody = (): RegistryQuery => ({ by: 'userName', value: randomUUID() });

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

  const filterFor = (query: RegistryQuery) => filterOf(query, policy.attributes, policy.scope);

  const requestFor = async (question: Question, token: AccessToken, nonce?: string): Promise<Result<HttpRequest>> => {
    if (!isToken(token.value)) return fail('token-invalid');
    const request = (policy.search === 'get' ? getRequest : postRequest)(base, question);
    if (!allows(new URL(request.url))) return fail('policy-invalid');
    const own = await authorisation(token, request.method, request.url, nonce);
    return ok({ ...request, headers: { ...headersOf(request.body), ...own } });
  };

  const askWith = async (
    question: Question,
    signal: AbortSignal,
    token: AccessToken,
    nonce?: string,
  ): Promise<Result<unknown>> => {
    const request = await requestFor(question, token, nonce);
    if (!request.ok) return request;
    const answer = await send(request.value, signal);
    if (!answer.ok) return answer;
    const { status, dpopNonce } = answer.value;
    // It wants its own word in the proof, and says which (RFC 9449 §9).
    if (status === 401 && token.prove && dpopNonce && nonce === undefined)
      return askWith(question, signal, token, dpopNonce);
    return jsonOf(answer.value, now());
  };

  /** A token may expire between two looks at the clock: one that is refused is renewed once, and the question asked again. */
  const ask = async (question: Question, signal: AbortSignal): Promise<Result<unknown>> => {
    const first = await token();
    if (!first.ok) return first;
    const answer = await askWith(question, signal, first.value);
    if (answer.ok || answer.error.code !== 'registry-unauthorised') return answer;
    const next = await token(first.value.value);
    if (!next.ok) return next;
    return next.value.value === first.value.value ? answer : askWith(question, signal, next.value);
  };

  return {
    search: async (query, signal) => {
      const json = await ask({ filter: filterFor(query), attributes, count: mostHits + 1 }, signal);
      const found = json.ok ? readAnswer(json.value, query, policy.attributes) : json;
      if (!found.ok || found.value === 'too-many') return found as Result<'too-many'>;
      return ok(found.value.map((subject) => new Withheld(subject)));
    },
    // What every server answers without a key, such as its own description, would prove nothing (RFC 7644 §4).
    opens: async (key) => {
      const nobody = ofNobody();
      const question = { filter: filterFor(nobody), attributes: ['id'], count: 1 };
      const json = await askWith(question, new AbortController().signal, { value: key, prove: null });
      const answer = json.ok ? readAnswer(json.value, nobody, policy.attributes) : json;
      return answer.ok ? ok(undefined) : answer;
    },
  };
};
