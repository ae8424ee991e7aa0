import type { GatewayName } from './gateway.js';
import type { AbandonedView, CallView } from './call-view.js';
import type { DeliveryView } from './delivery-view.js';
import type { DrillView } from './drill.js';
import type { LockView, SessionEnd } from './lock-view.js';
import type { ProblemWhy } from './policy-problem.js';
import type { PurposeKind, Strength } from './purpose.js';
import type { Failure } from './result.js';
import type { Field } from './subject.js';
import type { VerificationView } from './verification.js';
import type { NoticeView } from './watch.js';

/** One mistake in the policy: where it is and what is wrong there. */
export interface PolicyProblem {
  /** The file, registry value or managed preference that is wrong. */
  readonly source: string;
  /** JSON path, such as `purposes.support.points`; empty for the file itself. */
  readonly path: string;
  /** 1-based; null where there are no lines, or nothing could be read. */
  readonly line: number | null;
  readonly kind:
    | 'missing-file'
    | 'unreadable-file'
    | 'writable-by-others'
    | 'foreign-owner'
    | 'is-link'
    | 'not-a-file'
    | 'too-large'
    | 'no-answer'
    | 'not-json'
    | 'duplicate-key'
    | 'unknown-key'
    | 'missing-key'
    | 'wrong-value'
    | 'host-not-allowed'
    | 'plain-http'
    | 'not-certificates'
    | 'not-an-authority'
    | 'expired-authority';
  /** What was found or expected, for the person who edits the file; never a secret. */
  readonly detail: string;
  /** The same by name, where it has one: for words in the agent's language. */
  readonly why?: ProblemWhy;
}

export interface PurposeView {
  readonly id: string;
  readonly kind: PurposeKind;
  /** Who may start it. */
  readonly roles: readonly string[];
  readonly points: number;
  readonly factors: number;
  readonly strongest: Strength | null;
  readonly compare: readonly Field[];
  readonly show: readonly Field[];
  readonly verifiedMinutes: number;
}

export interface PolicyView {
  /** Every source that says something of it, the later over the earlier. */
  readonly sources: readonly string[];
  readonly version: string;
  readonly organisation: string;
  readonly demo: boolean;
  /** How agents sign in: with the registry's token, or in the browser with the organisation's provider. */
  readonly signIn: 'token' | 'oidc';
  readonly providerHost: string | null;
  readonly registryHost: string;
  readonly ticketExample: string | null;
  readonly purposes: readonly PurposeView[];
  /** Every effective value, flattened, for the settings screen, and who says it; null is the default. */
  readonly values: readonly {
    readonly path: string;
    readonly value: string;
    readonly from: { readonly source: string; readonly line: number | null } | null;
  }[];
}

/** How far the journal can be proven. */
export interface EvidenceView {
  /** The desk's public key, as a C2SP signed-note verifier key; null until the key file is open. */
  readonly key: string | null;
  /** Number of the last entry that follows from all before it; `whole` when nothing of what opening found is left to verify. */
  readonly verified: { readonly to: number; readonly whole: boolean };
  /** To which entry the keychain knows the journal, and since when (RFC 3339); null before the first time of this run. */
  readonly anchored: { readonly size: number; readonly at: string } | null;
  /** Why the journal is not relied on, or why the last anchoring failed. */
  readonly failure: Failure | null;
}

/** Everything the window needs to draw itself, in one answer. */
export interface DeskState {
  readonly version: string;
  readonly runtime: string;
  readonly desk: string;
  readonly policy:
    | { readonly ok: true; readonly view: PolicyView }
    | { readonly ok: false; readonly problems: readonly PolicyProblem[] };
  readonly session: { readonly agent: string; readonly roles: readonly string[] } | null;
  /** While it is locked, `call` is null and there is nothing to do but to unlock or to sign out. */
  readonly lock: LockView | null;
  /** Why the last session ended, when the desk ended it. */
  readonly ended: SessionEnd | null;
  /** Why no session can be had, when it is the keychain's or the key file's fault. */
  readonly credentials: Failure | null;
  /** A sign-in under way: renewing what was kept from last time, or waiting for the browser. */
  readonly signingIn: 'renewing' | 'browser' | null;
  /** Why the last session ended or could not be resumed by itself. */
  readonly signInFailure: Failure | null;
  /** What opens the registry, where it is the desk's own and not what the agent signs in with. */
  readonly registryKey: 'not-needed' | 'missing' | 'kept';
  /** Of the gateways that the policy opens with a credential: whether it is there. */
  readonly gatewayKeys: readonly { readonly name: GatewayName; readonly kept: boolean }[];
  /** A session that ran out waits for its agent, who may sign in again or sign out. */
  readonly lapsed: boolean;
  readonly audit: {
    readonly failure: Failure | null;
    /** Number of the first entry that is left: those before it were removed when their time was over. */
    readonly first: number;
    readonly head: number;
    readonly folder: string;
    readonly evidence: EvidenceView;
  };
  readonly call: CallView | null;
  /** The last call that ended without its agent, until another begins. Null while nobody is signed in. */
  readonly abandoned: AbandonedView | null;
  /** The drill that is on; `call` is then a call of it. */
  readonly drill: DrillView | null;
  /** Null while nobody is signed in. */
  readonly notice: NoticeView | null;
  /** Requests that wait on this desk to be sent; null while nobody is signed in, or they cannot be read. */
  readonly unsent: number | null;
  /** Null where the policy names no collector, until it is known how far each is, and while nobody is signed in. */
  readonly delivery: DeliveryView | null;
  /** The one that somebody asked for last; null before the first, and while nobody is signed in. */
  readonly verification: VerificationView | null;
}

/** What came of a link somebody clicked: the form of a new call is filled, or the agent is told why not. */
export type LinkEvent =
  /** `from` is E.164; each is empty when the link does not name it. */
  | { readonly kind: 'new-call'; readonly ticket: string; readonly from: string }
  | { readonly kind: 'link-ignored'; readonly why: 'call-open' | 'not-signed-in' | 'link-invalid' | 'link-off' };

/** What main says unasked. */
export type DeskEvent =
  /** Somebody clicked a link; it waits until the page asks for it. */
  | { readonly kind: 'link' }
  | { readonly kind: 'state' }
  /** The view is to be blank at once; the page is loaded anew as soon as it says so. */
  | { readonly kind: 'blank' }
  | { readonly kind: 'call'; readonly call: CallView | null }
  | { readonly kind: 'hide'; readonly field: Field }
  | { readonly kind: 'audit'; readonly head: number }
  | { readonly kind: 'requests'; readonly unsent: number }
  | { readonly kind: 'delivery'; readonly delivery: DeliveryView }
  /** How far the report under way is. */
  | { readonly kind: 'report'; readonly done: number; readonly of: number };
