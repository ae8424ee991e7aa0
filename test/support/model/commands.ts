import fc from 'fast-check';
import { callBackResults, callOutcomes, sentCodes } from '../../../shared/call-view.js';
import { requestKinds } from '../../../shared/request.js';
import { fields, identifierKinds } from '../../../shared/subject.js';
import type { Rightness } from './facts.js';
import { postStates } from './post.js';
import { agree } from './agree.js';
import type { Both } from './checks.js';
import * as desk from './steps-of-desk.js';
import * as finding from './steps-of-finding.js';
import * as proving from './steps-of-proving.js';
import * as showing from './steps-of-showing.js';
import { people } from './world.js';

type Command = fc.AsyncCommand<Both, Both>;

const minute = 60_000;
const purposes = [
  ...[
    'support',
    'access-reset',
    'account-change',
    'billing-check',
    'privacy-request',
    'end-of-use',
    'block',
    'disclose',
  ],
  ...['handover', 'advice', 'curiosity'],
];

const purpose = fc.constantFrom(...purposes);
const by = fc.constantFrom(...identifierKinds);
const who = fc.nat(people.length - 1);
const way = fc.constantFrom(...sentCodes);
const field = fc.constantFrom(...fields);
const outcome = fc.constantFrom(...callOutcomes);
const what = fc.constantFrom('second-agent' as const, 'in-person' as const, 'bypass' as const);
const kind = fc.option(fc.constantFrom(...requestKinds), { freq: 3 });
const handed = fc.subarray([...fields], { maxLength: 3 });
const postState = fc.constantFrom('well' as const, 'well' as const, 'well' as const, ...postStates);
const rightness = fc.constantFrom('right', 'wrong', 'again', 'nothing') satisfies fc.Arbitrary<Rightness>;
/** Mostly a little; sometimes to the very end of what was verified, past every lock, or past the month or the session. */
const time = fc.oneof(
  fc.integer({ min: 1, max: 4 * minute }),
  fc.constantFrom(5, 10, 15, 30, 300, 1200).map((many) => many * minute),
);

const command = <Values extends unknown[]>(
  name: string,
  does: (env: Both, ...values: Values) => Promise<void> | void,
  ...arbitraries: { [Place in keyof Values]: fc.Arbitrary<Values[Place]> }
): fc.Arbitrary<Command> =>
  fc.tuple<Values>(...arbitraries).map((values) => ({
    check: () => true,
    run: async (env) => {
      await does(env, ...values);
      await agree(env);
    },
    toString: () => `${name}(${values.join(', ')})`,
  }));

/** Whoever is not found, or cannot prove it, is not kept for ever. */
const seek = (env: Both, person: number, luck: number): Promise<void> => {
  const { listed, searched } = env.model.call ?? {};
  if (!searched && !env.model.hasLookupLeft()) return finding.extendBudget(env);
  if (listed?.length) return finding.choose(env, 1);
  return searched && luck < 7 ? showing.close(env, 'not-verified') : finding.findPerson(env, 'userName', person);
};

const prove = (env: Both, luck: number): Promise<void> => {
  const { at } = env.model.call ?? {};
  if (at?.isCalling) return proving.finishCallBack(env, 'reached');
  const [sent] = at?.codes.keys() ?? [];
  if (sent) return proving.enterCode(env, sent, luck < 8 ? 'right' : 'wrong');
  if (luck === 9) return showing.close(env, 'not-verified');
  const way = sentCodes[luck - 6];
  if (way) return proving.sendCode(env, way);
  if (luck < 2) return proving.startCallBack(env);
  if (luck < 4) return proving.checkTotp(env, luck < 3 ? 'right' : 'wrong');
  return proving.askColleague(env, luck < 5 ? 'second-agent' : 'in-person');
};

/** At what the purpose shows, if it shows anything; some of it is copied. */
const look = (env: Both, field: (typeof fields)[number], luck: number): Promise<void> => {
  const { model } = env;
  const open = fields.filter((each) => model.mayShow(each));
  const [seen] = model.call?.shown.keys() ?? [];
  return seen && luck < 4
    ? showing.copy(env, seen)
    : showing.reveal(env, open[fields.indexOf(field) % open.length] ?? field);
};

type Chance = readonly [purpose: string, who: number, field: (typeof fields)[number], luck: number];

/** What an agent would do next; the rules tell where the call stands. */
const goOn = (env: Both, aim: Chance[0], person: number, shown: Chance[2], luck: number): Promise<void> => {
  const { model } = env;
  if (!model.isSignedIn) return desk.signIn(env);
  if (model.isDeskLocked) return desk.unlockDesk(env);
  if (model.call?.asking) return proving.colleagueAnswers(env, luck < 9);
  switch (model.step) {
    case null:
      return finding.start(env, aim);
    case 'finding':
      return seek(env, person, luck);
    case 'comparing':
      return luck === 8 ? proving.askColleague(env, 'bypass') : finding.compare(env, luck < 9 ? 'right' : 'wrong');
    case 'proving':
      return prove(env, luck);
    case 'verified':
    case 'bypassed':
      if (luck < 1) return finding.changePurpose(env, aim);
      if (luck === 5 && model.call && !model.call.hasFiled) return showing.file(env, null, [shown]);
      return luck < 6 ? look(env, shown, luck) : showing.close(env, 'resolved');
    case 'locked':
      return luck < 3 ? desk.openSubject(env, 0) : showing.close(env, 'suspected-fraud');
  }
};
const onward = command<[...Chance]>('go on', goOn, purpose, who, field, fc.nat(9));

const often = <T>(times: number, each: T): T[] => Array.from({ length: times }, () => each);

/** Two thirds of what happens is a call that goes on; the rest is anything, in any order. */
export const happenings: readonly fc.Arbitrary<Command>[] = [
  ...often(80, onward),
  ...often(4, command('compare', finding.compare, rightness)),
  ...often(3, command('reveal', showing.reveal, field)),
  ...often(2, command('find', finding.findPerson, by, who)),
  ...often(2, command('change the purpose', finding.changePurpose, purpose)),
  ...often(2, command('ask', proving.askColleague, what)),
  ...often(3, command('a colleague answers', proving.colleagueAnswers, fc.boolean())),
  ...often(2, command('time passes', desk.pass, time)),
  ...often(2, command('send a code', proving.sendCode, way)),
  ...often(4, command('enter a code', proving.enterCode, way, fc.constantFrom('right', 'wrong', 'old'))),
  ...often(3, command('check a password', proving.checkTotp, fc.constantFrom('right', 'wrong', 'none'))),
  ...often(2, command('file a request', showing.file, kind, handed)),
  ...often(3, command('the post is', desk.postIs, postState)),
  ...often(2, command('close', showing.close, outcome)),
  command('start', finding.start, purpose),
  command('extend the budget', finding.extendBudget),
  command('choose', finding.choose, fc.integer({ min: 1, max: 3 })),
  command('call back', proving.startCallBack),
  command('called back', proving.finishCallBack, fc.constantFrom(...callBackResults)),
  command('copy', showing.copy, field),
  command('lock the desk', desk.lockDesk),
  command('unlock the desk', desk.unlockDesk),
  command('sign out', desk.signOut),
  command('sign in', desk.signIn),
  command('open a subject', desk.openSubject, fc.nat(2)),
  command('crash', desk.crash),
];
