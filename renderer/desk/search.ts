import type { IdentifierKind } from '../../shared/subject.js';

/** What is typed on the find step. A kind the agent chose stays chosen. */
export interface Search {
  readonly identifier: string;
  readonly organisation: string;
  readonly by: IdentifierKind;
  readonly chosen: boolean;
}

export const emptySearch: Search = { identifier: '', organisation: '', by: 'userName', chosen: false };

/** Guesses from the shape alone what an identifier is. */
export const kindOf = (identifier: string): IdentifierKind => {
  const text = identifier.trim();
  if (text.includes('@')) return 'workEmail';
  if (/^(?:tel:)?[+(]?\d[\d\s()./-]{3,}$/.test(text)) return 'workPhone';
  return /\p{L}[,]?\s+\p{L}/u.test(text) ? 'name' : 'userName';
};

export const withIdentifier = (search: Search, identifier: string): Search => ({
  ...search,
  identifier,
  by: search.chosen ? search.by : kindOf(identifier),
});
