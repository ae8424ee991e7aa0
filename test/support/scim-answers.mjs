// @ts-check
import { demoPersons } from './demo-persons.mjs';
import { enterprise, subjectExtension } from './scim-people.mjs';

const { complete } = demoPersons;

/** A user as a server would answer a search for `demoPersons.complete`. Each test breaks what it is about. */
export const soundUser = () => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', enterprise, subjectExtension],
  id: '2819c223-7f76-453a-919d-413861904646',
  userName: complete.userName,
  name: { givenName: complete.givenName, familyName: complete.familyName },
  active: true,
  emails: [{ type: 'work', value: complete.workEmail }],
  phoneNumbers: [{ type: 'work', value: complete.workPhone }],
  [enterprise]: { organization: complete.organisation, department: complete.stationCode },
  [subjectExtension]: { restricted: false },
});

/** @param {readonly unknown[]} users @param {object} [changes] */
export const listOf = (users, changes) => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
  totalResults: users.length,
  startIndex: 1,
  itemsPerPage: users.length,
  Resources: users,
  ...changes,
});
