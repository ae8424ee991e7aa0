import { comparison, type Mapping } from './attributes.js';
import { folded, organisationKey } from './folding.js';
import { phoneSpellings } from './phone.js';
import type { RegistryQuery } from './registry.js';

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * A filter literal: a JSON string (RFC 7644 §3.4.2.2).
 * SECURITY: what could end it or open a group is written as \uXXXX. JSON's own \" would do by the standard, but there are servers (scimmy is
 * one) that look for the next quote without minding the backslash, and would run the rest of the value as a filter.
 */
export const literal = (value: string): string => `"${value.replace(/["\\()[\]\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/gu, escaped)}"`;

const shortForms = ['Oy', 'Ab', 'Oyj', 'Abp', 'Oy Ab'];

/** An organisation typed without its company form is asked with the usual ones. */
export const organisationSpellings = (organisation: string): string[] =>
  organisationKey(organisation) === folded(organisation)
    ? [organisation, ...shortForms.map((form) => `${organisation} ${form}`)]
    : [organisation];

const alternatives = (query: RegistryQuery, paths: Mapping): string[] => {
  if (query.by === 'workPhone')
    return phoneSpellings(query.value).map((spelling) => comparison(paths.workPhone, literal(spelling)));
  if (query.by !== 'name') return [comparison(paths[query.by], literal(query.value))];
  const [one, other] = query.names;
  const named = [
    [one, other],
    [other, one],
  ].map(([given = '', family = '']) =>
    [comparison(paths.givenName, literal(given)), comparison(paths.familyName, literal(family))].join(' and '),
  );
  return organisationSpellings(query.organisation).flatMap((organisation) =>
    named.map((names) => `${names} and ${comparison(paths.organisation, literal(organisation))}`),
  );
};

/**
 * The filter of a search (RFC 7644 §3.4.2.2).
 * SECURITY: the scope is and-ed to every alternative by itself. `(a or b) and (scope)` means the same by the standard, but there are servers
 * (scimmy is one) that lose the last group of such a filter, and would answer people outside the scope.
 * @param scope the policy's filter of whom this desk may ever find
 */
export const filterOf = (query: RegistryQuery, paths: Mapping, scope: string | undefined): string =>
  alternatives(query, paths)
    .map((alternative) => (scope === undefined ? alternative : `${alternative} and (${scope})`))
    .join(' or ');
