import { afterEach, beforeEach, expect, it } from 'vitest';
import { cueOf } from '../../../../../renderer/desk/drill/cue.js';
import type { CallView } from '../../../../../shared/call-view.js';
import { openDrillDesk, type DrillDeskOfTest } from '../../../../support/drill-desk.js';

let desk: DrillDeskOfTest;
beforeEach(async () => void (desk = await openDrillDesk()));
afterEach(() => desk.end());

const heard = (answer: { ok: boolean; value?: unknown }): string => cueOf((answer.value ?? null) as CallView | null);
const reset = { purpose: 'access-reset', ticket: 'INC-20418', callerNumber: '' };
const byUserName = (identifier: string) => ({ by: 'userName', identifier, organisation: '' }) as const;

it('the caller hears each step of a call: asked, wrong, right, called back, refused', async () => {
  await desk.startDrill({ caller: 'forgetful' });
  const { says, corrects } = desk.drill() ?? { says: {}, corrects: {} };
  expect(cueOf(null)).toBe('start');
  expect(heard(await desk.startCall(reset))).toBe('identify');
  expect(heard(await desk.findSubject(byUserName('umuisto')))).toBe('identify');
  expect(heard(await desk.chooseCandidate({ number: 1 }))).toBe('asked');
  expect(heard(await desk.compareClaims({ claims: says }))).toBe('noMatch');
  expect(heard(await desk.compareClaims({ claims: { ...says, ...corrects } }))).toBe('proof');
  await desk.startCallBack();
  expect(cueOf(desk.view())).toBe('callBack');
  expect(heard(await desk.finishCallBack({ result: 'refused' }))).toBe('stop');
  await desk.startCallBack();
  expect(heard(await desk.finishCallBack({ result: 'reached' }))).toBe('more');
  await desk.sendCode({ factor: 'sms-code', language: 'en' });
  const message = desk.drill()?.message ?? null;
  expect(cueOf(desk.view(), message)).toBe('code');
  const code = /\b\d{6}\b/.exec(message?.text ?? '')?.[0] ?? '';
  expect(heard(await desk.enterCode({ factor: 'sms-code', code }))).toBe('verified');
});

it('and that a message went to somebody else', async () => {
  await desk.startDrill({ caller: 'pusher' });
  const says = desk.drill()?.says ?? {};
  await desk.startCall(reset);
  await desk.findSubject(byUserName('vkiirei'));
  await desk.chooseCandidate({ number: 1 });
  await desk.compareClaims({ claims: says });
  await desk.sendCode({ factor: 'sms-code', language: 'en' });
  expect(cueOf(desk.view(), desk.drill()?.message)).toBe('noCode');
});

it('and that the desk does not go on: nobody open for this, or too many wrong answers', async () => {
  await desk.startDrill({ caller: 'guesser' });
  await desk.startCall({ ...reset, purpose: 'support' });
  expect(heard(await desk.findSubject(byUserName('plahten')))).toBe('stop');
  await desk.findSubject(byUserName('sarvail'));
  await desk.chooseCandidate({ number: 1 });
  const claims = desk.drill()?.says ?? {};
  expect(heard(await desk.compareClaims({ claims }))).toBe('noMatch');
  await desk.compareClaims({ claims });
  expect(heard(await desk.compareClaims({ claims }))).toBe('stop');
});
