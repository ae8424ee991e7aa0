import { vi } from 'vitest';
import { sentCodes, type callOutcomes, type callBackResults, type SentCode } from '../../../shared/call-view.js';
import type { Result } from '../../../shared/result.js';
import { fields, type Field, type IdentifierKind } from '../../../shared/subject.js';
import { isSameText } from '../../../electron/main/call/claims.js';
import { fieldValue } from '../../../electron/main/call/field-value.js';
import { settled, token, type ModelDesk } from './desk.js';
import type { Model } from './model.js';
import { identifierOf, marks, people } from './world.js';

/** The rules, and the desk that is to keep them. */
export interface Both {
  readonly model: Model;
  readonly real: ModelDesk;
}

const same = (what: string, is: unknown, rule: unknown): void => {
  const [one, other] = [JSON.stringify(is), JSON.stringify(rule)];
  if (one !== other) throw new Error(`${what}: the desk says ${one}, the rules say ${other}`);
};

/** Nothing of anybody in the registry is in what the desk says, but the one value that it was asked for. */
const leaksNothing = (said: unknown, but = ''): void => {
  const text = JSON.stringify(said).replaceAll(but || '\0', '');
  const leaked = marks.filter((mark) => text.includes(mark));
  if (leaked.length > 0) throw new Error(`the desk tells ${leaked.join(', ')} in ${text}`);
};

const allowed = (what: string, answer: Result<unknown>, rule: boolean): void => {
  if (answer.ok === rule) return;
  const because = answer.ok ? 'allows it' : `refuses it: ${answer.error.code}`;
  throw new Error(`${what}: the desk ${because}, the rules ${rule ? 'allow' : 'refuse'} it`);
};

/** Does a thing on both sides: allowed by both, or by neither, and nobody's values told. */
const both = async (what: string, rule: boolean, operation: Promise<Result<unknown>>): Promise<void> => {
  const answer = await operation;
  allowed(what, answer, rule);
  leaksNothing(answer);
};

export const start = ({ model, real }: Both, purpose: string): Promise<void> =>
  both('start', model.start(purpose), real.desk.startCall({ purpose, ticket: 'INC-20418', callerNumber: '' }));

const find = ({ model, real }: Both, by: IdentifierKind, identifier: string): Promise<void> => {
  const organisation = by === 'name' ? 'Kanaria Oy' : '';
  return both('find', model.find(by, identifier), real.desk.findSubject({ by, identifier, organisation }));
};

export const findPerson = (env: Both, by: IdentifierKind, number: number): Promise<void> => {
  const who = people[number];
  const text = who && identifierOf(by, who);
  return text ? find(env, by, text) : find(env, 'userName', 'ei.ketaan');
};

export const choose = ({ model, real }: Both, number: number): Promise<void> =>
  both('choose', model.choose(number), real.desk.chooseCandidate({ number }));

export type Rightness = Parameters<Model['compare']>[0];

export const compare = ({ model, real }: Both, rightness: Rightness): Promise<void> => {
  const { call } = model;
  const searched = call?.searched?.text ?? '';
  const left = call?.at ? model.factsLeft(call) : fields.filter((field) => field !== 'status');
  const said = (field: Field, place: number): string => {
    if (rightness === 'again') return searched || 'mitä vain';
    if (rightness === 'wrong' && place === left.length - 1) return 'aivan muuta';
    return (call?.at && fieldValue(call.at.who, field)) ?? 'ei tiedossa';
  };
  const claims =
    rightness === 'nothing' ? {} : Object.fromEntries(left.map((field, place) => [field, said(field, place)]));
  const rule = model.compare(rightness, (field) => isSameText(field, searched, searched));
  return both('compare', rule, real.desk.compareClaims({ claims }));
};

export const startCallBack = async ({ model, real }: Both): Promise<void> => {
  const rule = model.startCallBack();
  const answer = await real.desk.startCallBack();
  allowed('call back', answer, rule);
  leaksNothing(answer, model.call?.at?.who.workPhone ?? '');
};

export const finishCallBack = ({ model, real }: Both, result: (typeof callBackResults)[number]): Promise<void> =>
  both('called back', model.finishCallBack(result === 'reached'), real.desk.finishCallBack({ result }));

export const sendCode = ({ model, real }: Both, way: SentCode): Promise<void> => {
  real.post.expect(way);
  return both('send a code', model.sendCode(way), real.desk.sendCode({ factor: way, language: 'fi' }));
};

const otherThan = (code: string): string => `${code.slice(0, -1)}${(Number(code.at(-1)) + 1) % 10}`;

/** `old`: the one before the newest. */
export const enterCode = ({ model, real }: Both, way: SentCode, which: 'right' | 'wrong' | 'old'): Promise<void> => {
  const newest = real.post.code(way, 'newest');
  const code = { right: newest, wrong: otherThan(newest), old: real.post.code(way, 'old') }[which];
  return both('enter a code', model.enterCode(way, code === newest), real.desk.enterCode({ factor: way, code }));
};

export const askColleague = async ({ model, real }: Both, what: 'second-agent' | 'bypass'): Promise<void> => {
  const rule = model.askColleague(what);
  const reason = 'The person stands at the desk.';
  const asking = real.ask(() =>
    what === 'bypass' ? real.desk.bypassProof({ reason }) : real.desk.proveBySecondAgent(),
  );
  const refused = await asking;
  if (rule !== (refused === null)) allowed(`ask for ${what}`, refused ?? { ok: true, value: null }, rule);
};

