import {
  AndFilter,
  ApproximateFilter,
  EqualityFilter,
  ExtensibleFilter,
  GreaterThanEqualsFilter,
  LessThanEqualsFilter,
  NotFilter,
  OrFilter,
  PresenceFilter,
  type Filter,
} from 'ldapts';
import type { SearchFilter } from '../policy/filter-syntax.js';
import { organisationSpellings } from './filter.js';
import type { Sources } from './ldap-attributes.js';
import { phoneSpellings } from './phone.js';
import type { RegistryQuery } from './registry.js';

const all = (filters: readonly Filter[]): Filter => new AndFilter({ filters: [...filters] });
const any = (filters: readonly Filter[]): Filter => {
  const [only] = filters;
  return only && filters.length === 1 ? only : new OrFilter({ filters: [...filters] });
};

/** SECURITY: a value goes over the wire as bytes of a known length (RFC 4511 §4.5.1.7): it is never part of a filter's text. */
const equals = (attributes: readonly string[], values: readonly string[]): Filter =>
  any(attributes.flatMap((attribute) => values.map((value) => new EqualityFilter({ attribute, value }))));

const isAskedFor = (query: RegistryQuery, sources: Sources): Filter => {
  if (query.by === 'workPhone') return equals(sources.workPhone, phoneSpellings(query.value));
  if (query.by !== 'name') return equals(sources[query.by], [query.value]);
  const [one, other] = query.names;
  const named = (given: string, family: string): Filter =>
    all([equals(sources.givenName, [given]), equals(sources.familyName, [family])]);
  const organised = equals(sources.organisation, organisationSpellings(query.organisation));
  return all([any([named(one, other), named(other, one)]), organised]);
};

const built = (filter: SearchFilter): Filter => {
  switch (filter.kind) {
    case 'and':
      return all(filter.of.map(built));
    case 'or':
      return new OrFilter({ filters: filter.of.map(built) });
    case 'not':
      return new NotFilter({ filter: built(filter.of) });
    case 'present':
      return new PresenceFilter(filter);
    case 'equal':
      return new EqualityFilter(filter);
    case 'greater':
      return new GreaterThanEqualsFilter(filter);
    case 'less':
      return new LessThanEqualsFilter(filter);
    case 'approximate':
      return new ApproximateFilter(filter);
    case 'rule':
      return new ExtensibleFilter({ matchType: filter.attribute, rule: filter.rule, value: filter.value });
  }
};

/**
 * The filter of a search (RFC 4511 §4.5.1.7): equalities only, so no value can hold a wildcard.
 * @param scope whom this desk may ever find
 */
export const filterOf = (query: RegistryQuery, sources: Sources, scope: SearchFilter | null): Filter =>
  scope === null ? isAskedFor(query, sources) : all([built(scope), isAskedFor(query, sources)]);
