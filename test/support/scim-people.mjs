// @ts-check
import { readFile } from 'node:fs/promises';

export const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
export const subjectExtension = 'urn:tunniste:params:scim:schemas:extension:subject:1.0:User';

/** @param {number | undefined} days @param {number} now milliseconds since 1970 */
const daysAgo = (days, now) => (days === undefined ? undefined : new Date(now - days * 86_400_000).toISOString());

/**
 * A demo person as a SCIM user (RFC 7643 §4.1). Extensions are flat, as the library's filters want them.
 * @param {import('./demo-persons.mjs').DemoPerson} person
 * @param {number} now
 */
const asUser = (person, now) => ({
  id: person.id,
  userName: person.userName,
  name: {
    givenName: person.givenName,
    familyName: person.familyName,
    formatted: `${person.givenName} ${person.familyName}`,
  },
  displayName: `${person.givenName} ${person.familyName}`,
  userType: person.userType ?? 'customer',
  active: person.endedDaysAgo === undefined,
  // A second address and number of another type, so that the mapping has to choose.
  emails: [
    { type: 'home', value: `${person.userName}@home.example` },
    { type: 'work', value: person.workEmail, primary: true },
  ],
  phoneNumbers: person.workPhone === undefined ? [] : [{ type: 'work', value: person.workPhone }],
  [`${enterprise}:organization`]: person.organisation,
  [`${enterprise}:department`]: person.stationCode,
  [`${subjectExtension}:endedAt`]: daysAgo(person.endedDaysAgo, now),
  [`${subjectExtension}:restricted`]: person.restricted ?? false,
  [`${subjectExtension}:phoneChangedAt`]: daysAgo(person.phoneChangedDaysAgo, now),
  [`${subjectExtension}:emailChangedAt`]: daysAgo(person.emailChangedDaysAgo, now),
});
/** @typedef {ReturnType<typeof asUser>} User */

/** @param {string | URL} file @param {number} [now] @returns {Promise<User[]>} */
export async function readUsers(file, now = Date.now()) {
  /** @type {import('./demo-persons.mjs').DemoPerson[]} */
  const people = JSON.parse(await readFile(file, 'utf8'));
  return people.map((person) => asUser(person, now));
}
