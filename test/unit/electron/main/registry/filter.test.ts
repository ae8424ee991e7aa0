import fc from 'fast-check';
import SCIMMY from 'scimmy';
import { describe, expect, it } from 'vitest';
import { scimSchema } from '../../../../../electron/main/policy/registry-schema.js';
import { filterOf, literal } from '../../../../../electron/main/registry/filter.js';
import type { RegistryQuery } from '../../../../../electron/main/registry/registry.js';
import { parseIdentifier } from '../../../../../electron/main/call/identifier.js';

const paths = scimSchema.parse({ kind: 'scim', url: 'https://registry.example' }).attributes;
const scope = 'userType eq "customer"';
const organization = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:organization';

/** The judge is not ours: scimmy's own parser. Its answer as plain objects, one for each alternative. */
const judged = (filter: string): unknown => JSON.parse(JSON.stringify([...new SCIMMY.Types.Filter(filter)]));
const inside = { userType: ['eq', 'customer'] };

/** scimmy leaves escapes in a value as they are. */
const meant = (value: string) => ['eq', literal(value).slice(1, -1)];

/** Values that try to be more than values, and any text at all. */
const hostile = fc.constantFrom(
  '" or active eq true',
  '" or active eq true or userName eq "',
  '\\" or active eq true or userName eq \\"',
  '\\',
  '\\\\"',
  '") or (active eq true',
  '"] or emails[type eq "home',
  ' and userType eq "applicant"',
  ') or (userType pr',
  'null',
  'true',
  '*',
  '\u2028" or active eq true',
  '\n" or active eq true',
);
const value = fc.oneof(
  hostile,
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.tuple(fc.string({ maxLength: 5 }), hostile, fc.string({ maxLength: 5 })).map((parts) => parts.join('')),
  fc
    .array(fc.constantFrom('"', '\\', '(', ')', '[', ']', ' and ', ' or ', ' not ', 'eq', 'a', '.', ':', '%'), {
      maxLength: 12,
    })
    .map((all) => all.join('')),
);

describe('a filter', () => {
  it('is the one that was meant, whatever the value', () => {
    fc.assert(
      fc.property(value, value, (one, other) => {
        const of = (query: RegistryQuery) => judged(filterOf(query, paths, scope));
        expect(of({ by: 'userName', value: one })).toEqual([{ userName: meant(one), ...inside }]);
        expect(of({ by: 'workEmail', value: one })).toEqual([
          { emails: { type: ['eq', 'work'], value: meant(one) }, ...inside },
        ]);
        const named = of({ by: 'name', names: [one, other], organisation: 'Acme Oy' });
        expect(named).toEqual([
          { name: { givenName: meant(one), familyName: meant(other) }, [organization]: ['eq', 'Acme Oy'], ...inside },
          { name: { givenName: meant(other), familyName: meant(one) }, [organization]: ['eq', 'Acme Oy'], ...inside },
        ]);
      }),
      { numRuns: 10_000 },
    );
  }, 60_000);

  it('is the one that was meant from what the agent types on', () => {
    const kinds = ['userName', 'workEmail', 'name'] as const;
    // Signs that get through, with some that must not, so that a part of the texts is searched by.
    const sign = fc.constantFrom(...'abåäö1.-_@ \'/&#$!~=+|{}^`?,’"\\()[]*:;');
    const typed = fc.oneof(
      value,
      fc.array(sign, { maxLength: 12 }).map((signs) => signs.join('')),
      fc.array(sign, { maxLength: 4 }).map((signs) => `a${signs.join('')}@b.c`),
    );
    let searched = 0;
    fc.assert(
      fc.property(fc.constantFrom(...kinds), typed, (by, identifier) => {
        const query = parseIdentifier({ by, identifier, organisation: 'Acme Oy' });
        if (!query.ok) return;
        searched++;
        const alternatives = judged(filterOf(query.value, paths, scope)) as Record<string, unknown>[];
        expect(alternatives.length).toBe(by === 'name' ? 2 : 1);
        for (const alternative of alternatives) expect(alternative).toMatchObject(inside);
      }),
      { numRuns: 10_000 },
    );
    expect(searched).toBeGreaterThan(500);
  }, 60_000);

  it('keeps the scope on every alternative', () => {
    const query = { by: 'workPhone', value: '+358401234567' } as const;
    const alternatives = judged(filterOf(query, paths, scope)) as Record<string, unknown>[];
    expect(alternatives.length).toBeGreaterThan(5);
    for (const alternative of alternatives)
      expect(alternative).toMatchObject({ ...inside, phoneNumbers: { type: ['eq', 'work'] } });
  });

  it('groups a scope that has alternatives of its own', () => {
    const filter = filterOf(
      { by: 'userName', value: 'mvirta' },
      paths,
      'userType eq "customer" or userType eq "staff"',
    );
    expect(filter).toBe('userName eq "mvirta" and (userType eq "customer" or userType eq "staff")');
  });

  it('asks for the usual company forms when none was typed', () => {
    const filter = filterOf({ by: 'name', names: ['Maija', 'Virtanen'], organisation: 'Acme' }, paths, undefined);
    for (const spelling of ['Acme', 'Acme Oy', 'Acme Ab', 'Acme Oyj', 'Acme Abp', 'Acme Oy Ab'])
      expect(filter).toContain(`"${spelling}"`);
    expect(
      filterOf({ by: 'name', names: ['Maija', 'Virtanen'], organisation: 'Acme Oy' }, paths, undefined),
    ).not.toContain('Acme Oy Oy');
  });
});

describe('a literal', () => {
  it('is a JSON string of the value, and holds no quote of its own', () => {
    fc.assert(
      fc.property(value, (text) => {
        expect(JSON.parse(literal(text))).toBe(text);
        expect(literal(text).slice(1, -1)).not.toMatch(/["()[\]]|\\(?!u)/);
      }),
      { numRuns: 10_000 },
    );
  });
});
