// @ts-check
import SCIMMY from 'scimmy';

const { Filter } = SCIMMY.Types;

/**
 * Lower-cases every string: SCIM compares user names, addresses and names without regard to case (RFC 7643 §2.2, caseExact is false
 * where nothing else is said), the library with regard to it.
 * @template T @param {T} value @returns {T}
 */
const folded = (value) => {
  if (typeof value === 'string') return /** @type {T} */ (value.toLowerCase());
  if (Array.isArray(value)) return /** @type {T} */ (value.map(folded));
  if (value === null || typeof value !== 'object') return value;
  return /** @type {T} */ (Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, folded(inner)])));
};

/** The same as a comparison says: only `["eq", "value"]` arrays hold strings. @param {unknown} expression @returns {any} */
const plain = (expression) => {
  if (Array.isArray(expression)) return expression.map(plain);
  if (expression === null || typeof expression !== 'object') return folded(expression);
  return Object.fromEntries(Object.entries(expression).map(([key, inner]) => [key, plain(inner)]));
};

/** The value that an `eq` on the way of keys asks for. @param {any} branch @param {...string} way */
const asked = (branch, ...way) => {
  const comparison = way.reduce((at, key) => at?.[key], branch);
  return comparison?.[0] === 'eq' && typeof comparison[1] === 'string' ? comparison[1] : undefined;
};

/**
 * Answers filters. The library parses and judges them; a map of the usual keys only spares it the people who cannot match.
 * @param {readonly import('./scim-people.mjs').User[]} users
 */
export function createLookup(users) {
  const people = users.map((user) => ({ user, folded: folded(user) }));
  /** @typedef {typeof people[number]} Person */
  /** @type {ReadonlyArray<{ way: string[], of: (person: Person) => Array<string> }>} */
  const keys = [
    { way: ['userName'], of: ({ folded }) => [folded.userName] },
    { way: ['emails', 'value'], of: ({ folded }) => folded.emails.map(({ value }) => value) },
    { way: ['phoneNumbers', 'value'], of: ({ folded }) => folded.phoneNumbers.map(({ value }) => value) },
    { way: ['name', 'familyName'], of: ({ folded }) => [folded.name.familyName] },
  ];
  const indexes = keys.map(({ way, of }) => {
    /** @type {Map<string, Person[]>} */
    const index = new Map();
    for (const person of people) for (const key of of(person)) index.set(key, [...(index.get(key) ?? []), person]);
    return { way, index };
  });

  /** @param {any} branch */
  const possible = (branch) => {
    for (const { way, index } of indexes) {
      const value = asked(branch, ...way);
      if (value !== undefined) return index.get(value) ?? [];
    }
    return people;
  };

  const byId = new Map(users.map((user) => [user.id, user]));
  return {
    byId: (/** @type {string} */ id) => byId.get(id),
    /** @param {Iterable<object> | undefined} filter */
    match: (filter) => {
      if (filter === undefined) return [...users];
      const found = new Set();
      for (const branch of [...filter].map(plain)) {
        const judge = new Filter([branch]);
        for (const person of possible(branch)) if (judge.match([person.folded]).length > 0) found.add(person.user);
      }
      return [...found];
    },
  };
}
