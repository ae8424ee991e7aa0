import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseIdentifier } from '../../../../../electron/main/call/identifier.js';
import { identifierKinds, type IdentifierKind } from '../../../../../shared/subject.js';

const parse = (by: IdentifierKind, identifier: string, organisation = 'Acme Oy') =>
  parseIdentifier({ by, identifier, organisation });
const codeOf = (by: IdentifierKind, identifier: string, organisation?: string) => {
  const parsed = parse(by, identifier, organisation);
  return parsed.ok ? parsed.value : parsed.error.code;
};

describe('an identifier', () => {
  it.each(identifierKinds)('that is empty is too short (%s)', (by) => {
    for (const text of ['', ' ', '\t\n', '\u00a0']) expect(codeOf(by, text)).toBe('identifier-too-short');
  });

  it.each(identifierKinds)('of 10,000 characters is too long (%s)', (by) => {
    for (const letter of ['a', '1', '@', '"', 'ﷺ'])
      expect(codeOf(by, letter.repeat(10_000))).toBe('identifier-too-long');
  });

  it.each(identifierKinds)('with a wildcard, filter syntax or control characters is invalid (%s)', (by) => {
    const tails = ['*', '" or active eq true', '\\', '%', '()', '[type eq "work"]', '\u0000', '\u0007', '\u202e'];
    const starts = {
      userName: 'mvirta',
      workEmail: 'maija.virtanen@acme.example',
      workPhone: '+358401234567',
      name: 'Maija Virtanen',
    };
    expect(codeOf(by, '*')).toBe('identifier-invalid');
    for (const tail of tails) {
      if (by === 'workPhone' && (tail === '()' || tail === '\u202e')) continue;
      expect({ tail, code: codeOf(by, `${starts[by]}${tail}x`) }).toEqual({ tail, code: 'identifier-invalid' });
    }
  });

  it.each<[IdentifierKind, string]>([
    ['userName', 'mvіrta'],
    ['userName', 'mνirta'],
    ['userName', 'мвирта'],
    ['userName', 'ｍｖｉｒｔａ'],
    ['userName', 'mvırta'],
    ['userName', '𝗆virta'],
    ['userName', 'mvirta１'],
    ['userName', 'mvirta٣'],
    ['userName', 'mvirtɑ'],
    ['workEmail', 'maija.virtanen@aсme.example'],
    ['workEmail', 'майя@acme.example'],
    ['name', 'Maija Vіrtanen'],
    ['name', 'Мaija Virtanen'],
    ['name', 'Maija Οksanen'],
  ])('that looks like another one is refused: %s %s', (by, text) => {
    expect(codeOf(by, text)).toBe('identifier-lookalike');
  });

  it('that looks like another organisation is refused', () => {
    expect(codeOf('name', 'Maija Virtanen', 'Аcme Oy')).toBe('identifier-lookalike');
  });
});

describe('a user name', () => {
  it.each(['mv', 'mvirta', '123456', 'åsa.öhman', 'maija.virtanen@acme.example', 'm-v_1'])('may be %s', (text) => {
    expect(codeOf('userName', `  ${text} `)).toEqual({ by: 'userName', value: text });
  });

  it('is composed', () => {
    expect(codeOf('userName', 'a\u030asa')).toEqual({ by: 'userName', value: 'åsa' });
  });

  it('of one character is too short', () => {
    expect(codeOf('userName', 'm')).toBe('identifier-too-short');
  });

  it.each(['maija virtanen', 'm"v', "m'v;--\u0001"])('may not be %j', (text) => {
    expect(codeOf('userName', text)).toBe('identifier-invalid');
  });
});

