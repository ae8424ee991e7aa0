import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePhone, phoneGroups, phoneSpellings } from '../../../../../electron/main/registry/phone.js';

describe('parsePhone', () => {
  it.each([
    '0401234567',
    '040 1234567',
    '040 123 4567',
    '040-123 4567',
    '040-1234567',
    '040/1234567',
    '040.123.4567',
    '(040) 123 4567',
    '+358401234567',
    '+358 40 123 4567',
    '+358 (0)40 123 4567',
    '+358 (0) 40 1234567',
    '+358-40-1234567',
    '00358401234567',
    '00358 40 1234567',
    '040\u00a0123\u00a04567',
    '040\u202f123\u202f4567',
    '040\u2011123\u20114567',
    '０４０１２３４５６７',
    '＋３５８４０１２３４５６７',
    'tel:+358-40-123-4567',
    'tel:+358401234567',
    'TEL:0401234567',
    '  040 1234567  ',
  ])('reads %j as Finns write it', (text) => {
    expect(parsePhone(text)).toBe('+358401234567');
  });

  it.each([
    ['09 1234 5678', '+358912345678'],
    ['019 123 456', '+35819123456'],
    ['020 123 4567', '+358201234567'],
    ['+46 8 123 456 78', '+46812345678'],
    ['047 000 0101', '+358470000101'],
  ])('reads %s', (text, e164) => {
    expect(parsePhone(text)).toBe(e164);
  });

  it.each([
    '',
    '12',
    'maija',
    '040',
    '+',
    '+358',
    '040 1234567 and more',
    '0401234567;ext=12',
    '040123456789012345',
    '+999123456789',
  ])('does not take %j for a number', (text) => {
    expect(parsePhone(text)).toBeNull();
  });
});

/** Mobile numbers of Finland, nine digits without the 0. */
const subscribers = fc.tuple(fc.constantFrom('40', '41', '44', '45', '46', '47', '50'), fc.stringMatching(/^\d{7}$/));

describe('every spelling of a number', () => {
  it('is read as that number again', () => {
    fc.assert(
      fc.property(subscribers, ([area, rest]) => {
        const e164 = `+358${area}${rest}`;
        for (const spelling of phoneSpellings(e164)) expect(parsePhone(spelling)).toBe(e164);
      }),
      { numRuns: 500 },
    );
  });

  it('is asked for once, and holds the ones registries use', () => {
    const spellings = phoneSpellings('+358470000101');
    expect(new Set(spellings).size).toBe(spellings.length);
    expect(spellings).toEqual(
      expect.arrayContaining([
        '+358470000101',
        'tel:+358-47-0000101',
        '0470000101',
        '047 0000101',
        '+358 47 0000101',
        '047 000 0101',
      ]),
    );
  });

  it('is also made for numbers of other countries', () => {
    expect(phoneSpellings('+46812345678')).toEqual(
      expect.arrayContaining(['+46812345678', 'tel:+46812345678', '0046812345678']),
    );
  });
});

describe('the groups a number is read in', () => {
  it.each([
    ['+358470000101', '+358 47 000 0101'],
    ['+358200000', '+358 200 000'],
    ['+46701234567', '+46 70 123 45 67'],
    ['+12133734253', '+1 213 373 4253'],
    ['no number', 'no number'],
  ])('of %s are %s, and together they are the number', (e164, text) => {
    expect(phoneGroups(e164).join(' ')).toBe(text);
    expect(phoneGroups(e164).join('')).toBe(e164);
  });
});
