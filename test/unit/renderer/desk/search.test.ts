import { describe, expect, it } from 'vitest';
import { emptySearch, kindOf, withIdentifier } from '../../../../renderer/desk/search.js';

describe('kindOf', () => {
  it.each([
    ['mvirta', 'userName'],
    ['maija.virtanen@acme.example', 'workEmail'],
    ['+358 47 000 0101', 'workPhone'],
    ['(09) 123-456', 'workPhone'],
    ['tel:+358-47-0000102', 'workPhone'],
    ['Maija Virtanen', 'name'],
    ['af Björkskär, Åsa-Märta', 'name'],
    ['HKI204', 'userName'],
    ['', 'userName'],
  ] as const)('%s is a %s', (identifier, kind) => expect(kindOf(identifier)).toBe(kind));
});

it('a kind the agent chose stays chosen', () => {
  const search = withIdentifier({ ...emptySearch, by: 'name', chosen: true }, 'a@b.example');
  expect(search).toMatchObject({ by: 'name', identifier: 'a@b.example' });
});
