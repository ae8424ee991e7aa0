import { ok } from '../../../shared/result.js';
import { Withheld } from '../audit/disclosure.js';
import { isAsked } from '../registry/is-asked.js';
import { mostHits, type Registry } from '../registry/registry.js';
import type { Subject } from '../registry/subject.js';

/** A registry in memory, for a drill: it knows these people and reaches nobody. */
export const createDrillRegistry = (people: readonly Subject[]): Pick<Registry, 'search'> => ({
  search: (query) => {
    const found = people.filter((subject) => isAsked(subject, query));
    return Promise.resolve(ok(found.length > mostHits ? 'too-many' : found.map((subject) => new Withheld(subject))));
  },
});
