import { describe, expect, it } from 'vitest';
import { approvalLetter } from '../../../../../electron/main/factors/letter/approval.js';
import { mailedLetter } from '../../../../../electron/main/factors/letter/mailed.js';
import { shortLetter } from '../../../../../electron/main/factors/letter/short.js';
import { twoWords, wordsOf } from '../../../../../electron/main/factors/letter/words.js';
import type { Letter } from '../../../../../electron/main/factors/factor.js';
import { languages, type Language } from '../../../../../shared/language.js';

const letterIn = (language: Language, changes: Partial<Letter> = {}): Letter => ({
  language,
  organisation: 'Esimerkki Oy',
  purpose: 'access-reset',
  code: '123456',
  minutes: 10,
  words: ['karhu', 'omena'],
  ...changes,
});

const why = { fi: 'palautusta varten', sv: 'för återställning', en: 'to reset' } as const;
const password = {
  fi: 'Kukaan ei kysy salasanaasi',
  sv: 'Ingen frågar efter ditt lösenord',
  en: 'Nobody will ask for your password',
};

describe.each(languages)('the message in %s', (language) => {
  const letter = letterIn(language);
  it.each([
    ['by mail', mailedLetter(letter).text],
    ['by text message', shortLetter(letter)],
    ['to a contact person', approvalLetter(letter, 'Maija Virtanen').text],
  ])(
    'says who asks, why, the code, for how long, that nobody asks for a password, and the two words: %s',
    (_how, text) => {
      for (const part of ['Esimerkki Oy', why[language], '123456', '10 min', password[language], 'karhu omena'])
        expect(text).toContain(part);
    },
  );

  it('tells a contact person whom it is about, and nobody else', () => {
    expect(approvalLetter(letter, 'Maija Virtanen').text).toContain('Maija Virtanen');
  });

  it('is written for a purpose of the policy’s own too', () => {
    for (const purpose of ['own-purpose', 'constructor', '__proto__'])
      expect(mailedLetter(letterIn(language, { purpose })).text).not.toMatch(/undefined|function|\[object/);
  });
});

const folded = (word: string): string => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Letters to change, add or take away. */
const distance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1];
    for (const [at, against] of [...other].entries())
      next.push(Math.min((row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1, (row[at] ?? 0) + Number(letter !== against)));
    row = next;
  }
  return row.at(-1) ?? 0;
};

describe.each(languages)('the words in %s', (language) => {
  const words = wordsOf[language];

  it('are at least 256, each once, in small letters that can be said', () => {
    expect(words.length).toBeGreaterThanOrEqual(256);
    expect(new Set(words).size).toBe(words.length);
    expect(words.filter((word) => !/^[a-zåäö]{3,16}$/.test(word))).toEqual([]);
  });

  it('are not taken for one another: two letters apart at least, accents or not, and none begins another', () => {
    const heard = words.map(folded);
    const confusable = heard.flatMap((one, index) =>
      heard
        .slice(index + 1)
        .filter((other) => distance(one, other) < 2 || one.startsWith(other) || other.startsWith(one))
        .map((other) => `${one} ${other}`),
    );
    expect(confusable).toEqual([]);
  });

  it('come two at a time, never the same one twice', () => {
    const pairs = Array.from({ length: 500 }, () => twoWords(language));
    expect(pairs.every(([one, other]) => one !== other && words.includes(one) && words.includes(other))).toBe(true);
    expect(new Set(pairs.map((pair) => pair.join(' '))).size).toBeGreaterThan(490);
  });
});
