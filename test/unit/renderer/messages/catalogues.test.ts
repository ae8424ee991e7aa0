import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import { entryTypes } from '../../../../shared/audit-entry.js';
import { catalogues, languageFrom, languages } from '../../../../renderer/messages/languages.js';

type Words = { readonly [key: string]: string | Words };

const flat = (words: Words, path = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : flat(value, `${path}${key}/`),
  );
const placeholders = (text: string) => [...text.matchAll(/\{\{.*?\}\}/g)].map(([found]) => found).sort();
const english = new Map(flat(catalogues.en));

describe.each(languages.filter((language) => language !== 'en'))('the catalogue in %s', (language) => {
  const words = new Map(flat(catalogues[language]));

  it('has exactly the keys of English', () => {
    expect([...words.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('asks for the same values in every sentence', () => {
    const asked = ([key, text]: [string, string]) => [key, placeholders(text)] as const;
    expect(new Map([...words].map(asked))).toEqual(new Map([...english].map(asked)));
  });

  it('leaves no sentence in English', () => {
    const same = [...english].filter(([key, text]) => text.split(' ').length > 3 && words.get(key) === text);
    expect(same).toEqual([]);
  });
});

describe.each(languages)('failures in %s', (language) => {
  it('say what happened, that nothing was lost, and what to do', () => {
    for (const [code, words] of Object.entries(catalogues[language].failures)) {
      for (const sentence of [words.what, words.kept, words.next]) expect(sentence, code).toMatch(/^\p{Lu}.+[.]$/u);
    }
  });
});

describe.each(languages)('through i18next in %s', (language) => {
  const client = i18next.createInstance();
  void client.init({
    lng: language,
    resources: { [language]: { translation: catalogues[language] } },
    initAsync: false,
  });

  it('every type of entry has words, although its name holds a dot', () => {
    for (const type of entryTypes) expect(client.t(`audit.types.${type}`)).toBe(catalogues[language].audit.types[type]);
  });

  it('counts', () => {
    expect(client.t('steps.compare.left', { count: 1 })).toBe(
      catalogues[language].steps.compare.left_one.replace('{{count}}', '1'),
    );
    expect(client.t('steps.compare.left', { count: 2 })).toBe(
      catalogues[language].steps.compare.left_other.replace('{{count}}', '2'),
    );
  });
});

describe('languageFrom', () => {
  it.each([
    [['sv-FI', 'fi'], 'sv'],
    [['de-DE', 'fi-FI'], 'fi'],
    [['ja'], 'en'],
    [[], 'en'],
  ] as const)('%j is %s', (wishes, language) => expect(languageFrom(wishes)).toBe(language));
});
