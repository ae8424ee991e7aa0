import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatAnyOf,
  formatLeft,
  formatList,
  formatNumber,
  formatSpan,
  formatTime,
  localeOf,
} from '../../../../renderer/messages/format.js';

describe('numbers, times and lists in the locale’s form', () => {
  it.each([
    ['fi', '48\u00a0211'],
    ['sv', '48\u00a0211'],
    ['en', '48,211'],
  ] as const)('%s writes %s', (language, text) => expect(formatNumber(language, 48_211)).toBe(text));

  it.each(['fi', 'sv', 'en'] as const)('%s writes every number as its locale does', (language) =>
    fc.assert(
      fc.property(fc.oneof(fc.nat(1200), fc.integer(), fc.float()), (any) => {
        const value = any + 0; // there is no count of minus nothing
        const asLocale = new Intl.NumberFormat(localeOf(language)).format(value);
        expect(formatNumber(language, value)).toBe(asLocale);
      }),
    ),
  );

  it.each([
    ['fi', '10.02.11'],
    ['sv', '10.02.11'],
    ['en', '10:02:11'],
  ] as const)('%s writes the time as %s', (language, text) =>
    expect(formatTime(language, '2026-11-22T10:02:11')).toBe(text),
  );

  it.each([
    ['fi', 'nimi ja puhelin'],
    ['sv', 'nimi och puhelin'],
    ['en', 'nimi and puhelin'],
  ] as const)('%s joins %s', (language, text) => expect(formatList(language, ['nimi', 'puhelin'])).toBe(text));

  it.each([
    ['fi', 'koodi, puhelin tai nimi'],
    ['sv', 'koodi, puhelin eller nimi'],
    ['en', 'koodi, puhelin or nimi'],
  ] as const)('%s offers %s, of which one is enough', (language, text) =>
    expect(formatAnyOf(language, ['koodi', 'puhelin', 'nimi'])).toBe(text),
  );
});

describe('spans', () => {
  it.each([
    [0, '0:00'],
    [-5000, '0:00'],
    [59_999, '0:59'],
    [134_000, '2:14'],
    [3_723_000, '1:02:03'],
  ] as const)('%d ms is %s', (span, text) => expect(formatSpan(span)).toBe(text));

  it('a countdown is 0:00 only when the time is up', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 86_400_000 }), (left) => formatLeft(left) !== '0:00'));
    expect(formatLeft(0)).toBe('0:00');
  });
});
