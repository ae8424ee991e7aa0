import type { FactorId, Strength, WhyNot } from '../../../shared/call-view.js';
import type { Language } from '../../../shared/language.js';
import type { Result } from '../../../shared/result.js';
import type { Withheld } from '../audit/disclosure.js';
import type { Subject } from '../registry/subject.js';

/** A way to prove that the caller is the subject. What it needs from the agent lives in its own use case. */
export interface Factor {
  readonly id: FactorId;
  readonly strength: Strength;
  readonly points: number;
  /** Why this subject cannot use it now; null when it can. */
  whyNot(subject: Withheld<Subject>, now: Date): WhyNot | null;
  /** Where the proof is a code that the desk sends. */
  readonly post?: Post;
  /** Where the proof is a password that somebody else checks. */
  readonly verifier?: Verifier;
}

/** What the message with a code says; whoever carries it finds the words. */
export interface Letter {
  readonly language: Language;
  /** Who asks. */
  readonly organisation: string;
  /** The purpose's id: why. */
  readonly purpose: string;
  readonly code: string;
  readonly minutes: number;
  /** By these the desk proves itself to whoever has the message; they prove nothing about a caller. */
  readonly words: readonly [string, string];
}

export interface Addressee {
  /** A mailbox, or a number in E.164. */
  readonly to: string;
  /** Whom the message is about, where that is not who gets it. */
  readonly about: string | null;
}

/** How a code gets to whoever has to say it. */
export interface Post {
  /** Names of the fields that it uses, for the entry. */
  readonly fields: readonly string[];
  /** Of a subject for whom `whyNot` is null. */
  addressee(subject: Subject): Addressee;
  /** Ok when it was taken to be carried; whether it arrives nobody tells. Fails with a `mail-…` or `gateway-…` code. */
  deliver(addressee: Addressee, letter: Letter): Promise<Result<void>>;
}

export interface Verifier {
  readonly fields: readonly string[];
  /** Of a subject for whom `whyNot` is null. */
  account(subject: Subject): string;
  /** Whether the password is right now. Fails with a `gateway-…` code. */
  check(account: string, code: string, signal: AbortSignal): Promise<Result<boolean>>;
}
