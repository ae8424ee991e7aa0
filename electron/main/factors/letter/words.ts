import { randomInt } from 'node:crypto';
import type { Language } from '../../../../shared/language.js';
import { words as english } from './words-en.js';
import { words as finnish } from './words-fi.js';
import { words as swedish } from './words-sv.js';

const listed = (text: string): readonly string[] => text.trim().split(/\s+/);

/** At least 256 of each, so that nobody guesses two. */
export const wordsOf: Readonly<Record<Language, readonly string[]>> = {
  fi: listed(finnish),
  sv: listed(swedish),
  en: listed(english),
};

const pick = (list: readonly string[]): string => list[randomInt(list.length)] ?? '';

/** Two different words, at random. */
export const twoWords = (language: Language): readonly [string, string] => {
  const first = pick(wordsOf[language]);
  return [first, pick(wordsOf[language].filter((word) => word !== first))];
};
