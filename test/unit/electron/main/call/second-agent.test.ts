import { afterEach, describe, expect, it } from 'vitest';
import type { SecondAgentAnswer } from '../../../../../electron/main/call/colleague.js';
import { fail, type ErrorCode } from '../../../../../shared/result.js';
import { byUserName, canary, openCallDesk, reset, rightFacts, type CallDesk } from '../../../../support/call-desk.js';

let desk: CallDesk;
afterEach(() => desk.end());

const refusal = (code: ErrorCode) => ({ ok: false, error: { code } });
const withProvider = (text: string): string =>
  text.replace(
    '"signIn": { "kind": "token", "roles": ["agent", "supervisor", "billing"] }',
    '"signIn": { "kind": "oidc", "issuer": "http://127.0.0.1/", "clientId": "tunniste", "roles": { "a": ["agent"] } }',
  );

/** A second agent who answers when the test says so, or when it is called off. */
const colleague = () => {
  const asked: { signal: AbortSignal; answer: (answer: SecondAgentAnswer) => void }[] = [];
  return {
    asked,
    ask: (signal: AbortSignal) =>
      new Promise<SecondAgentAnswer>((answer) => {
        signal.addEventListener('abort', () => answer({ ...fail('sign-in-cancelled'), agent: null }));
        asked.push({ signal, answer });
      }),
  };
};

const openAt = async (policy = withProvider) => {
  const second = colleague();
  desk = await openCallDesk({ policy, askSecondAgent: second.ask });
  await desk.startCall(reset);
  await desk.findSubject(byUserName);
  await desk.chooseCandidate({ number: 1 });
  await desk.compareClaims(rightFacts);
  return second;
};
const asking = async () => {
  const second = await openAt();
  const done = desk.proveBySecondAgent();
  await expect.poll(() => second.asked.length).toBe(1);
  return { second, done, answer: (answer: SecondAgentAnswer) => second.asked[0]?.answer(answer) };
};
const finished = async () => (await desk.entries()).filter(({ type }) => type === 'factor.finished');
const factor = () => desk.calls.view()?.factors.find(({ id }) => id === 'second-agent');

