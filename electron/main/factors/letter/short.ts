import type { Language } from '../../../../shared/language.js';
import type { Letter } from '../factor.js';
import { reasonOf } from './purposes.js';

const letters: Readonly<Record<Language, (letter: Letter, why: string) => string>> = {
  fi: ({ organisation, code, minutes, words }, why) =>
    `${organisation}: koodi ${code} ${why}. Voimassa ${minutes} min. Tuki tietää sanat: ${words.join(' ')}. Kukaan ei kysy salasanaasi.`,
  sv: ({ organisation, code, minutes, words }, why) =>
    `${organisation}: kod ${code} ${why}. Gäller ${minutes} min. Supporten kan orden: ${words.join(' ')}. Ingen frågar efter ditt lösenord.`,
  en: ({ organisation, code, minutes, words }, why) =>
    `${organisation}: code ${code} ${why}. Good for ${minutes} min. Support knows the words: ${words.join(' ')}. Nobody will ask for your password.`,
};

/** The text message with a code. Short, for a long one is sent and paid for in parts. */
export const shortLetter = (letter: Letter): string =>
  letters[letter.language](letter, reasonOf(letter.language, letter.purpose));
