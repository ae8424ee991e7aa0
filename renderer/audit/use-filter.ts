import { useMemo, useState } from 'react';
import type { Filter, FilterName } from '../read-model/filter.js';
import { allTime, timeOf, type Span } from './span.js';

type Words = Filter['words'];

/** Without a word of that name, or with this one. */
const withWord = (words: Words, name: FilterName, word: string): Words => {
  const { [name]: _before, ...others } = words;
  return word === '' ? others : { ...others, [name]: word };
};

/** What the list is narrowed to. */
export const useFilter = () => {
  const [words, setWords] = useState<Words>({});
  const [span, setSpan] = useState<Span>(allTime);
  const filter = useMemo((): Filter => ({ ...timeOf(span, new Date()), words }), [span, words]);
  return {
    filter,
    span,
    setSpan,
    setWord: (name: FilterName, word: string) => setWords((before) => withWord(before, name, word)),
    isChosen: span.kind !== 'all' || Object.keys(words).length > 0,
    clear: () => {
      setWords({});
      setSpan(allTime);
    },
  };
};

export type Narrowing = ReturnType<typeof useFilter>;
