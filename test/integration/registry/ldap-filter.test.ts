import fc from 'fast-check';
import { Client, SearchRequest, type Filter } from 'ldapts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseFilter } from '../../../electron/main/policy/filter-syntax.js';
import { organisationSpellings } from '../../../electron/main/registry/filter.js';
import { sourcesOf } from '../../../electron/main/registry/ldap-attributes.js';
import { createLdapRegistry } from '../../../electron/main/registry/ldap.js';
import { filterOf } from '../../../electron/main/registry/ldap-filter.js';
import { phoneSpellings } from '../../../electron/main/registry/phone.js';
import type { RegistryQuery } from '../../../electron/main/registry/registry.js';
import { elements, filterIn, type Meant } from '../../support/ber.mjs';
import { makeCertificates } from '../../support/certificates.mjs';
import { startDirectory, type Directory } from '../../support/directory.mjs';
import { bindDn, password, people } from '../../support/directory-people.mjs';
import { readFilter } from '../../support/filter-text.mjs';
import { ldapPolicy } from '../../support/ldap-policy.js';

/** Attributes of bytes: the server neither folds nor refuses any value of them. */
const attributes = {
  givenName: 'rawGivenName',
  familyName: 'rawFamilyName',
  userName: 'rawUserName',
  workEmail: 'rawWorkEmail',
  workPhone: 'rawWorkPhone',
  organisation: 'rawOrganisation',
};
const sources = sourcesOf(ldapPolicy({ ldaps: 'ldaps://registry.example' }, { attributes }));
const scopeText = '(&(employeeType=customer)(!(rawUserName=\\2a\\28\\c3\\a4)))';
const scope = parseFilter(scopeText);

const equal = (name: string, value: string): Meant => ['=', name, Buffer.from(value)];
const either = (of: Meant[]): Meant => (of.length === 1 && of[0] ? of[0] : ['or', ...of]);

/** What is meant by a query, said without the product's filters. */
const meant = (query: RegistryQuery): Meant => {
  const { givenName, familyName, organisation, workPhone } = attributes;
  const inScope: Meant = ['and', equal('employeeType', 'customer'), ['not', equal(attributes.userName, '*(ä')]];
  if (query.by === 'workPhone')
    return ['and', inScope, either(phoneSpellings(query.value).map((spelling) => equal(workPhone, spelling)))];
  if (query.by !== 'name') return ['and', inScope, equal(attributes[query.by], query.value)];
  const [one, other] = query.names;
  const pair = (given: string, family: string): Meant => ['and', equal(givenName, given), equal(familyName, family)];
  const named: Meant = [
    'and',
    ['or', pair(one, other), pair(other, one)],
    either(organisationSpellings(query.organisation).map((name) => equal(organisation, name))),
  ];
  return ['and', inScope, named];
};

const syntax = fc.constantFrom(
  ...['*', '(', ')', '\\', '&', '|', '!', '=', '~=', '>=', ':=', '\0', '\\2a', '\\00', ')(uid=*', '*)(|(uid=*'],
  ...[
    '))(&(objectClass=*',
    '\\',
    '\n',
    '\r\n',
    ' ',
    '  ',
    'ä',
    'Å',
    '\u202e',
    '\ufeff',
    '𝒳',
    '€',
    'e\u0301',
    '"',
    ',',
    '+',
    '#',
    ';',
    '\x7f',
  ],
);
/** Ends and begins with a whole character, so that halves beside it stay halves. */
const wild = fc.oneof(
  fc.array(syntax, { minLength: 1, maxLength: 8 }).map((parts) => parts.join('')),
  fc.string({ minLength: 1, maxLength: 30, unit: 'binary' }),
  fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }),
  fc.mixedCase(fc.constantFrom('maija virtanen', 'mvirta*', 'a@b.example', '(cn=*)')),
);
const phone = fc.oneof(
  wild,
  fc.integer({ min: 0, max: 9_999_999 }).map((number) => `+35847${String(number).padStart(7, '0')}`),
);
const queries: fc.Arbitrary<RegistryQuery> = fc.oneof(
  fc.record({ by: fc.constantFrom('userName' as const, 'workEmail' as const), value: wild }),
  fc.record({ by: fc.constant('workPhone' as const), value: phone }),
  fc.record({ by: fc.constant('name' as const), names: fc.tuple(wild, wild), organisation: wild }),
);
const hundredThousand = 100_000;
/** One in so many is shown to the server as well. */
const share = 5;

/** The filter in the bytes of a request, read by other code than wrote it. */
const onTheWire = (filter: Filter): Meant => {
  const request = new SearchRequest({ messageId: 2, baseDN: people, filter, attributes: ['1.1'] }).write();
  const [, operation] = elements(elements(request)[0]?.content ?? Buffer.alloc(0));
  const parts = elements(operation?.content ?? Buffer.alloc(0));
  const tags = parts.map(({ tag }) => tag);
  // Base, scope, aliases, limits, types only, the filter, the attributes: nothing has slipped from one into another.
  if (String(tags.toSpliced(6, 1)) !== '4,10,10,2,2,1,48') throw new Error(`not a search: ${String(tags)}`);
  if (parts[7]?.content.toString('latin1') !== '\x04\x031.1') throw new Error('other attributes');
  if (!parts[6]) throw new Error('no filter');
  return filterIn(parts[6]);
};

/** Two filters as text, to be compared at a glance and quickly. */
const text = (filter: Meant): string =>
  JSON.stringify(filter, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer'
      ? Buffer.from((value as unknown as { data: number[] }).data).toString('hex')
      : value,
  );

