import type { Field } from '../../../shared/subject.js';
import { caseless } from './folding.js';
import { parsePhone, phoneSpellings } from './phone.js';

const unspaced = (text: string): string => text.replace(/\s+/gu, '');

/** `HKI204`, `hki-204` and `HKI 204` are one code to a caller, and three to a directory. */
const codeSpellings = (claim: string): string[] => {
  const parts = claim.match(/\p{L}+|\p{N}+/gu) ?? [];
  return [...new Set([claim.trim(), ...['', ' ', '-'].map((sign) => parts.join(sign))])].filter(Boolean);
};

const phones = (claim: string): readonly string[] => {
  const number = parsePhone(claim);
  return number === null ? [] : phoneSpellings(number);
};

/**
 * What a directory may hold when the caller is right, each to be compared there by itself; case is left to the directory's own rule.
 * None when the claim can match nothing, such as what is no text.
 */
export const claimSpellings = (field: Field, claim: string): readonly string[] => {
  const text = claim.normalize('NFKC');
  if (/[\p{Cs}\p{Cc}]/u.test(text)) return [];
  if (field === 'workPhone') return phones(text);
  if (field === 'stationCode') return codeSpellings(text);
  return [unspaced(caseless(text))].filter(Boolean);
};
