/**
 * Text without what a listener cannot hear: case, accents, spacing, hyphens, quotes. `Åsa-Märta` and `asa marta` fold to the same.
 * Finnish and Swedish letters fold to their bases on both sides (å ä ö, æ ø, ß): a caller's ä is often typed a.
 */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('æ', 'a')
    .replaceAll('ø', 'o')
    .replaceAll('ß', 'ss')
    .replace(/[\s\p{Pd}'’´`".,]+/gu, ' ')
    .trim();

/** User names and addresses: case does not count (RFC 7643 §4.1.1), accents do. */
export const caseless = (text: string): string => text.normalize('NFC').trim().toLowerCase();

const companyForms = new Set(['oy', 'ab', 'oyj', 'abp', 'ry', 'rf', 'ky', 'kb', 'tmi', 'osk', 'oyab', 'aboy']);

/** A company's name without its form at either end, folded: `Acme Oy`, `Oy Acme Ab` and `ACME` are the same to a caller. */
export const organisationKey = (text: string): string => {
  const words = folded(text).split(' ');
  const inner = [...words];
  while (companyForms.has(inner.at(-1) ?? '')) inner.pop();
  while (companyForms.has(inner[0] ?? '')) inner.shift();
  // A name made of forms alone is all there is to compare.
  return (inner.length > 0 ? inner : words).join(' ');
};

/** Given and family name as one key, whichever comes first; a single text of both falls to the same key. */
export const nameKey = (...names: readonly string[]): string => folded(names.join(' ')).split(' ').sort().join(' ');
