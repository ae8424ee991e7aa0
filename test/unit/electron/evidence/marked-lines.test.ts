import { expect, it } from 'vitest';
import { lineBytes, linesWith } from '../../../../electron/evidence/marked-lines.js';

const found = (text: string): string[] =>
  [...linesWith(Buffer.from(text), ',"subject":"')].map((line) => lineBytes(line).toString());
const about = (subject: string): string => `{"seq":1,"subject":"${subject}"}`;

it('whole lines with the mark are found in order, each once', () => {
  expect(found(`${about('a')}\n{"seq":2}\n${about('b')}\n${about('a')}\n`)).toEqual([
    about('a'),
    about('b'),
    about('a'),
  ]);
  expect(found(`{"twice":[1,"subject":"x",2,"subject":"y"]}\n${about('b')}\n`)).toHaveLength(2);
});

it('of a write under way nothing is found', () => {
  expect(found(`${about('a')}\n${about('b')}`)).toEqual([about('a')]);
  expect(found('')).toEqual([]);
});

it('a mark within a text is none, for JSON escapes its quotes', () => {
  expect(found(`${JSON.stringify({ reason: ',"subject":"a"' })}\n`)).toEqual([]);
});