let directory: Directory;
beforeAll(async () => {
  const { good, ca } = await makeCertificates();
  directory = await startDirectory({ ...good, ca });
}, 60_000);
afterAll(() => directory.stop());

/** What the server has understood, in the order it was asked over one connection. */
const understood = async (filters: readonly Filter[]): Promise<string[]> => {
  const from = directory.log.length;
  const client = new Client({ url: directory.ldaps, tlsOptions: { ca: directory.ca } });
  await client.bind(bindDn, password);
  // A base below which there is nobody: the server parses each filter and looks at nothing.
  const base = `uid=mvirta,${people}`;
  const batch = 500;
  for (let at = 0; at < filters.length; at += batch)
    await Promise.all(
      filters
        .slice(at, at + batch)
        .map((filter) => client.search(base, { scope: 'base', filter, attributes: ['1.1'] })),
    );
  await client.unbind();
  await expect.poll(() => directory.log.slice(from).join('\n'), { timeout: 20_000 }).toContain('UNBIND');
  return directory.log
    .slice(from)
    .flatMap((line) => {
      const [, operation, filter] = / op=(\d+) SRCH base=".*?" scope=0 deref=0 filter="(.*)"$/.exec(line) ?? [];
      return filter === undefined ? [] : [{ operation: Number(operation), filter }];
    })
    .sort((one, other) => one.operation - other.operation)
    .map(({ filter }) => filter);
};

describe('a filter', () => {
  it('is the one meant, whatever was typed into any field', async () => {
    const shown: { filter: Filter; wanted: string }[] = [];
    let asked = 0;
    fc.assert(
      fc.property(queries, (query) => {
        const filter = filterOf(query, sources, scope);
        const wanted = text(meant(query));
        if (asked++ % share === 0) shown.push({ filter, wanted });
        return text(onTheWire(filter)) === wanted;
      }),
      { numRuns: hundredThousand },
    );
    const heard = await understood(shown.map(({ filter }) => filter));
    expect(heard).toHaveLength(shown.length);
    heard.forEach((filter, index) => expect(text(readFilter(filter))).toBe(shown[index]?.wanted));
    console.log(`${asked} random inputs; ${heard.length} of them parsed by slapd, each as it was meant`);
    expect(asked).toBeGreaterThanOrEqual(hundredThousand);
    expect(heard.length).toBeGreaterThanOrEqual(hundredThousand / share);
  }, 120_000);

  it('is not even made of what is no text', async () => {
    const broken = fc.tuple(wild, fc.constantFrom('\ud800', '\udfff', '\ud83d'), wild).map((parts) => parts.join(''));
    const asking = fc.oneof(
      fc.record({ by: fc.constantFrom('userName' as const, 'workEmail' as const), value: broken }),
      fc.record({ by: fc.constant('name' as const), names: fc.tuple(wild, broken), organisation: wild }),
      fc.record({ by: fc.constant('name' as const), names: fc.tuple(wild, wild), organisation: broken }),
    );
    const registry = createLdapRegistry({
      policy: ldapPolicy(directory),
      allows: () => true,
      password: () => expect.unreachable('nobody is asked'),
      authorities: () => expect.unreachable('nobody is asked'),
      kept: new Set(),
    });
    const isRefused = async (query: RegistryQuery) => {
      const answer = await registry.search(query, new AbortController().signal);
      expect(answer).toEqual({ ok: false, error: { code: 'identifier-invalid' } });
    };
    await fc.assert(fc.asyncProperty(asking, isRefused), { numRuns: 1000 });
  });

  it('of the policy is read as the server reads it', async () => {
    const name = fc.constantFrom('rawUserName', 'rawWorkEmail', 'rawGivenName');
    const escaped = wild.map((value) =>
      value.replace(/[^A-Za-z0-9äÅ€ ]/gu, (sign) =>
        [...Buffer.from(sign)].map((byte) => `\\${byte.toString(16).padStart(2, '0')}`).join(''),
      ),
    );
    const { tree } = fc.letrec<{ tree: string; item: string; list: string[] }>((tie) => ({
      item: fc.oneof(
        fc.tuple(name, escaped).map(([of, value]) => `(${of}=${value})`),
        name.map((of) => `(${of}=*)`),
        fc.constant('(userAccountControl:1.2.840.113556.1.4.803:=2)'),
      ),
      list: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
      tree: fc.oneof(
        { maxDepth: 3 },
        tie('item'),
        fc.tuple(fc.constantFrom('&', '|'), tie('list')).map(([sign, list]) => `(${sign}${list.join('')})`),
        tie('tree').map((inner) => `(!${inner})`),
      ),
    }));
    const texts = fc.sample(tree, 2000).filter((filter) => filter.length < 600);
    const anything = { by: 'userName', value: 'x' } as const;
    const built = texts.map((filter) => filterOf(anything, sources, parseFilter(filter)));
    const heard = await understood(built);
    expect(heard).toHaveLength(texts.length);
    heard.forEach((filter, index) => {
      const wanted = `(&${texts[index] ?? ''}(rawUserName=x))`;
      const ascii = wanted.replace(/[^\x20-\x7e]/gu, (sign) =>
        [...Buffer.from(sign)].map((byte) => `\\${byte.toString(16)}`).join(''),
      );
      const asWritten = ascii.replace(/\\[\da-f]{2}/g, (digits) => digits.toUpperCase());
      expect(text(readFilter(filter))).toBe(text(readFilter(asWritten)));
    });
  }, 60_000);
});
