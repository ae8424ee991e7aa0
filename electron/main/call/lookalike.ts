/** Letters and digits that pass for a Latin letter or an ASCII digit without being one (UTS #39 calls them confusable). */

const scriptsOf = (text: string): number => {
  const scripts = [
    /\p{Script=Latin}/u,
    /\p{Script=Cyrillic}/u,
    /\p{Script=Greek}/u,
    /[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\P{L}]/u,
  ];
  return scripts.filter((script) => script.test(text)).length;
};

/** The letters European user names are made of; the dotless ı and the like are left out. */
const usual = /^[\u0000-\u017f\p{M}]*$/u;
const unusual = /[\u0131\u0138\u0149\u017f]/u;

const compatible = (text: string): boolean => text === text.normalize('NFKC');

/**
 * Whether a text may pass for another one.
 * @param text NFC
 * @param kind `code`: user names and addresses, which are typed letter by letter and Latin. `words`: names, which may be of any one script.
 */
export const isLookalike = (text: string, kind: 'code' | 'words'): boolean => {
  const letters = text.replace(/[^\p{L}\p{M}\p{N}]/gu, '');
  if (!compatible(letters) || scriptsOf(letters) > 1) return true;
  return kind === 'code' && (!usual.test(letters) || unusual.test(letters));
};