describe('an e-mail', () => {
  it('keeps its letters', () => {
    expect(codeOf('workEmail', ' Maija.Virtanen@acme.example ')).toEqual({
      by: 'workEmail',
      value: 'Maija.Virtanen@acme.example',
    });
  });

  it.each(['maija', 'maija@', '@acme.example', 'maija@acme', 'maija@.example', 'maija@acme.'])(
    'that is not whole is too short: %s',
    (text) => {
      expect(codeOf('workEmail', text)).toBe('identifier-too-short');
    },
  );

  it.each(['a@b@acme.example', 'maija virtanen@acme.example', '"maija"@acme.example', '*@acme.example'])(
    'may not be %s',
    (text) => {
      expect(codeOf('workEmail', text)).toBe('identifier-invalid');
    },
  );
});

describe('a phone', () => {
  it.each([
    '040-123 4567',
    '+358 (0)40 123 4567',
    '00358401234567',
    '040\u00a0123\u00a04567',
    '０４０１２３４５６７',
    'tel:+358-40-1234567',
    '\u202a+358 40 123 4567\u202c',
  ])('is read as Finns write it: %j', (text) => {
    expect(codeOf('workPhone', text)).toEqual({ by: 'workPhone', value: '+358401234567' });
  });

  it.each(['0401', '+35', '----'])('of fewer than 5 digits is too short: %s', (text) => {
    expect(codeOf('workPhone', text)).toBe('identifier-too-short');
  });

  it.each(['040-CALLME', '0401234567;ext=1', '00000', '040123456789012345', '+999123456789'])(
    'may not be %s',
    (text) => {
      expect(codeOf('workPhone', text)).toBe('identifier-invalid');
    },
  );
});

describe('a name', () => {
  it.each<[string, readonly [string, string]]>([
    ['Maija Virtanen', ['Maija', 'Virtanen']],
    ['  Maija \u00a0 Virtanen ', ['Maija', 'Virtanen']],
    ['Virtanen, Maija', ['Virtanen', 'Maija']],
    ['Virtanen, Anna Liisa', ['Virtanen', 'Anna Liisa']],
    ['Anna Liisa Virtanen', ['Anna Liisa', 'Virtanen']],
    ['Åsa-Märta af Björkskär', ['Åsa-Märta', 'af Björkskär']],
    ['af Björkskär Åsa-Märta', ['af Björkskär', 'Åsa-Märta']],
    ['Carl von der Strandh', ['Carl', 'von der Strandh']],
    ["Siv O'Brien", ['Siv', "O'Brien"]],
    ['Иван Петров', ['Иван', 'Петров']],
  ])('%s is parted in two', (text, names) => {
    expect(codeOf('name', text)).toEqual({ by: 'name', names, organisation: 'Acme Oy' });
  });

  it.each(['Maija', 'Virtanen,', ', Maija', 'af Björkskär', 'a, b, c'])('that is not two is too short: %s', (text) => {
    expect(codeOf('name', text)).toBe('identifier-too-short');
  });

  it.each(['', ' ', 'A'])('goes with an organisation, not %j', (organisation) => {
    expect(codeOf('name', 'Maija Virtanen', organisation)).toBe('identifier-too-short');
  });

  it.each(['*', 'Acme*', '" or active eq true', 'Ac\u0000me'])('goes with an organisation, not %j', (organisation) => {
    expect(codeOf('name', 'Maija Virtanen', organisation)).toBe('identifier-invalid');
  });

  it.each(['Acme Oy', 'Drömskärets Färja Oy Ab', 'A & B (Suomi) Oy', '3M Oy'])('goes with %s', (organisation) => {
    expect(codeOf('name', 'Maija Virtanen', organisation)).toMatchObject({ organisation });
  });
});

describe('any text at all', () => {
  it('is an identifier or has one of the codes, and normalising twice changes nothing', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...identifierKinds), text, text, (by, identifier, organisation) => {
        const parsed = parse(by, identifier, organisation);
        if (!parsed.ok) expect(parsed.error.code).toMatch(/^identifier-(?:too-short|too-long|invalid|lookalike)$/);
        else if (parsed.value.by !== 'name') expect(parse(by, parsed.value.value)).toEqual(parsed);
      }),
      { numRuns: 5000 },
    );
  });
});
