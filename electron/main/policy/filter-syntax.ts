/** A search filter (RFC 4511 §4.5.1.7), taken apart. */
export type SearchFilter =
  | { readonly kind: 'and' | 'or'; readonly of: readonly SearchFilter[] }
  | { readonly kind: 'not'; readonly of: SearchFilter }
  | { readonly kind: 'present'; readonly attribute: string }
  | { readonly kind: 'equal' | 'greater' | 'less' | 'approximate'; readonly attribute: string; readonly value: string }
  /** `attribute:rule:=value`, such as Active Directory's bit tests. */
  | { readonly kind: 'rule'; readonly attribute: string; readonly rule: string; readonly value: string };

const item =
  /^([A-Za-z][\w-]*|\d+(?:\.\d+)+)(?::([A-Za-z][\w-]*|\d+(?:\.\d+)+):(?==)|[~<>])?=((?:[^\\()*\p{Cc}\p{Cs}]|\\[\da-f]{2})*|\*)$/iu;
const comparisons = { '~': 'approximate', '>': 'greater', '<': 'less', '=': 'equal' } as const;

/** Two digits after a backslash are one byte, not one character (RFC 4515 §3); null when the bytes are no UTF-8. */
const unescaped = (text: string): string | null => {
  const parts = text.split(/(\\[\da-f]{2})/i);
  const bytes = parts.map((part) => (part.startsWith('\\') ? Buffer.from(part.slice(1), 'hex') : Buffer.from(part)));
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(bytes));
  } catch {
    return null;
  }
};

const parseItem = (text: string): SearchFilter | null => {
  const [, attribute, rule, written] = item.exec(text) ?? [];
  if (attribute === undefined || written === undefined) return null;
  const sign = rule === undefined ? (text.charAt(attribute.length) as keyof typeof comparisons) : ':';
  if (written === '*') return sign === '=' ? { kind: 'present', attribute } : null;
  const value = unescaped(written);
  if (value === null) return null;
  return sign === ':'
    ? { kind: 'rule', attribute, rule: rule ?? '', value }
    : { kind: comparisons[sign], attribute, value };
};

const deepest = 20;

interface Parsed {
  readonly filter: SearchFilter;
  readonly end: number;
}

const parseList = (text: string, start: number, depth: number): { of: SearchFilter[]; end: number } | null => {
  const of: SearchFilter[] = [];
  let end = start;
  while (text.charAt(end) === '(') {
    const next = parseAt(text, end, depth);
    if (!next) return null;
    of.push(next.filter);
    ({ end } = next);
  }
  return of.length > 0 && text.charAt(end) === ')' ? { of, end: end + 1 } : null;
};

const parseAt = (text: string, start: number, depth: number): Parsed | null => {
  if (text.charAt(start) !== '(' || depth > deepest) return null;
  const sign = text.charAt(start + 1);
  if (sign === '&' || sign === '|' || sign === '!') {
    const list = parseList(text, start + 2, depth + 1);
    if (!list) return null;
    const [only] = list.of;
    if (sign !== '!') return { filter: { kind: sign === '&' ? 'and' : 'or', of: list.of }, end: list.end };
    return only && list.of.length === 1 ? { filter: { kind: 'not', of: only }, end: list.end } : null;
  }
  const end = text.indexOf(')', start);
  const filter = end < 0 ? null : parseItem(text.slice(start + 1, end));
  return filter && { filter, end: end + 1 };
};

/**
 * Reads a filter as RFC 4515 writes it; null when it is none. Wildcards inside a value are refused: a scope says who, not who begins with.
 * Written here because the LDAP library reads `\c3\a4` as two characters, which would make it another filter.
 */
export const parseFilter = (text: string): SearchFilter | null => {
  const parsed = parseAt(text, 0, 0);
  return parsed?.end === text.length ? parsed.filter : null;
};
