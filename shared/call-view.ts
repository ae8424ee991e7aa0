import type { Language } from './language.js';
import type { FiledRequest } from './request.js';
import type { PurposeKind, Strength } from './purpose.js';
import type { Candidate, Field } from './subject.js';

export type { Strength };

export const callOutcomes = ['resolved', 'not-verified', 'escalated', 'suspected-fraud', 'caller-hung-up'] as const;
export type CallOutcome = (typeof callOutcomes)[number];

export const callBackResults = ['reached', 'not-reached', 'refused'] as const;

/** A number to be dialled by hand: as it is copied, and in the groups it is read in. */
export interface DialledNumber {
  readonly e164: string;
  readonly groups: readonly string[];
}

/** What the agent attests to have seen. */
export const sightings = ['video', 'in-person'] as const;

/** Factors whose proof is a code that the desk sends. */
export const sentCodes = ['sms-code', 'email-code', 'approval'] as const;
export type SentCode = (typeof sentCodes)[number];

export const factorIds = ['facts', 'call-back', ...sentCodes, 'totp', 'second-agent', 'in-person'] as const;
export type FactorId = (typeof factorIds)[number];

/** How a call ended that its agent did not end. */
export const abandonReasons = ['desk-stopped', 'window-closed', 'quit', 'window-crashed', 'locked'] as const;
/** That there was such a call, since when (RFC 3339 UTC) there is none, and why; nothing tells whose or about whom. */
export interface AbandonedView {
  readonly reason: (typeof abandonReasons)[number];
  readonly at: string;
}

/** Why a factor is not offered for this subject; `not-taken`: it would bring the proof no nearer. */
export type WhyNot =
  | 'not-set-up'
  | 'no-phone'
  | 'phone-invalid'
  | 'phone-changed'
  | 'no-email'
  | 'email-invalid'
  | 'email-changed'
  | 'no-contact'
  | 'own-contact'
  | 'no-provider'
  | 'not-taken';

/** A code on its way to whoever has to say it, and how long it can be used. Times are RFC 3339 UTC. */
export interface SentCodeView {
  /** Nobody has taken it to be carried yet. */
  readonly sending: boolean;
  readonly until: string;
  /** When the next may be sent. */
  readonly againAt: string;
  /** The last one entered was not it. */
  readonly wrong: boolean;
  /** How many digits it has. */
  readonly digits: number;
}

export interface FactorView {
  readonly id: FactorId;
  readonly strength: Strength;
  readonly points: number;
  readonly state: 'waiting' | 'started' | 'done' | 'failed' | 'missing';
  readonly why: WhyNot | null;
  /** Days since the phone or the address changed, with `phone-changed` and `email-changed`. */
  readonly days: number | null;
  /** With a factor of `sentCodes`, once one was sent. */
  readonly code: SentCodeView | null;
}

export interface AssuranceView {
  readonly points: number;
  readonly pointsNeeded: number;
  readonly factors: number;
  readonly factorsNeeded: number;
  readonly strongest: Strength | null;
  readonly strongestNeeded: Strength | null;
  /** Of each list one way must be reached: so many different factors, each at least of that strength, and one of those where only they count. */
  readonly accept: readonly (readonly {
    readonly factors: number;
    readonly of: Strength;
    readonly among: readonly FactorId[] | null;
    readonly reached: number;
  }[])[];
  /** Something besides facts is still needed, whatever the points. */
  readonly onlyFacts: boolean;
}

/**
 * Where the call stands:
 * `finding` no subject yet · `comparing` a subject is chosen, facts are asked · `proving` a factor is asked ·
 * `verified` · `bypassed` somebody with the right went past the proof, which is not being verified · `locked` wrong answers reached the cap, only closing is left.
 */
export type CallStep = 'finding' | 'comparing' | 'proving' | 'verified' | 'bypassed' | 'locked';

/** What a search came to (domain.md, "Find"). */
export type FindOutcome = 'found' | 'none' | 'too-many' | 'ended' | 'restricted';

/** Something the policy allows when the call does not go on by itself. */
export type NextStep =
  | {
      readonly do:
        'search' | 'compare' | 'contact-person' | 'unlock' | 'bypass' | 'escalate' | 'not-verified' | 'suspected-fraud';
    }
  | { readonly do: 'wait'; readonly until: string }
  | { readonly do: 'factor'; readonly factor: FactorId }
  | { readonly do: 'purpose'; readonly purpose: string };

/** What a billing-check tells: whether the one who was found is active, and when use ended if it did. */
export interface BillingView {
  readonly active: boolean;
  readonly endedAt: string | null;
}

/** The call as the renderer may show it. Main owns the call; this is a picture of it. Times are RFC 3339 UTC. */
export interface CallView {
  /** The reference printed on the receipt; also the correlation id of the call's entries. */
  readonly reference: string;
  readonly purpose: string;
  readonly kind: PurposeKind;
  readonly ticket: string;
  readonly step: CallStep;
  /** What had been found was put away behind the lock, and nobody has been looked for since. */
  readonly putAway: boolean;
  readonly startedAt: string;
  readonly foundAt: string | null;
  readonly find: FindOutcome | null;
  readonly candidates: readonly Candidate[];
  readonly subject: Candidate | null;
  /** The facts to ask, all of them in one go; after a step up, those that are missing. */
  readonly compare: readonly Field[];
  /** Asked facts that were answered with what was searched by; others are asked in their place. */
  readonly repeated: readonly Field[];
  readonly compared: 'match' | 'no-match' | null;
  readonly wrongAnswersLeft: number;
  readonly lockedUntil: string | null;
  readonly assurance: AssuranceView;
  readonly factors: readonly FactorView[];
  /** What the agent says when the caller asks for it, in the language of the message that carries it. It proves nothing about a caller. */
  readonly mutual: { readonly language: Language; readonly words: readonly [string, string] } | null;
  /** What an attested identity document takes. */
  readonly attestation: { readonly secondAgent: boolean };
  /** Whether the operating system dials the number on file, or the agent is shown it. */
  readonly dial: 'softphone' | 'show';
  readonly verifiedUntil: string | null;
  /** The fields this purpose may show; `masked` ones are shown with a mask even when revealed. */
  readonly show: readonly { readonly field: Field; readonly masked: boolean }[];
  readonly billing: BillingView | null;
  /** Whether the one who is signed in may go past the proof here, and how far that is. */
  readonly bypass: 'none' | 'possible' | 'started' | 'failed';
  /** Other purposes of the policy that this call may step over to. */
  readonly otherPurposes: readonly string[];
  readonly next: readonly NextStep[];
  /** The fields that this purpose may hand over, once that is on record. */
  readonly handable: readonly Field[];
  /** What this call has left behind for others to see to. */
  readonly filed: FiledRequest | null;
}

/** What can be pasted into the ticket. It holds no personal data. */
export interface Receipt {
  readonly reference: string;
  readonly purpose: string;
  readonly ticket: string;
  readonly startedAt: string;
  readonly closedAt: string;
  readonly outcome: CallOutcome;
  /** Proven for the purpose; never because the proof was bypassed. */
  readonly verified: boolean;
  readonly bypassed: boolean;
  /** Other purposes of this call for which the same caller was proven. */
  readonly alsoVerifiedFor: readonly string[];
  readonly strongest: Strength | null;
  readonly methods: readonly FactorId[];
}
