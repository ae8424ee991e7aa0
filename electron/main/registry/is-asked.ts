import { caseless, nameKey, organisationKey } from './folding.js';
import type { RegistryQuery } from './registry.js';
import type { Subject } from './subject.js';

const heldBy = (subject: Subject, field: 'workEmail' | 'workPhone'): readonly string[] => [
  subject[field] ?? '',
  ...(subject.others?.[field] ?? []),
];

/** Whether a subject is what was asked for: a server that ignores the filter must not put anyone else before the agent. */
export const isAsked = (subject: Subject, query: RegistryQuery): boolean => {
  if (query.by === 'userName') return caseless(subject.userName) === caseless(query.value);
  if (query.by !== 'name') return heldBy(subject, query.by).some((held) => caseless(held) === caseless(query.value));
  const sameName = nameKey(subject.givenName, subject.familyName) === nameKey(...query.names);
  return sameName && organisationKey(subject.organisation) === organisationKey(query.organisation);
};
