import { ok } from '../../../shared/result.js';
import { Withheld } from '../audit/disclosure.js';
import { caseless, nameKey, organisationKey } from '../registry/folding.js';
import { mostHits, type Registry, type RegistryQuery } from '../registry/registry.js';
import type { Subject } from '../registry/subject.js';

const isFoundBy = (subject: Subject, query: RegistryQuery): boolean => {
  if (query.by !== 'name') return caseless(subject[query.by] ?? '') === caseless(query.value);
  return (
    nameKey(subject.givenName, subject.familyName) === nameKey(...query.names) &&
    organisationKey(subject.organisation) === organisationKey(query.organisation)
  );
};

/** A registry in memory, for a drill: it knows these people and reaches nobody. */
export const createDrillRegistry = (people: readonly Subject[]): Pick<Registry, 'search'> => ({
  search: (query) => {
    const found = people.filter((subject) => isFoundBy(subject, query));
    return Promise.resolve(ok(found.length > mostHits ? 'too-many' : found.map((subject) => new Withheld(subject))));
  },
});
