import type { Policy } from '../../../electron/main/policy/schema.js';
import type { Subject } from '../../../electron/main/registry/subject.js';
import type { CallStep, SentCode } from '../../../shared/call-view.js';
import type { Field, IdentifierKind } from '../../../shared/subject.js';
import type { PostState } from './post.js';
import type { Way } from './rules.js';
import { begins } from './world.js';

/** The subject at hand. */
export interface AtHand {
  readonly who: Subject;
  /** Facts the caller had right, since the last expiry. */
  readonly right: Set<Field>;
  /** Asked facts that were answered with what was searched by. */
  readonly again: Set<Field>;
  /** Whether all that this purpose asks was right. */
  factsHold: boolean;
  readonly ways: Set<Way>;
  isCalling: boolean;
  /** Codes that can still be entered, and until when. */
  readonly codes: Map<SentCode, number>;
  /** Wrong answers left, by what counted when the subject was chosen. */
  left: number;
}

/** What a second agent can be asked. */
export type Errand = 'second-agent' | 'in-person' | 'bypass';

export interface ModelCall {
  purpose: string;
  searched: { readonly by: IdentifierKind; readonly text: string } | null;
  listed: readonly Subject[];
  at: AtHand | null;
  wrong: number;
  isLocked: boolean;
  verifiedUntil: number | null;
  bypassedUntil: number | null;
  /** An earlier purpose's verification: what was proven for it holds no longer than it. */
  carried: { readonly until: number; readonly ways: ReadonlySet<Way> } | null;
  /** What a second agent is asked, while the answer would count. */
  asking: Errand | null;
  wasVerified: boolean;
  readonly alsoFor: Set<string>;
  wasBypassed: boolean;
  readonly shown: Map<Field, number>;
  /** What it has left behind: once, whatever else it comes to. */
  hasFiled: boolean;
  /** What may be handed over, and after which search; nothing of it outlives a lock. */
  handed: { readonly searched: ModelCall['searched']; readonly who: Subject; readonly fields: readonly Field[] } | null;
}

export interface Lock {
  readonly who: Subject;
  readonly until: number;
  isOpened: boolean;
}

/** Where the desk stands by the rules. */
export interface State {
  readonly policy: Policy;
  now: number;
  isSignedIn: boolean;
  lockedSince: number | null;
  signedInSince: number;
  call: ModelCall | null;
  /** How mail, text messages and the verifier are. */
  post: PostState;
  /** Wrong answers about somebody, since their last lock or unlocking. */
  readonly wrongs: Map<Subject, readonly number[]>;
  readonly locks: Lock[];
  readonly ended: string[];
  /** When somebody was last sent a code some way, since the desk was started. */
  readonly sent: Map<string, number>;
  /** When somebody was looked up. */
  readonly lookups: number[];
  /** The last reason for going past the budget, and how many lookups were made since. */
  extended: { readonly at: number; used: number } | null;
  readonly recorded: Record<'revealed' | 'copied' | 'verified' | 'bypassed' | 'filed' | 'extended', number>;
}

export const minute = 60_000;

export const firstState = (policy: Policy): State => ({
  ...{ policy, now: begins, isSignedIn: true, lockedSince: null, signedInSince: begins, call: null, post: 'well' },
  ...{ wrongs: new Map(), locks: [], ended: [], sent: new Map(), lookups: [], extended: null },
  recorded: { revealed: 0, copied: 0, verified: 0, bypassed: 0, filed: 0, extended: 0 },
});

export const begun = (purpose: string): ModelCall => ({
  ...{ purpose, searched: null, listed: [], at: null, wrong: 0, isLocked: false },
  ...{ verifiedUntil: null, bypassedUntil: null, carried: null, asking: null, hasFiled: false, handed: null },
  ...{ wasVerified: false, alsoFor: new Set(), wasBypassed: false, shown: new Map() },
});

export const isShut = ({ isSignedIn, lockedSince }: State): boolean => !isSignedIn || lockedSince !== null;

export const rulesOf = ({ policy }: State, purpose: string) => {
  const rules = policy.purposes[purpose];
  if (!rules) throw new Error(`no purpose ${purpose}`);
  return rules;
};

export const stepOf = ({ isLocked, at, verifiedUntil, bypassedUntil }: ModelCall): CallStep => {
  if (isLocked) return 'locked';
  if (!at) return 'finding';
  if (bypassedUntil !== null) return 'bypassed';
  if (verifiedUntil !== null) return 'verified';
  return at.factsHold ? 'proving' : 'comparing';
};

/** The call, where somebody may act on it and it stands at one of these steps. */
export const openAt = (state: State, ...steps: readonly CallStep[]): ModelCall | null =>
  !isShut(state) && state.call && steps.includes(stepOf(state.call)) ? state.call : null;

/** The same with its subject. */
export const atHand = (state: State, ...steps: readonly CallStep[]): { call: ModelCall; at: AtHand } | null => {
  const call = openAt(state, ...steps);
  return call?.at ? { call, at: call.at } : null;
};

/** Nobody is at hand any longer; what was found may be chosen from again. */
export const forget = (call: ModelCall): void => {
  Object.assign(call, { at: null, verifiedUntil: null, bypassedUntil: null, carried: null, asking: null });
  call.wasVerified = false;
  call.alsoFor.clear();
  call.shown.clear();
};

/** Nothing of the registry's is left. */
export const dropSubject = (call: ModelCall): void => {
  forget(call);
  Object.assign(call, { listed: [], searched: null, handed: null });
};

export const end = (state: State, outcome: string): void => {
  if (!state.call) return;
  state.ended.push(outcome);
  state.call = null;
};
