import type { Field } from './subject.js';

/** What a call can leave behind to be seen to (domain.md, "Purposes shipped"); each goes by the name of its purpose. */
export const requestKinds = ['privacy-request', 'end-of-use', 'block', 'disclose'] as const;
export type RequestKind = (typeof requestKinds)[number];

/** What somebody asks about their own data (GDPR art. 15 to 18, 20 and 21), or only wants to know. */
export const privacyMatters = [
  'access',
  'rectification',
  'erasure',
  'restriction',
  'portability',
  'objection',
  'question',
] as const;
/** What shows that use has ended. */
export const endEvidence = ['activation-event', 'in-writing'] as const;
export const misuseMatters = ['lost-device', 'leaked-credentials', 'misuse'] as const;
/** By what right data are handed over: the law to an authority, an agreement to a partner. */
export const legalBases = ['law', 'agreement'] as const;

export type RequestMatter =
  | (typeof privacyMatters)[number]
  | (typeof endEvidence)[number]
  | (typeof misuseMatters)[number]
  | (typeof legalBases)[number];

/** Most characters of what the caller said, and of a recipient or a legal basis; without the spaces around. */
export const longestWords = 2000;
export const longestName = 200;

/** What the call at hand has left behind. `fields` are those that may be handed over. */
export interface FiledRequest {
  readonly kind: RequestKind;
  readonly due: string | null;
  readonly fields: readonly Field[];
}

/** A request as its screen shows it. Nothing in it tells whom it is about. Times are RFC 3339 UTC. */
export interface RequestView {
  /** The reference of the call that it comes from. */
  readonly id: string;
  readonly kind: RequestKind;
  readonly matter: RequestMatter;
  /** A pseudonym. */
  readonly subject: string;
  readonly ticket: string;
  readonly created: string;
  /** The last day on which it is answered in time, `2026-12-22`; null where no law sets one. */
  readonly due: string | null;
  readonly sentAt: string | null;
  readonly tries: number;
  /** The code of why the last try failed; null when there was none, or nothing has failed. */
  readonly failure: string | null;
  readonly nextTry: string | null;
}

export interface RequestsView {
  /** Those that wait longest first. */
  readonly requests: readonly RequestView[];
  /** How many lie on the disk and cannot be read. */
  readonly unreadable: number;
  /** Whether whoever reads may say that a request has been seen to. */
  readonly mayFinish: boolean;
}
