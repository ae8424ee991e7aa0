import { languages, type Language } from '../../shared/language.js';
import { en } from './en/index.js';
import { fi } from './fi/index.js';
import { sv } from './sv/index.js';
import type { Catalogue } from './words.js';

export { languages, type Language };

/** All three at once: the caller's language is another than the desk's as often as not. */
export const catalogues: Readonly<Record<Language, Catalogue>> = { fi, sv, en };

/** The first of the wished-for languages that the desk speaks. */
export const languageFrom = (wishes: readonly string[]): Language => {
  for (const wish of wishes) {
    const found = languages.find((language) => wish.toLowerCase().split('-')[0] === language);
    if (found) return found;
  }
  return 'en';
};
