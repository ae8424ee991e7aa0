import { describe, expect, it } from 'vitest';
import { writeLetter } from '../../../../../electron/main/requests/letter.js';

const about = {
  ...{ reference: 'AAAA-0001', ticket: 'INC-20418' },
  ...{ created: new Date('2026-11-22T10:00:00.000Z'), due: '2026-12-22' },
};
const filing = { kind: 'privacy-request', matter: 'access', words: '' } as const;
const subject = { values: [], restricted: false };

describe('a letter tells its times as people write them, with the zone', () => {
  it.each([
    ['fi', 'Vastaanotettu: 22. marraskuuta 2026 klo 12.00.00 UTC+2', 'Vastattava viimeistään: 22. joulukuuta 2026'],
    ['sv', 'Mottagen: 22 november 2026 kl. 12.00.00 EET', 'Svar senast: 22 december 2026'],
    ['en', 'Received: 22 November 2026 at 12:00:00 EET', 'Answer by: 22 December 2026'],
  ] as const)('in %s', (language, ...lines) => {
    const { text } = writeLetter(language, filing, { ...about, timeZone: 'Europe/Helsinki' }, subject);
    expect(text.split('\n')).toEqual(expect.arrayContaining(lines));
    expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}/);
  });
});
