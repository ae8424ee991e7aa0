import { describe, expect, it } from 'vitest';
import { scorePolicy } from '../../../../../electron/main/lint/score.js';
import { checkPolicy } from '../../../../../electron/main/policy/check.js';
import { asJson, asLines } from '../../../../../electron/main/policy/report.js';
import { policyView } from '../../../../../electron/main/policy/view.js';
import { rate } from '../../../../../electron/main/policy/warnings.js';
import { weaknesses } from '../../../../../shared/policy-score.js';
import { weaknessWords } from '../../../../../shared/weakness-words.js';
import { demoText as demo, demoWithoutPost } from '../../../../support/policy.mjs';
import { example } from '../../../../support/policy-templates/example.js';

const lineHolding = (text: string, part: string) => text.split('\n').findIndex((line) => line.includes(part)) + 1;

const checked = (text: string) => {
  const found = checkPolicy(text, 'policy.json');
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  const { policy, layers } = found;
  const state = { ok: true, view: policyView(policy, layers) } as const;
  return { state, purposes: rate(scorePolicy(policy), layers) };
};
const linesOf = (text: string): string[] => {
  const { state, purposes } = checked(text);
  return asLines(state, purposes).trimEnd().split('\n');
};

describe('the report of a valid policy', () => {
  const weak = demo.replace('"limits": {', '"limits": {\n    "answerMilliseconds": 0,');

  it('shows each purpose with its score and the weakest way to it', () => {
    expect(linesOf(demo)).toEqual(
      expect.arrayContaining([
        'The policy demo-2026-11-22 is valid.',
        expect.stringMatching(/^100 {2}support +facts$/),
        expect.stringMatching(/^100 {2}privacy-request +facts \+ call-back$/),
        expect.stringMatching(/^100 {2}billing-check +nobody is proven$/),
      ]),
    );
  });

  it('shows no score where no way leads', () => {
    // No gateway, no relay and no provider: of two medium ways only one is left.
    const shut = demoWithoutPost;
    expect(linesOf(shut)).toContainEqual(expect.stringMatching(/^ {2}- {2}access-reset +no way$/));
    expect(linesOf(shut)).toContain(
      `policy.json:${lineHolding(shut, '"access-reset"')}: purposes.access-reset: unattainable: What this policy sets up does not reach it: facts, call-back. Nobody can be verified for this.`,
    );
  });

  it('says one warning a line at the line that says it, and what several purposes share once', () => {
    const shared = `policy.json:${lineHolding(weak, 'answerMilliseconds')}: limits.answerMilliseconds: answer-time: ${weaknessWords['answer-time']}`;
    expect(linesOf(weak).filter((line) => line.includes('answer-time'))).toEqual([shared]);
  });

  it('finds the line of a population', () => {
    const leaders = '\n  "populations": [{\n "id": "leaders", "who": { "privileged": true }, "factors": 9 }],';
    const text = demo.replace('"purposes": {', `${leaders.trim()}\n  "purposes": {`);
    const line = lineHolding(text, '"populations"');
    expect(linesOf(text)).toContain(
      `policy.json:${line}: populations.0: unattainable-for-population: Nobody of the population leaders can be verified for this.`,
    );
  });

  it('holds the same as JSON, each purpose with its warnings', () => {
    const { state, purposes } = checked(weak);
    const told = JSON.parse(asJson(state, purposes)) as { purposes: typeof purposes };
    expect(told).toMatchObject({ ok: true, version: 'demo-2026-11-22', sources: ['policy.json'] });
    expect(told.purposes).toEqual(purposes);
    expect(told.purposes[0]).toMatchObject({
      ...{ id: 'support', score: 95, weakest: ['facts'] },
      warnings: [{ kind: 'answer-time', source: 'policy.json', path: 'limits.answerMilliseconds' }],
    });
  });
});

it('every weakness has words, and only those with a value ask for one', () => {
  expect(Object.keys(weaknessWords).sort()).toEqual([...weaknesses].sort());
  const { purposes } = checked(demoWithoutPost);
  for (const { detail } of purposes.flatMap(({ warnings }) => warnings)) expect(detail).not.toContain('{{');
});

it('the demo’s policy opens each of its purposes, and says what is weak about it', () => {
  const { purposes } = checked(demo);
  const told = purposes.map(({ id, score, weakest, warnings }) => [
    id,
    score,
    weakest,
    warnings.map(({ kind }) => kind),
  ]);
  expect(told).toEqual([
    ['support', 100, ['facts'], []],
    ['access-reset', 78, ['facts', 'call-back', 'sms-code'], ['same-number']],
    ['account-change', 78, ['facts', 'call-back', 'sms-code'], ['same-number']],
    ['billing-check', 100, [], []],
    ['privacy-request', 100, ['facts', 'call-back'], []],
    ['end-of-use', 100, ['facts', 'approval'], []],
    ['block', 100, ['facts'], []],
    ['disclose', 100, ['facts'], []],
  ]);
});

it('the policy that somebody begins with is as hard to get past as it should be', () => {
  const { purposes } = checked(JSON.stringify(example));
  expect(purposes.map(({ id, score }) => [id, score])).toEqual([
    ['support', 100],
    ['access-reset', 100],
    ['privacy-request', 100],
    ['block', 100],
  ]);
});
