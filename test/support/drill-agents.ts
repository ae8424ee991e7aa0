import type { CallOutcome, CallView, FactorId } from '../../shared/call-view.js';
import { askedFor, type CallerId, type Finding, type Said } from '../../shared/drill.js';
import type { Result } from '../../shared/result.js';
import { callers } from '../../electron/main/drill/caller.js';
import type { DrillDeskOfTest } from './drill-desk.js';

const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

interface Line {
  readonly desk: DrillDeskOfTest;
  readonly caller: CallerId;
}

/** What the caller says by now. */
const said = ({ desk }: Line, corrected: boolean): Said => {
  const drill = desk.drill();
  return { ...drill?.says, ...(corrected && drill?.corrects) };
};

const find = async ({ desk }: Line, facts: Said): Promise<CallView> => {
  const call = valueOf(await desk.findSubject({ by: 'userName', identifier: facts.userName ?? '', organisation: '' }));
  return call.find === 'found' ? valueOf(await desk.chooseCandidate({ number: 1 })) : call;
};

const compare = async ({ desk }: Line, call: CallView, facts: Said): Promise<CallView> => {
  const claims = Object.fromEntries(call.compare.map((field) => [field, facts[field] ?? '']));
  return valueOf(await desk.compareClaims({ claims }));
};

const begin = async ({ desk, caller }: Line, purpose: string = askedFor[caller]): Promise<void> => {
  valueOf(await desk.startDrill({ caller }));
  valueOf(await desk.startCall({ purpose, ticket: 'INC-20418', callerNumber: '' }));
};

const close = async ({ desk }: Line, outcome: CallOutcome): Promise<readonly Finding[]> => {
  valueOf(await desk.closeCall({ outcome }));
  const findings = desk.drill()?.findings;
  if (!findings) throw new Error('a closed call was not assessed');
  return findings;
};

const callBack = async ({ desk }: Line, result: 'reached' | 'not-reached' | 'refused'): Promise<CallView> => {
  valueOf(await desk.startCallBack());
  return valueOf(await desk.finishCallBack({ result }));
};

const isOffered = (call: CallView, factor: FactorId): boolean =>
  call.step === 'proving' && call.factors.some(({ id, state }) => id === factor && state === 'waiting');

/** Types what the caller reads from the message, if one has reached them. */
const askCode = async ({ desk }: Line, call: CallView): Promise<CallView> => {
  if (!isOffered(call, 'sms-code')) return call;
  const sent = valueOf(await desk.sendCode({ factor: 'sms-code', language: 'en' }));
  const code = /\b\d{6}\b/.exec(desk.drill()?.message?.text ?? '')?.[0];
  return code ? valueOf(await desk.enterCode({ factor: 'sms-code', code })) : sent;
};

/** Whoever can be seen is seen; the others have an excuse. */
const seeByVideo = async ({ desk }: Line, call: CallView, seen: boolean): Promise<CallView> =>
  isOffered(call, 'in-person') && seen
    ? valueOf(await desk.attest({ sighting: 'video', reason: 'Card and face seen by video.' }))
    : call;

/** Searches anew where the caller corrects what was searched by, else asks the facts once more; never a third time. */
const askAgain = async (line: Line, call: CallView): Promise<CallView> => {
  const facts = said(line, true);
  const { corrects } = line.desk.drill() ?? {};
  const found = corrects?.userName ? await find(line, facts) : call;
  return compare(line, found, facts);
};

const file = async ({ desk, caller }: Line): Promise<void> => {
  const { files } = callers[caller];
  if (files === 'block') valueOf(await desk.fileRequest({ kind: files, matter: 'lost-device', words: '' }));
  if (files === 'privacy-request') valueOf(await desk.fileRequest({ kind: files, matter: 'access', words: '' }));
};

/** Does what the desk asks, believes only what it proves, and says what happened. */
export const idealAgent = async (line: Line): Promise<readonly Finding[]> => {
  const { desk, caller } = line;
  await begin(line);
  let call = await find(line, said(line, false));
  if (call.step === 'finding') return close(line, 'not-verified');
  call = await compare(line, call, said(line, false));
  if (call.compared === 'no-match') call = await askAgain(line, call);
  if (call.compared === 'no-match') return close(line, 'suspected-fraud');
  if (isOffered(call, 'call-back')) call = await callBack(line, callers[caller].callBack);
  call = await seeByVideo(line, await askCode(line, call), callers[caller].seen);
  if (call.step !== 'verified') return close(line, 'not-verified');
  for (const field of callers[caller].needs) valueOf(await desk.revealField({ field }));
  await file(line);
  return close(line, 'resolved');
};

/** Believes the caller: takes any call for the wish it hears first, asks until it fits, ticks what it is told, shows all, helps. */
export const naiveAgent = async (line: Line): Promise<readonly Finding[]> => {
  const { desk, caller } = line;
  await begin(line, caller === 'loss' || caller === 'looked-up' ? 'access-reset' : askedFor[caller]);
  let call = await find(line, said(line, false));
  if (call.step === 'finding') return close(line, 'resolved');
  call = await compare(line, call, said(line, false));
  while (call.step === 'comparing') call = await compare(line, call, said(line, caller === 'forgetful'));
  if (call.step === 'proving' && call.bypass === 'possible')
    call = valueOf(await desk.bypassProof({ reason: 'The caller is in a great hurry.' }));
  else if (isOffered(call, 'call-back')) call = await callBack(line, 'reached');
  call = await seeByVideo(line, await askCode(line, call), true);
  for (const { field } of call.verifiedUntil ? call.show : []) await desk.revealField({ field });
  return close(line, 'resolved');
};

export const brokenIn = (findings: readonly Finding[]): readonly string[] =>
  findings.filter(({ kept }) => !kept).map(({ rule }) => rule);
