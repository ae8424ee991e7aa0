import type { Result } from '../../../shared/result.js';
import type { ModelDesk } from './desk.js';
import type { Model } from './model.js';
import { marks } from './world.js';

/** The rules, and the desk that is to keep them. */
export interface Both {
  readonly model: Model;
  readonly real: ModelDesk;
}

export const same = (what: string, is: unknown, rule: unknown): void => {
  if (is === rule) return;
  const [one, other] = [JSON.stringify(is), JSON.stringify(rule)];
  if (one !== other) throw new Error(`${what}: the desk says ${one}, the rules say ${other}`);
};

const anyMark = new RegExp(marks.join('|'));
/** Nothing of anybody in the registry is in what the desk says, but the one value that it was asked for. */
export const leaksNothing = (said: unknown, but = ''): void => {
  const text = JSON.stringify(said).replaceAll(but || '\0', '');
  const leaked = anyMark.exec(text);
  if (leaked) throw new Error(`the desk tells ${leaked[0]} in ${text}`);
};

export const allowed = (what: string, answer: Result<unknown>, rule: boolean): void => {
  if (answer.ok === rule) return;
  const because = answer.ok ? 'allows it' : `refuses it: ${answer.error.code}`;
  throw new Error(`${what}: the desk ${because}, the rules ${rule ? 'allow' : 'refuse'} it`);
};

/** Does a thing on both sides: allowed by both, or by neither, and nobody's values told. */
export const both = async (what: string, rule: boolean, operation: Promise<Result<unknown>>): Promise<void> => {
  const answer = await operation;
  allowed(what, answer, rule);
  leaksNothing(answer);
};
