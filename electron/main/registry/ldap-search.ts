import { PagedResultsControl, SearchRequest, type SearchEntry } from 'ldapts';
import { fail, ok, type Result } from '../../../shared/result.js';
import type { Field } from '../../../shared/subject.js';
import { parseFilter } from '../policy/filter-syntax.js';
import type { LdapPolicy } from '../policy/registry-schema.js';
import { requestedAttributes, type Sources } from './ldap-attributes.js';
import type { Conversation } from './ldap-conversation.js';
import { filterOf } from './ldap-filter.js';
import { codeOfStatus, sizeLimitExceeded, success } from './ldap-status.js';
import { mostHits, type RegistryQuery } from './registry.js';

type Search = (
  conversation: Conversation,
  query: RegistryQuery,
) => Promise<Result<readonly SearchEntry[] | 'too-many'>>;

/**
 * Searches page by page (RFC 2696) and stops as soon as there are too many; the server's own size limit means the same.
 * @param kept the fields whose values are not asked for
 */
export const createSearch = (policy: LdapPolicy, sources: Sources, kept: ReadonlySet<Field>): Search => {
  const scope = policy.scope === undefined ? null : parseFilter(policy.scope);
  const request = (messageId: number, query: RegistryQuery, cookie: Buffer | null) =>
    new SearchRequest({
      messageId,
      baseDN: policy.baseDn,
      scope: 'sub',
      derefAliases: 'never',
      filter: filterOf(query, sources, scope),
      attributes: requestedAttributes(sources, kept, query.by),
      sizeLimit: policy.sizeLimit,
      timeLimit: policy.timeLimitSeconds,
      controls: [new PagedResultsControl({ value: { size: policy.pageSize, ...(cookie && { cookie }) } })],
    });

  return async (conversation, query) => {
    const entries: SearchEntry[] = [];
    let cookie: Buffer | null = null;
    do {
      const page = cookie;
      const answer = await conversation.ask((messageId) => request(messageId, query, page));
      if (!answer.ok) return answer;
      entries.push(...answer.value.entries);
      const { status } = answer.value;
      if (entries.length > mostHits || status === sizeLimitExceeded) return ok('too-many');
      if (status !== success) return fail(codeOfStatus(status));
      ({ cookie } = answer.value);
    } while (cookie !== null);
    return ok(entries);
  };
};
