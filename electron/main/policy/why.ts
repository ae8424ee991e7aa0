import type { $ZodIssue } from 'zod/v4/core';
import { policyRules, type PolicyRule, type ProblemWhy, type ValueType } from '../../../shared/policy-problem.js';
import type { Path } from './layer.js';

const rules = Object.keys(policyRules) as PolicyRule[];

const types: Readonly<Record<string, ValueType>> = {
  string: 'text',
  number: 'number',
  int: 'whole',
  boolean: 'boolean',
  object: 'object',
  record: 'object',
  array: 'list',
  null: 'null',
};

/** The type of a value that JSON can have; null where there is none. */
export const typeOf = (value: unknown): ValueType | null => {
  if (value === null) return 'null';
  return types[Array.isArray(value) ? 'array' : typeof value] ?? null;
};

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (within, key) => (typeof within === 'object' && within !== null ? Reflect.get(within, key) : undefined),
    value,
  );

const range = (is: 'least' | 'most', origin: string, limit: number | bigint): ProblemWhy | null => {
  const of = ({ number: 'number', int: 'number', string: 'text', array: 'list' } as const)[origin];
  return of ? { is, of, limit: Number(limit) } : null;
};

const format = (issue: $ZodIssue & { readonly code: 'invalid_format' }): ProblemWhy => {
  const { format, pattern } = issue;
  if (format === 'url') return { is: 'url' };
  if (format === 'email') return { is: 'email' };
  return pattern === undefined ? { is: 'form' } : { is: 'pattern', pattern };
};

/** Which forms there are is told where one key decides between them; the types of the library do not know of that. */
const choice = (issue: $ZodIssue & { readonly code: 'invalid_union' }): ProblemWhy =>
  'options' in issue && Array.isArray(issue.options)
    ? { is: 'choice', choices: issue.options.map(String) }
    : { is: 'form' };

const key = ({ issues }: $ZodIssue & { readonly code: 'invalid_key' }): ProblemWhy => {
  const [first] = issues;
  const pattern = first?.code === 'invalid_format' ? first.pattern : undefined;
  return pattern === undefined ? { is: 'form' } : { is: 'key', pattern };
};

const rule = (message: string): ProblemWhy | null => {
  const known = rules.find((each) => policyRules[each] === message);
  return known ? { is: 'rule', rule: known } : null;
};

/** What the parser found wrong in the policy, without its English; null where it has no name here. */
export const whyOf = (issue: $ZodIssue, policy: unknown): ProblemWhy | null => {
  switch (issue.code) {
    case 'invalid_type': {
      const expected = types[issue.expected];
      return expected ? { is: 'type', expected, found: typeOf(valueAt(policy, issue.path)) } : null;
    }
    case 'too_small':
      return range('least', issue.origin, issue.minimum);
    case 'too_big':
      return range('most', issue.origin, issue.maximum);
    case 'invalid_value':
      return { is: 'choice', choices: issue.values.map(String) };
    case 'invalid_union':
      return choice(issue);
    case 'invalid_format':
      return format(issue);
    case 'invalid_key':
      return key(issue);
    case 'custom':
      return rule(issue.message);
    case 'invalid_element':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      return null;
  }
};
