import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import type { PolicyProblem } from '../../../shared/desk-state.js';
import { jsonSlips } from '../../../shared/policy-problem.js';
import { typeOf } from './why.js';
import { isBranch, type Layer, type Path } from './layer.js';

export type Read =
  { readonly ok: true; readonly layer: Layer } | { readonly ok: false; readonly problems: readonly PolicyProblem[] };

interface Written {
  readonly source: string;
  readonly text: string;
  /** The path in the policy that the text is the value of; the whole policy when left out. */
  readonly at?: readonly string[];
  /** Whether the source has lines that somebody could look up. */
  readonly lined?: boolean;
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

const duplicateKeys = (text: string, node: Node, path: readonly string[] = []): Omit<PolicyProblem, 'source'>[] => {
  const seen = new Set<unknown>();
  return (node.children ?? []).flatMap((child, index) => {
    if (node.type !== 'object') return duplicateKeys(text, child, [...path, String(index)]);
    const [key, value] = child.children ?? [];
    const here = [...path, String(key?.value)];
    const repeated = seen.has(key?.value);
    seen.add(key?.value);
    const problem = {
      path: here.join('.'),
      line: lineAt(text, child.offset),
      kind: 'duplicate-key' as const,
      detail: String(key?.value),
    };
    return [...(repeated ? [problem] : []), ...(value ? duplicateKeys(text, value, here) : [])];
  });
};

const notJson = (line: number, detail: string) => {
  const slip = jsonSlips.find((each) => each === detail);
  return [{ path: '', line, kind: 'not-json' as const, detail, ...(slip && { why: { is: 'slip', slip } as const }) }];
};

type Parsed = { readonly tree: Node } | { readonly problems: readonly Omit<PolicyProblem, 'source'>[] };

const parse = (text: string): Parsed => {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  // One slip makes the parser stumble again further on; the first place is where to look.
  const [first] = errors;
  if (first || !tree)
    return {
      problems: notJson(lineAt(text, first?.offset ?? 0), first ? printParseErrorCode(first.error) : 'ValueExpected'),
    };
  const doubled = duplicateKeys(text, tree);
  return doubled.length > 0 ? { problems: doubled } : { tree };
};

/** Both walks are recursive; what is nested deeper than they can follow is no policy. */
const parseAnything = (text: string): Parsed => {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof RangeError) return { problems: notJson(1, 'NestedTooDeeply') };
    throw error;
  }
};

const nest = (at: readonly string[], value: unknown): unknown =>
  at.reduceRight<unknown>((inner, key) => Object.fromEntries([[key, inner]]), value);

const isUnder = (at: readonly string[], path: Path): boolean => at.every((key, index) => path[index] === key);

/** One source's JSON (RFC 8259): neither comments nor a key said twice, and where each of its paths stands. */
export const readDocument = ({ source, text: written, at = [], lined = true }: Written): Read => {
  const text = written.replace(/^\uFEFF/, '');
  const parsed = parseAnything(text);
  const refuse = (problems: readonly Omit<PolicyProblem, 'source'>[]): Read => ({
    ok: false,
    problems: problems.map(({ path, line, ...problem }) => ({
      ...problem,
      source,
      path: [...at, path].filter(Boolean).join('.'),
      line: lined ? line : null,
    })),
  });
  if ('problems' in parsed) return refuse(parsed.problems);
  const { tree } = parsed;
  const value: unknown = JSON.parse(text);
  if (at.length === 0 && !isBranch(value))
    return refuse([
      {
        ...{ path: '', line: 1, kind: 'wrong-value', detail: 'expected an object' },
        ...{ why: { is: 'type', expected: 'object', found: typeOf(value) } },
      },
    ]);
  return {
    ok: true,
    layer: {
      value: nest(at, value),
      placeOf: (path) => {
        if (!isUnder(at.slice(0, path.length), path)) return null;
        const node = findNodeAtLocation(tree, path.slice(at.length) as (string | number)[]);
        return node ? { source, line: lined ? lineAt(text, node.offset) : null } : null;
      },
    },
  };
};
