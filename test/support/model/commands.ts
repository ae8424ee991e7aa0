import fc from 'fast-check';
import { callBackResults, callOutcomes, sentCodes } from '../../../shared/call-view.js';
import { fields, identifierKinds } from '../../../shared/subject.js';
import * as steps from './steps.js';
import type { Both } from './steps.js';
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
  ...['handover', 'curiosity'],
];

const purpose = fc.constantFrom(...purposes);
const by = fc.constantFrom(...identifierKinds);
const who = fc.nat(people.length - 1);
const way = fc.constantFrom(...sentCodes);
const field = fc.constantFrom(...fields);
const outcome = fc.constantFrom(...callOutcomes);
const what = fc.constantFrom('second-agent' as const, 'bypass' as const);
const rightness = fc.constantFrom('right', 'wrong', 'again', 'nothing') satisfies fc.Arbitrary<steps.Rightness>;
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
      await steps.agree(env);
    },
    toString: () => `${name}(${values.join(', ')})`,
  }));

/** Whoever is not found, or cannot prove it, is not kept for ever. */
const seek = (env: Both, person: number, luck: number): Promise<void> => {
  const { listed, searched } = env.model.call ?? {};
  if (listed?.length) return steps.choose(env, 1);
  return searched && luck < 7 ? steps.close(env, 'not-verified') : steps.findPerson(env, 'userName', person);
};

const prove = (env: Both, luck: number): Promise<void> => {
  const { at, asking } = env.model.call ?? {};
  if (at?.isCalling) return steps.finishCallBack(env, 'reached');
  if (asking) return steps.colleagueAnswers(env, luck < 9);
  const [sent] = at?.codes.keys() ?? [];
  if (sent) return steps.enterCode(env, sent, luck < 8 ? 'right' : 'wrong');
  if (luck === 9) return steps.close(env, 'not-verified');
  const way = sentCodes[luck - 6];
  if (way) return steps.sendCode(env, way);
  return luck < 3 ? steps.startCallBack(env) : steps.askColleague(env, 'second-agent');
};

/** At what the purpose shows, if it shows anything; some of it is copied. */
const look = (env: Both, field: (typeof fields)[number], luck: number): Promise<void> => {
  const { model } = env;
  const open = fields.filter((each) => model.mayShow(each));
  const [seen] = model.call?.shown.keys() ?? [];
  return seen && luck < 4
    ? steps.copy(env, seen)
    : steps.reveal(env, open[fields.indexOf(field) % open.length] ?? field);
};

type Chance = readonly [purpose: string, who: number, field: (typeof fields)[number], luck: number];

/** What an agent would do next; the rules tell where the call stands. */
const goOn = (env: Both, aim: Chance[0], person: number, shown: Chance[2], luck: number): Promise<void> => {
  const { model } = env;
  if (!model.isSignedIn) return steps.signIn(env);
  if (model.isDeskLocked) return steps.unlockDesk(env);
  switch (model.step) {
    case null:
      return steps.start(env, aim);
    case 'finding':
      return seek(env, person, luck);
    case 'comparing':
      return steps.compare(env, luck < 9 ? 'right' : 'wrong');
    case 'proving':
      return prove(env, luck);
    case 'verified':
    case 'bypassed':
      if (luck < 1) return steps.changePurpose(env, aim);
      return luck < 6 ? look(env, shown, luck) : steps.close(env, 'resolved');
    case 'locked':
      return steps.close(env, 'suspected-fraud');
  }
};
const onward = command<[...Chance]>('go on', goOn, purpose, who, field, fc.nat(9));

const often = <T>(times: number, each: T): T[] => Array.from({ length: times }, () => each);

/** Two thirds of what happens is a call that goes on; the rest is anything, in any order. */
export const happenings: readonly fc.Arbitrary<Command>[] = [
  ...often(80, onward),
  ...often(4, command('compare', steps.compare, rightness)),
  ...often(3, command('reveal', steps.reveal, field)),
  ...often(2, command('find', steps.findPerson, by, who)),
  ...often(2, command('change the purpose', steps.changePurpose, purpose)),
  ...often(2, command('ask', steps.askColleague, what)),
  ...often(3, command('a colleague answers', steps.colleagueAnswers, fc.boolean())),
  ...often(2, command('time passes', steps.pass, time)),
  ...often(2, command('send a code', steps.sendCode, way)),
  ...often(4, command('enter a code', steps.enterCode, way, fc.constantFrom('right', 'wrong', 'old'))),
  ...often(2, command('close', steps.close, outcome)),
  command('start', steps.start, purpose),
  command('choose', steps.choose, fc.integer({ min: 1, max: 3 })),
  command('call back', steps.startCallBack),
  command('called back', steps.finishCallBack, fc.constantFrom(...callBackResults)),
  command('copy', steps.copy, field),
  command('lock the desk', steps.lockDesk),
  command('unlock the desk', steps.unlockDesk),
  command('sign out', steps.signOut),
  command('sign in', steps.signIn),
  command('open a subject', steps.openSubject, fc.nat(2)),
  command('crash', steps.crash),
];
