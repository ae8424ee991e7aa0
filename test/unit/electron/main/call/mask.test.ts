import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mask, maskedValue } from '../../../../../electron/main/call/mask.js';
import { fields } from '../../../../../shared/subject.js';
import { subjectWith } from '../../../../support/subjects.js';

describe('a masked hit', () => {
  it('is as domain.md has it', () => {
    const subject = subjectWith({
      givenName: 'Maija',
      familyName: 'Virtanen',
      organisation: 'Acme Oy',
      workEmail: 'mvirtanen@acme.fi',
    });
    expect(mask(subject, 1)).toEqual({
      number: 1,
      name: 'M••••• V••••••••',
      organisation: 'Acme Oy',
      workEmail: 'mv••••@ac••.fi',
    });
  });

  it('has an empty address where there is none', () => {
    expect(mask(subjectWith({ workEmail: null }), 2)).toMatchObject({ number: 2, workEmail: '' });
  });
});

describe('a masked value', () => {
  it.each([
    ['workEmail', 'mv@acme.fi', 'm•••••@ac••.fi'],
    ['workEmail', 'm@a.fi', '••••••@••••.fi'],
    ['workEmail', 'maija@acme.example', 'ma••••@ac••.••'],
    ['workEmail', 'no address', 'no••••@••••.••'],
    ['workPhone', '+358470000102', '+358 ••••••••02'],
    ['workPhone', '+46812345678', '+46 •••••••••78'],
    ['workPhone', 'ask the switchboard', '•••••••••••••••'],
    ['name', 'Åsa-Märta af Björkskär', 'Å••••• B••••••••'],
    ['name', 'Y X', '•••••• •••••••••'],
    ['userName', 'mvirta', 'mv••••'],
    ['userName', 'mv', 'm•••••'],
    ['stationCode', 'HKI-204', 'H•••••'],
    ['organisation', 'Acme Oy', 'Ac••••••'],
    ['status', 'active', '••••••'],
  ] as const)('%s %s', (field, value, expected) => {
    expect(maskedValue(field, value)).toBe(expected);
  });

  const anyText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
  const label = fc.stringMatching(/^[a-z][a-z0-9-]{0,30}$/);
  const email = fc
    .tuple(fc.stringMatching(/^[a-z0-9._-]{1,40}$/), label, fc.constantFrom('fi', 'se', 'example', 'museum'))
    .map(([a, b, c]) => `${a}@${b}.${c}`);
  const phone = fc
    .tuple(fc.constantFrom('+35847', '+46', '+1', '+372'), fc.stringMatching(/^\d{6,8}$/))
    .map((parts) => parts.join(''));
  const valueOf = {
    name: fc.tuple(anyText, anyText).map((names) => names.join(' ')),
    workEmail: email,
    workPhone: phone,
  };
  const lengths = { name: 16, userName: 6, workEmail: 14, workPhone: 15, stationCode: 6, organisation: 8, status: 6 };

  it.each(fields)('%s is always of the same length', (field) => {
    const values = field in valueOf ? valueOf[field as keyof typeof valueOf] : anyText;
    fc.assert(
      fc.property(values, (value) => {
        expect([...maskedValue(field, value)].length).toBe(lengths[field]);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['userName', 2],
    ['stationCode', 1],
    ['organisation', 2],
  ] as const)('%s shows at most %d leading characters, and never half of them and one more', (field, most) => {
    fc.assert(
      fc.property(anyText, (value) => {
        const characters = [...value.normalize('NFC').trim()];
        const shown = [...maskedValue(field, value)].join('').replace(/•+$/u, '');
        expect([...shown].length).toBeLessThanOrEqual(Math.min(most, Math.floor(characters.length / 2)));
        expect(characters.join('').startsWith(shown)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('an address shows two letters of each side at most', () => {
    fc.assert(
      fc.property(email, (value) => {
        const [, local = '', domain = ''] =
          /^([^•]*)•+@([^•]*)•+\.(?:[a-z]{2}|••)$/u.exec(maskedValue('workEmail', value)) ?? [];
        const [wholeLocal = '', wholeDomain = ''] = value.split('@');
        expect(local.length * 2).toBeLessThanOrEqual(wholeLocal.length);
        expect(local.length).toBeLessThanOrEqual(2);
        expect(domain.length).toBeLessThanOrEqual(2);
        expect(domain.length * 2).toBeLessThanOrEqual(wholeDomain.split('.')[0]?.length ?? 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('a phone shows its country and its last two digits alone', () => {
    fc.assert(
      fc.property(phone, (value) => {
        const masked = maskedValue('workPhone', value);
        expect(masked).toMatch(/^(?:\+\d{1,3} •{8,12}\d{2}|•{15})$/u);
        if (masked.startsWith('+')) expect(masked.slice(-2)).toBe(value.slice(-2));
      }),
      { numRuns: 2000 },
    );
  });
});
