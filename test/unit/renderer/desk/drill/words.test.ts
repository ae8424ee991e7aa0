import { describe, expect, it } from 'vitest';
import { drillWords } from '../../../../../renderer/desk/drill/words.js';
import { languages } from '../../../../../renderer/messages/languages.js';
import { callerIds } from '../../../../../shared/drill.js';

type Words = { readonly [key: string]: string | Words };

const flat = (words: Words, path = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : flat(value, `${path}${key}/`),
  );
const inLanguage = (language: (typeof languages)[number]) => new Map(flat(drillWords[language] as unknown as Words));

describe.each(['fi', 'sv'] as const)('the callers in %s', (language) => {
  it('say something where they say something in English, and say it in their own words', () => {
    const english = inLanguage('en');
    const words = inLanguage(language);
    expect([...words.keys()].sort()).toEqual([...english.keys()].sort());
    const same = [...english].filter(([key, text]) => text.split(' ').length > 3 && words.get(key) === text);
    expect(same).toEqual([]);
  });
});

it.each(languages)('the names in %s tell nothing of who a caller is', (language) => {
  const { callers } = drillWords[language];
  for (const id of callerIds) {
    expect(callers[id].name).not.toMatch(/attack|impost|fraud|fake|hyökkä|huija|petos|angrip|bedrag|falsk/i);
  }
  expect(new Set(callerIds.map((id) => callers[id].name)).size).toBe(callerIds.length);
});
