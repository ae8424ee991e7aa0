import type { LdapPolicy } from '../policy/registry-schema.js';
import type { RegistryQuery } from './registry.js';
import type { Subject } from './subject.js';

type Name = Exclude<keyof Subject, 'others'>;

/** Which attributes hold what of a subject; of several, the first that has a value counts. */
export type Sources = Readonly<Record<Name, readonly string[]>>;

const names = [
  ...(['id', 'givenName', 'familyName', 'userName', 'workEmail', 'workPhone', 'stationCode', 'organisation'] as const),
  ...(['active', 'endedAt', 'restricted', 'privileged', 'phoneChangedAt', 'emailChangedAt'] as const),
  'preferredLanguage',
] as const satisfies readonly Name[];

/** One that is missing above does not compile. */
type Listed = Readonly<Record<(typeof names)[number], readonly string[]>>;

const accountName = 'sAMAccountName';

const attributesOf = ({ directory, attributes }: LdapPolicy, name: Name): readonly string[] => {
  const attribute = attributes[name];
  if (attribute === undefined) return [];
  // Callers of an Active Directory know their user name with its domain or without it.
  const alsoPrincipal = name === 'userName' && directory === 'active-directory' && attribute === accountName;
  return alsoPrincipal ? [attribute, 'userPrincipalName'] : [attribute];
};

export const sourcesOf = (policy: LdapPolicy): Sources =>
  Object.fromEntries(names.map((name) => [name, attributesOf(policy, name)])) as Listed;

const searched: Readonly<Record<RegistryQuery['by'], readonly Name[]>> = {
  userName: ['userName'],
  workEmail: ['workEmail'],
  workPhone: ['workPhone'],
  name: ['givenName', 'familyName', 'organisation'],
};

/**
 * What a search asks for, and no more: nothing of the fields that stay in the directory, except the one searched by, which is needed to
 * see that the answer is about it.
 */
export const requestedAttributes = (sources: Sources, kept: ReadonlySet<string>, by: RegistryQuery['by']): string[] => [
  ...new Set(names.filter((name) => !kept.has(name) || searched[by].includes(name)).flatMap((name) => sources[name])),
];
