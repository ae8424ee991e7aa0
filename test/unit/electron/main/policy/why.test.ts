import { describe, expect, it } from 'vitest';
import { checkPolicy } from '../../../../../electron/main/policy/check.js';
import { asJson, asLines } from '../../../../../electron/main/policy/report.js';
import type { ProblemWhy } from '../../../../../shared/policy-problem.js';
import { shipped } from '../../../../support/call-desk.js';

interface Some {
  [key: string]: Some;
}

const problemsOf = (text: string) => {
  const checked = checkPolicy(text, 'policy.json');
  return checked.ok ? [] : checked.problems;
};
const changed = (change: (policy: Some) => void): string => {
  const policy = JSON.parse(shipped) as Some;
  change(policy);
  return JSON.stringify(policy, undefined, 1);
};
const set = (path: string, value: unknown) =>
  changed((policy) => {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    Object.assign(
      keys.reduce((at, key) => (at[key] ??= {} as Some), policy),
      { [last]: value },
    );
  });

describe('what is wrong in the policy', () => {
  it.each<[string, string, ProblemWhy]>([
    ['a text for a number', set('purposes.support.points', 'six'), { is: 'type', expected: 'number', found: 'text' }],
    ['a part of a whole', set('purposes.support.points', 1.5), { is: 'type', expected: 'whole', found: 'number' }],
    ['nothing for an object', set('organisation', null), { is: 'type', expected: 'object', found: 'null' }],
    ['a list for a switch', set('deepLink', []), { is: 'type', expected: 'boolean', found: 'list' }],
    ['a key that is missing', set('organisation.name', undefined), { is: 'type', expected: 'text', found: null }],
    ['too much', set('purposes.support.points', 1000), { is: 'most', of: 'number', limit: 100 }],
    ['too little', set('limits.wrongAnswersPerCall', -3), { is: 'least', of: 'number', limit: 1 }],
    ['too short a text', set('version', ''), { is: 'least', of: 'text', limit: 1 }],
    ['too short a list', set('allowedHosts', []), { is: 'least', of: 'list', limit: 1 }],
    [
      'an unknown choice',
      set('purposes.support.strongest', 'huge'),
      { is: 'choice', choices: ['signal', 'medium', 'strong'] },
    ],
    ['an unknown kind', set('signIn', { kind: 'key' }), { is: 'choice', choices: ['token', 'oidc'] }],
    ['no address', set('registry.url', 'here'), { is: 'url' }],
    ['no mailbox', set('organisation.privacyContact', 'here'), { is: 'email' }],
    ['an empty choice of forms', set('network.clientCertificate', {}), { is: 'form' }],
    ['a key of other letters', set('purposes.Bad Key', {}), { is: 'key', pattern: '/^[a-z][a-z-]{0,39}$/' }],
    ['a rule that is broken', set('ticket.pattern', '('), { is: 'rule', rule: 'regular-expression' }],
    ['a rule between keys', set('purposes.support.compare', []), { is: 'rule', rule: 'one-fact' }],
    ['a text that ends early', shipped.trimEnd().slice(0, -1), { is: 'slip', slip: 'CloseBraceExpected' }],
    ['an empty text', '', { is: 'slip', slip: 'ValueExpected' }],
    ['a text without end', '['.repeat(100_000), { is: 'slip', slip: 'NestedTooDeeply' }],
    ['a list for a policy', '[]', { is: 'type', expected: 'object', found: 'list' }],
  ])('has a name that can be said in any language: %s', (_what, text, why) => {
    expect(problemsOf(text).map((problem) => problem.why)).toContainEqual(why);
  });

  it('is told on the command line as before: names are for the screen', () => {
    const state = { ok: false, problems: problemsOf(set('purposes.support.points', 'six')) } as const;
    const [{ source, line } = { source: '', line: 0 }] = state.problems;
    const detail = 'Invalid input: expected number, received string';
    expect(asLines(state)).toBe(`${source}:${String(line)}: purposes.support.points: wrong-value: ${detail}\n`);
    expect(JSON.parse(asJson(state, []))).toEqual({
      ok: false,
      problems: [{ source, line, path: 'purposes.support.points', kind: 'wrong-value', detail }],
    });
  });
});