export const colleagueAnswers = async ({ model, real }: Both, isConfirmed: boolean): Promise<void> => {
  model.colleagueAnswers(isConfirmed);
  real.answer(isConfirmed);
  await settled();
};

export const changePurpose = ({ model, real }: Both, purpose: string): Promise<void> =>
  both('change the purpose', model.changePurpose(purpose), real.desk.changePurpose({ purpose }));

const onRecord = ({ real }: Both, type: 'field.revealed' | 'field.copied', field: Field): void => {
  real.ledger.catchUp();
  const entry = real.ledger.entries.findLast((each) => each.type === type);
  same('the newest entry of its kind', [entry?.fields, entry?.call], [[field], real.desk.calls.view()?.reference]);
};

export const reveal = async (env: Both, field: Field): Promise<void> => {
  const { model, real } = env;
  const how = model.mayShow(field);
  const rule = model.reveal(field);
  const answer = await real.desk.revealField({ field });
  allowed(`reveal ${field}`, answer, rule);
  if (!answer.ok) return leaksNothing(answer);
  onRecord(env, 'field.revealed', field);
  const held = model.call?.at ? fieldValue(model.call.at.who, field) : null;
  same('what is shown is masked', answer.value.value !== held, how === 'masked');
  leaksNothing(answer, how === 'plain' ? (held ?? '') : '');
};

export const copy = async (env: Both, field: Field): Promise<void> => {
  const { model, real } = env;
  const rule = model.copy(field);
  const answer = await real.desk.copyField({ field });
  allowed(`copy ${field}`, answer, rule);
  if (answer.ok) onRecord(env, 'field.copied', field);
  leaksNothing(answer);
};

export const close = async ({ model, real }: Both, outcome: (typeof callOutcomes)[number]): Promise<void> => {
  const { call } = model;
  const rule = model.close(outcome);
  const answer = await real.desk.closeCall({ outcome });
  allowed('close', answer, rule);
  if (!answer.ok || !call) return;
  const { purpose, verified, bypassed, alsoVerifiedFor } = answer.value;
  const others = [...call.alsoFor].filter((each) => each !== call.purpose);
  same(
    'the receipt',
    [purpose, verified, bypassed, alsoVerifiedFor],
    [call.purpose, call.wasVerified, call.wasBypassed, others],
  );
};

export const pass = async ({ model, real }: Both, milliseconds: number): Promise<void> => {
  vi.advanceTimersByTime(milliseconds);
  await settled();
  await real.lock.tick();
  model.pass(milliseconds);
};

export const lockDesk = ({ model, real }: Both): void => {
  model.lockDesk();
  real.lock.lock('agent');
};

export const unlockDesk = async ({ model, real }: Both): Promise<void> => {
  const isLocked = model.isDeskLocked;
  const rule = model.unlockDesk();
  const answer = await real.lock.unlock(token);
  if (isLocked) allowed('unlock the desk', answer, rule);
};

export const signOut = async ({ model, real }: Both): Promise<void> =>
  allowed('sign out', await real.signOut(), model.signOut());

export const signIn = async ({ model, real }: Both): Promise<void> => {
  if (model.signIn()) await real.signIn();
};

/** Opens the lock of a subject that was made so many before the newest. */
export const openSubject = async ({ model, real }: Both, back: number): Promise<void> => {
  const place = model.locks.length - 1 - back;
  const [lock, entry] = [model.locks[place], real.ledger.locks[place]];
  if (!lock || !entry || model.isShut()) return;
  const isNewest = model.locks.findLast(({ who }) => who === lock.who) === lock;
  const rule = isNewest && !lock.isOpened && lock.until > model.now;
  if (rule) model.openSubject(lock);
  const reason = 'The caller came by in person.';
  allowed('open a subject', await real.desk.watch.forSupervisors.unlockSubject({ id: entry.id, reason }), rule);
};

export const crash = async ({ model, real }: Both): Promise<void> => {
  model.crash();
  await real.crash();
};

/** Whether the desk stands where the rules put it, and the disk holds what was done. */
export const agree = async ({ model, real }: Both): Promise<void> => {
  await settled();
  const view = real.desk.calls.view();
  const { call } = model;
  same('the step', view?.step ?? null, model.step);
  leaksNothing([view, real.desk.events.splice(0)]);
  real.ledger.catchUp();
  const { ledger } = real;
  const { revealed, copied, verified, bypassed } = model.recorded;
  same('fields shown on record', ledger.countOf('field.revealed'), revealed);
  same('fields copied on record', ledger.countOf('field.copied'), copied);
  same('callers verified on record', ledger.countOf('call.verified'), verified);
  same('bypasses on record', ledger.countOf('call.bypassed'), bypassed);
  same('calls begun and ended on record', ledger.countOf('call.started') - ledger.countOf('call.closed'), call ? 1 : 0);
  if (!view || !call) return;
  same('the purpose', view.purpose, call.purpose);
  same('the candidates', view.candidates.length, call.listed.length);
  same('wrong answers left', view.wrongAnswersLeft, model.wrongAnswersLeft());
  const until = call.verifiedUntil ?? call.bypassedUntil;
  same('until when', view.verifiedUntil, until === null ? null : new Date(until).toISOString());
  const open = view.factors.filter(({ code }) => code).map(({ id }) => id);
  if (view.kind !== 'end-of-use')
    same(
      'the codes to enter',
      open,
      sentCodes.filter((way) => call.at?.codes.has(way)),
    );
  if (view.step === 'comparing') same('the facts asked', view.compare, model.factsLeft(call));
};
