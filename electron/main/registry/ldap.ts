import type { SearchEntry } from 'ldapts';
import { fail, ok, type Result } from '../../../shared/result.js';
import type { Field } from '../../../shared/subject.js';
import { Withheld } from '../audit/disclosure.js';
import type { LdapPolicy } from '../policy/registry-schema.js';
import { isSound } from './answer.js';
import { sourcesOf } from './ldap-attributes.js';
import { compareClaims } from './ldap-compare.js';
import type { Conversation } from './ldap-conversation.js';
import { entrySubject } from './ldap-entry.js';
import { createExchange } from './ldap-exchange.js';
import { createSearch } from './ldap-search.js';
import { addressOf } from './ldap-socket.js';
import type { Registry, RegistryQuery } from './registry.js';
import type { Subject } from './subject.js';

interface Parts {
  readonly policy: LdapPolicy;
  /** Whether the policy lets the desk talk to this address; asked before each exchange. */
  readonly allows: (url: URL) => boolean;
  /** The password of `bindDn`, from the keychain each time. */
  readonly password: () => Promise<Result<string>>;
  /** Whom to trust, PEM. */
  readonly authorities: () => Promise<readonly string[]>;
  /** The fields whose values stay in the directory. */
  readonly kept: ReadonlySet<Field>;
  readonly deadlineMilliseconds?: number;
  readonly largestAnswer?: number;
  readonly now?: () => Date;
}

/** Text that is no text has no bytes to ask by (RFC 4511 §4.1.2). */
const isText = (query: RegistryQuery): boolean => {
  const values = query.by === 'name' ? [...query.names, query.organisation] : [query.value];
  return values.every((value) => !/\p{Cs}/u.test(value));
};

/** The registry as an LDAP directory (RFC 4511). */
export const createLdapRegistry = ({
  policy,
  allows,
  password,
  authorities,
  kept,
  deadlineMilliseconds = 10_000,
  largestAnswer = 2 ** 20,
  now = () => new Date(),
}: Parts): Registry => {
  const url = new URL(policy.url);
  const address = addressOf(url, policy.startTls);
  const exchange = createExchange({ address, bindDn: policy.bindDn, deadlineMilliseconds, largestAnswer, authorities });
  const sources = sourcesOf(policy);
  const search = createSearch(policy, sources, kept);
  const names = new WeakMap<Withheld<Subject>, string>();

  const inExchange = async <T>(run: (conversation: Conversation) => Promise<Result<T>>, signal: AbortSignal) => {
    if (!allows(url)) return fail('policy-invalid');
    const secret = await password();
    return secret.ok ? exchange(secret.value, run, signal) : secret;
  };

  /** Keeps each entry's name beside its subject, for the comparisons that may follow. */
  const withheld = (entries: readonly SearchEntry[], query: RegistryQuery): Result<readonly Withheld<Subject>[]> => {
    const subjects = entries.map((entry) => entrySubject(entry, sources, query, now()));
    if (!isSound(subjects, query)) return fail('registry-invalid');
    const held = subjects.map((subject: Subject) => new Withheld(subject));
    held.forEach((subject, index) => names.set(subject, entries[index]?.name ?? ''));
    return ok(held);
  };

  return {
    search: async (query, signal) => {
      if (!isText(query)) return fail('identifier-invalid');
      const found = await inExchange((conversation) => search(conversation, query), signal);
      if (!found.ok || found.value === 'too-many') return found as Result<'too-many'>;
      return withheld(found.value, query);
    },
    opens: (key) => {
      if (!allows(url)) return Promise.resolve(fail('policy-invalid'));
      return exchange(key, () => Promise.resolve(ok(undefined)), new AbortController().signal);
    },
    inPlace: {
      fields: kept,
      compare: (subject, claims, signal) => {
        const dn = names.get(subject);
        if (dn === undefined) throw new Error('this subject was not found here');
        return inExchange((conversation) => compareClaims(conversation, dn, claims, sources), signal);
      },
    },
  };
};
