import type { CallView } from './call-view.js';
import type { Failure } from './result.js';
import type { Field } from './subject.js';

/** One mistake in the policy: where it is and what is wrong there. */
export interface PolicyProblem {
  /** JSON path, such as `purposes.support.points`; empty for the file itself. */
  readonly path: string;
  /** 1-based; null when the file could not be read at all. */
  readonly line: number | null;
  readonly kind:
    | 'missing-file'
    | 'unreadable-file'
    | 'writable-by-others'
    | 'foreign-owner'
    | 'not-json'
    | 'duplicate-key'
    | 'unknown-key'
    | 'missing-key'
    | 'wrong-value'
    | 'host-not-allowed'
    | 'plain-http';
  /** What was found or expected, for the person who edits the file; never a secret. */
  readonly detail: string;
}

export interface PurposeView {
  readonly id: string;
  readonly points: number;
  readonly factors: number;
  readonly compare: readonly Field[];
  readonly show: readonly Field[];
  readonly verifiedMinutes: number;
}

export interface PolicyView {
  readonly file: string;
  readonly version: string;
  readonly organisation: string;
  readonly demo: boolean;
  /** How agents sign in: with the registry's token, or in the browser with the organisation's provider. */
  readonly signIn: 'token' | 'oidc';
  readonly providerHost: string | null;
  readonly registryHost: string;
  readonly ticketExample: string | null;
  readonly purposes: readonly PurposeView[];
  /** Every effective value, flattened, for the settings screen. */
  readonly values: readonly { readonly path: string; readonly value: string; readonly from: 'file' | 'default' }[];
}

/** Everything the window needs to draw itself, in one answer. */
export interface DeskState {
  readonly version: string;
  readonly runtime: string;
  readonly desk: string;
  readonly policy:
    | { readonly ok: true; readonly view: PolicyView }
    | { readonly ok: false; readonly file: string; readonly problems: readonly PolicyProblem[] };
  readonly session: { readonly agent: string; readonly roles: readonly string[] } | null;
  /** Why no session can be had, when it is the keychain's or the key file's fault. */
  readonly credentials: Failure | null;
  /** A sign-in under way: renewing what was kept from last time, or waiting for the browser. */
  readonly signingIn: 'renewing' | 'browser' | null;
  /** Why the last session ended or could not be resumed by itself. */
  readonly signInFailure: Failure | null;
  readonly audit: { readonly failure: Failure | null; readonly head: number; readonly folder: string };
  readonly call: CallView | null;
}

/** What main says unasked. */
export type DeskEvent =
  | { readonly kind: 'state' }
  | { readonly kind: 'call'; readonly call: CallView | null }
  | { readonly kind: 'hide'; readonly field: Field }
  | { readonly kind: 'audit'; readonly head: number };
