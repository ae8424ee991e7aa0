import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { subjectPage } from '../../../../../../electron/main/reports/subject/page.js';
import type { Deed, SubjectReport } from '../../../../../../electron/main/reports/subject/subject-report.js';

const deed: Deed = {
  ...{ time: '2026-10-25T00:30:01.234Z', purpose: 'access-reset', type: 'field.revealed' },
  ...{ fields: ['workEmail', 'workPhone'], reference: 'K7Q2-M4XD', recipient: null, agent: null },
};
const reportWith = (changes: Partial<SubjectReport> = {}): SubjectReport => ({
  ...{ language: 'fi', made: '2026-11-22T10:00:00.000Z', organisation: 'Esimerkki Oy', person: 'Åke Öhman' },
  ...{ withNames: false, isWhole: true, deeds: [deed], ...changes },
});
const page = (changes: Partial<SubjectReport> = {}): string => subjectPage(reportWith(changes), 'Europe/Helsinki');

describe('the page of a report to a person', () => {
  test('says in the person’s language what was done, when to the second, for what, and with which data', () => {
    expect(page()).toContain('<html lang="fi">');
    expect(page()).toMatch(/<td>25\.10\.2026 klo 3\.30\.01 UTC\+3<\/td><td>Pääsyn palautus<\/td>/);
    expect(page()).toContain('<td>työsähköposti ja työpuhelin</td>');
    expect(page({ language: 'sv' })).toContain('<td>e-post i arbetet och arbetstelefon</td>');
    expect(page({ language: 'en' })).toContain('Times are those of Europe/Helsinki.');
  });

  test('tells two times apart that a clock put back shows alike', () => {
    const later = { ...deed, time: '2026-10-25T01:30:01.234Z' };
    const times = [...page({ deeds: [deed, later] }).matchAll(/<td>(25\.10[^<]*)<\/td>/g)].map(([, time]) => time);
    expect(new Set(times).size).toBe(2);
  });

  test('has a column for names and for recipients only where there are any', () => {
    expect(page()).not.toContain('Käsittelijä');
    expect(page()).not.toContain('Luovutettu kenelle');
    expect(page({ withNames: true, deeds: [{ ...deed, agent: 'veikko' }] })).toContain('<td>veikko</td>');
    expect(page({ deeds: [{ ...deed, recipient: 'Poliisi' }] })).toContain('<td>Poliisi</td>');
  });

  test('says so when there is nothing, and when it is not all', () => {
    expect(page({ language: 'en', deeds: [] })).toContain('nothing on record to tell');
    expect(page({ language: 'en', isWhole: false })).not.toContain('every use of your data');
  });

  test('takes text for text, whatever it is', () => {
    const tags = (html: string): string[] => html.match(/<[^>]*>/g) ?? [];
    const plain = tags(page({ person: 'x', organisation: 'x' }));
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('<script>', '"><img src=x>', "&lt;'", '</title>'), (text, markup) => {
        const typed = `x${text}${markup}`;
        expect(tags(page({ person: typed, organisation: typed }))).toEqual(plain);
        const deeds = [{ ...deed, purpose: typed, reference: typed, fields: [typed] }];
        expect(tags(page({ person: 'x', organisation: 'x', deeds }))).toEqual(plain);
      }),
    );
  });

  test('shows a person’s own letters', () => {
    for (const person of [
      'Åke Öhman',
      'Đặng Thị Bình',
      'Ольга Ёлкина',
      '山田太郎',
      'أحمد',
      'Žofia Łódź',
      "Siân O'Neill",
    ])
      expect(page({ person })).toContain(person.replace("'", '&#39;'));
  });
});
