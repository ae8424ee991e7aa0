import type { SentCode, callBackResults } from '../../../shared/call-view.js';
import type { Result } from '../../../shared/result.js';
import { allowed, both, leaksNothing, type Both } from './checks.js';
import { settled, type ModelDesk } from './desk.js';
import type { Errand } from './state.js';
import { passwordOf } from './world.js';

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

/** A right one is that of the subject at hand, which the verifier knows and the desk does not. */
export const checkTotp = ({ model, real }: Both, which: 'right' | 'wrong' | 'none'): Promise<void> => {
  const own = passwordOf(model.call?.at?.who.userName ?? '');
  const code = { right: own, wrong: otherThan(own), none: 'en muista' }[which];
  return both(
    'check a password',
    which !== 'none' && model.checkTotp(which === 'right'),
    real.desk.checkTotp({ code }),
  );
};

const reason = 'The person stands at the desk.';
const errands = {
  bypass: ({ desk }: ModelDesk) => desk.bypassProof({ reason }),
  'second-agent': ({ desk }: ModelDesk) => desk.proveBySecondAgent(),
  'in-person': ({ desk }: ModelDesk) => desk.attest({ sighting: 'in-person', reason }),
} satisfies Record<Errand, (real: ModelDesk) => Promise<Result<unknown>>>;

export const askColleague = async ({ model, real }: Both, what: Errand): Promise<void> => {
  if (what === 'in-person' && model.seenAlone) return both('attest', model.attestAlone(), errands['in-person'](real));
  const rule = model.askColleague(what);
  const refused = await real.ask(() => errands[what](real));
  if (rule !== (refused === null)) allowed(`ask for ${what}`, refused ?? { ok: true, value: null }, rule);
};

export const colleagueAnswers = async ({ model, real }: Both, isConfirmed: boolean): Promise<void> => {
  model.colleagueAnswers(isConfirmed);
  real.answer(isConfirmed);
  await settled();
};
