import { describe, expect, it } from 'vitest';
import { progressOf } from '../../../../renderer/desk/progress.js';
import { sayOfFind, sentenceOf } from '../../../../renderer/desk/say.js';
import { stateOf } from '../../../../renderer/desk/state-of-call.js';
import { languages } from '../../../../renderer/messages/languages.js';
import type { CallView } from '../../../../shared/call-view.js';

const call = (part: Partial<CallView>) =>
  ({ step: 'finding', find: null, candidates: [], subject: null, compared: null, ...part }) as CallView;

describe('the state read from two metres away', () => {
  it.each([
    [null, 'idle'],
    [call({}), 'notVerified'],
    [call({ find: 'ended' }), 'ended'],
    [call({ find: 'restricted' }), 'restricted'],
    [call({ step: 'comparing', find: 'ended' }), 'notVerified'],
    [call({ step: 'verified' }), 'verified'],
    [call({ step: 'locked' }), 'locked'],
  ] as const)('%o is %s', (view, state) => expect(stateOf(view)).toBe(state));
});

describe('what to say', () => {
  it('sounds the same whether a person’s use has ended or is restricted', () => {
    expect(sayOfFind(call({ find: 'ended' }))).toBe(sayOfFind(call({ find: 'restricted' })));
  });

  it('sounds the same whether nobody or too many match', () => {
    expect(sayOfFind(call({ find: 'none' }))).toBe(sayOfFind(call({ find: 'too-many' })));
  });

  it.each(languages)('asks for every fact in %s, leaving no gap', (language) => {
    const sentence = sentenceOf(language, 'compare', ['workEmail', 'organisation']);
    expect(sentence).not.toContain('{{');
    expect(sentence.endsWith('?')).toBe(true);
  });
});

describe('progress', () => {
  const marks = (view: CallView) => progressOf(view).map(({ progress }) => progress);
  it('marks one step as the current one', () => {
    expect(marks(call({ step: 'comparing' }))).toEqual(['done', 'done', 'current', 'open']);
    expect(marks(call({ step: 'verified' }))).toEqual(['done', 'done', 'done', 'done']);
  });
  it('a locked call goes nowhere', () => {
    expect(marks(call({ step: 'locked', compared: 'no-match' }))).not.toContain('current');
  });
});