describe('a second agent', () => {
  it('who confirms is medium proof, on record under their own name', async () => {
    const { done, answer } = await asking();
    expect(factor()).toMatchObject({ state: 'started', strength: 'medium', points: 4 });
    answer({ ok: true, agent: 'bertil.berg' });
    expect(await done).toMatchObject({ ok: true, value: { step: 'verified' } });
    const entries = await desk.entries();
    expect(entries.find(({ type }) => type === 'factor.started')).toMatchObject({ agent: 'agent' });
    expect(await finished()).toMatchObject([
      { agent: 'bertil.berg', role: null, outcome: 'second-agent', reason: 'confirmed' },
    ]);
    const closed = await desk.closeCall({ outcome: 'resolved' });
    expect(closed).toMatchObject({ ok: true, value: { methods: ['facts', 'second-agent'], strongest: 'medium' } });
  });

  it('who may not confirm proves nothing; their name is sealed', async () => {
    const { done, answer } = await asking();
    answer({ ...fail('second-agent-role'), agent: 'daavid.dokumentti' });
    expect(await done).toEqual(refusal('second-agent-role'));
    expect(factor()?.state).toBe('failed');
    expect(await finished()).toMatchObject([{ agent: 'agent', reason: 'refused' }]);
    expect(JSON.stringify(await desk.entries())).not.toContain('daavid');
  });

  it('does not hold up the call, and counts together with what was proven meanwhile', async () => {
    const { done, answer } = await asking();
    await desk.startCallBack();
    expect(await desk.finishCallBack({ result: 'not-reached' })).toMatchObject({
      ok: true,
      value: { step: 'proving' },
    });
    answer({ ok: true, agent: 'bertil.berg' });
    expect(await done).toMatchObject({ ok: true, value: { step: 'verified' } });
  });

  it('can be called off', async () => {
    const { done } = await asking();
    expect(await desk.cancelSecondAgent()).toEqual({ ok: true, value: { cancelled: true } });
    expect(await done).toEqual(refusal('sign-in-cancelled'));
    expect(await desk.cancelSecondAgent()).toEqual({ ok: true, value: { cancelled: false } });
    expect(await finished()).toMatchObject([{ reason: 'refused' }]);
  });

  it('who confirms after another person was chosen proves nothing about that one', async () => {
    const { done, answer } = await asking();
    await desk.findSubject(byUserName);
    await desk.chooseCandidate({ number: 1 });
    await desk.compareClaims(rightFacts);
    answer({ ok: true, agent: 'bertil.berg' });
    expect(await done).toEqual(refusal('wrong-step'));
    expect(desk.calls.view()).toMatchObject({ step: 'proving' });
    // Who it was is on record all the same.
    expect(await finished()).toMatchObject([{ agent: 'bertil.berg', reason: 'refused' }]);
  });

  it('is not waited for when the call is closed', async () => {
    const { second, done } = await asking();
    await desk.closeCall({ outcome: 'not-verified' });
    expect(second.asked[0]?.signal.aborted).toBe(true);
    expect(await done).toEqual(refusal('sign-in-cancelled'));
  });

  it('is not waited for when the call is abandoned', async () => {
    const { second, done } = await asking();
    await desk.calls.abandon('signed-out');
    expect(second.asked[0]?.signal.aborted).toBe(true);
    expect(await done).toEqual(refusal('sign-in-cancelled'));
  });

  it('proves nothing for an agent who was signed out meanwhile', async () => {
    const { done, answer } = await asking();
    desk.signOut();
    answer({ ok: true, agent: 'bertil.berg' });
    expect(await done).toEqual(refusal('not-signed-in'));
    expect(desk.calls.view()).toMatchObject({ step: 'proving' });
  });

  it('asked once more is asked anew, and the first page counts no longer', async () => {
    const { second, done } = await asking();
    const again = desk.proveBySecondAgent();
    expect(await done).toEqual(refusal('sign-in-cancelled'));
    await expect.poll(() => second.asked.length).toBe(2);
    second.asked[1]?.answer({ ok: true, agent: 'bertil.berg' });
    expect(await again).toMatchObject({ ok: true, value: { step: 'verified' } });
  });

  it('asked something else is not waited for with the first: that may be asked anew', async () => {
    const second = await openAt((text) =>
      withProvider(text).replace(
        '"factors": {',
        '"factors": { "secondAgent": { "points": 1 }, "inPerson": { "secondAgent": true },',
      ),
    );
    const vouching = desk.proveBySecondAgent();
    await expect.poll(() => second.asked.length).toBe(1);
    const seeing = desk.attest({ sighting: 'video', reason: 'Seen by video with a passport.' });
    expect(await vouching).toEqual(refusal('sign-in-cancelled'));
    await expect.poll(() => second.asked.length).toBe(2);
    expect(factor()).toMatchObject({ state: 'waiting' });
    second.asked[1]?.answer({ ok: true, agent: 'bertil.berg' });
    expect(await seeing).toMatchObject({ ok: true });
  });

  it('is not offered where nobody can sign in beside the agent, and says why', async () => {
    await openAt((text) => text);
    expect(factor()).toMatchObject({ state: 'missing', why: 'no-provider' });
    expect(await desk.proveBySecondAgent()).toEqual(refusal('factor-unavailable'));
  });

  it('is not asked before the facts match', async () => {
    desk = await openCallDesk({ policy: withProvider, askSecondAgent: colleague().ask });
    await desk.startCall(reset);
    expect(await desk.proveBySecondAgent()).toEqual(refusal('wrong-step'));
  });

  it('confirms nothing that cannot be recorded', async () => {
    const { done, answer } = await asking();
    await desk.journal.close();
    answer({ ok: true, agent: canary.userName });
    expect((await done).ok).toBe(false);
    expect(desk.calls.view()).toMatchObject({ step: 'proving' });
  });
});
