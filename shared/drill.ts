import type { Field } from './subject.js';

/** The invented callers, in the order in which they are offered. Their names tell an agent nothing before the end. */
export const callerIds = [
  'genuine',
  'forgetful',
  'ended',
  'restricted',
  'lost-phone',
  'pusher',
  'namesake',
  'for-a-colleague',
  'new-number',
  'manager',
  'doubter',
  'guesser',
  'loss',
  'looked-up',
] as const;
export type CallerId = (typeof callerIds)[number];

/** What a caller asks for: the id of a purpose, or its kind. A desk whose policy has no such purpose is not offered the caller. */
export const askedFor = {
  genuine: 'access-reset',
  forgetful: 'access-reset',
  ended: 'support',
  restricted: 'support',
  'lost-phone': 'access-reset',
  pusher: 'access-reset',
  namesake: 'access-reset',
  'for-a-colleague': 'access-reset',
  'new-number': 'access-reset',
  manager: 'access-reset',
  doubter: 'access-reset',
  guesser: 'support',
  loss: 'block',
  'looked-up': 'privacy-request',
} as const satisfies Record<CallerId, string>;

/** Whether a purpose is the one that is meant, by its id or by what it does. */
export const isMeant = (meant: string, { id, kind }: { readonly id: string; readonly kind: string }): boolean =>
  id === meant || kind === meant;

/** The rules of the desk that a drill can show. */
export const drillRules = [
  'purpose',
  'record',
  'guesses',
  'call-back',
  'sighting',
  'pressure',
  'proof',
  'impostor',
  'minimum',
  'request',
  'outcome',
] as const;
export type DrillRule = (typeof drillRules)[number];

/** What one call showed of one rule. */
export interface Finding {
  readonly rule: DrillRule;
  readonly kept: boolean;
}

/** What a caller answers when asked for a field. */
export type Said = Readonly<Partial<Record<Field, string>>>;

export interface DrillMessage {
  readonly to: 'caller' | 'contact';
  readonly text: string | null;
}

/** The drill that is on. It is nowhere but in main's memory, and goes with it. */
export interface DrillView {
  readonly caller: CallerId;
  readonly says: Said;
  /** Said in its place after an answer that did not match. */
  readonly corrects: Said;
  /** The last message with a code, and who got it; its text is null where the caller does not come to know it. */
  readonly message: DrillMessage | null;
  /** Of the last call that was closed; null while there is none. */
  readonly findings: readonly Finding[] | null;
}
