import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import type { $ZodIssue } from 'zod/v4/core';
import type { PolicyProblem } from '../../../shared/desk-state.js';
import { hostProblems } from './hosts.js';
import { policySchema, type Policy } from './schema.js';

export type Checked =
  | { readonly ok: true; readonly policy: Policy; readonly tree: Node }
  | { readonly ok: false; readonly problems: readonly PolicyProblem[] };

type Path = readonly PropertyKey[];

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** The nearest place in the text that exists: a missing key is shown where it is missing. */
const lineOf = (text: string, tree: Node, path: Path): number => {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(tree, path.slice(0, length) as (string | number)[]);
    if (node) return lineAt(text, node.offset);
  }
  return 1;
};

/** The 1-based line of a JSON path such as `network.caFile`. */
export const lineIn = (text: string, tree: Node, path: string): number => lineOf(text, tree, path.split('.'));

const duplicateKeys = (text: string, node: Node, path: string[] = []): PolicyProblem[] => {
  const seen = new Set<unknown>();
  return (node.children ?? []).flatMap((child, index) => {
    if (node.type !== 'object') return duplicateKeys(text, child, [...path, String(index)]);
    const [key, value] = child.children ?? [];
    const here = [...path, String(key?.value)];
    const repeated = seen.has(key?.value);
    seen.add(key?.value);
    const problem: PolicyProblem = {
      path: here.join('.'),
      line: lineAt(text, child.offset),
      kind: 'duplicate-key',
      detail: String(key?.value),
    };
    return [...(repeated ? [problem] : []), ...(value ? duplicateKeys(text, value, here) : [])];
  });
};

const fromIssue = (text: string, tree: Node, issue: $ZodIssue): PolicyProblem[] => {
  const at = (path: Path, kind: PolicyProblem['kind'], detail: string): PolicyProblem => ({
    path: path.map(String).join('.'),
    line: lineOf(text, tree, path),
    kind,
    detail,
  });
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => at([...issue.path, key], 'unknown-key', key));
  const isThere = findNodeAtLocation(tree, issue.path as (string | number)[]) !== undefined;
  return [at(issue.path, isThere ? 'wrong-value' : 'missing-key', issue.message)];
};

const parse = (text: string): { tree: Node } | { problems: PolicyProblem[] } => {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  // One slip makes the parser stumble again further on; the first place is where to look.
  const [first] = errors;
  if (tree && !first) return { tree };
  const detail = first ? printParseErrorCode(first.error) : 'ValueExpected';
  return { problems: [{ path: '', line: lineAt(text, first?.offset ?? 0), kind: 'not-json', detail }] };
};

/** Checks the policy's text against the schema and against itself. Every problem is listed, each with its line and path. */
export const checkPolicy = (text: string): Checked => {
  const parsed = parse(text.replace(/^\uFEFF/, ''));
  if ('problems' in parsed) return { ok: false, problems: parsed.problems };
  const { tree } = parsed;
  const doubled = duplicateKeys(text, tree);
  if (doubled.length > 0) return { ok: false, problems: doubled };

  const checked = policySchema.safeParse(JSON.parse(text.replace(/^\uFEFF/, '')));
  if (!checked.success)
    return { ok: false, problems: checked.error.issues.flatMap((issue) => fromIssue(text, tree, issue)) };
  const problems = hostProblems(checked.data).map(({ path, kind, detail }) => ({
    path: path.join('.'),
    line: lineOf(text, tree, path),
    kind,
    detail,
  }));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, policy: checked.data, tree };
};
