import type { CallerId, DrillMessage, DrillRule } from '../../shared/drill.js';

/** Where a call stands, as the caller hears it. */
export type Cue =
  | 'start'
  | 'identify'
  | 'asked'
  | 'noMatch'
  | 'proof'
  | 'callBack'
  | 'code'
  | 'noCode'
  | 'approved'
  | 'notApproved'
  | 'more'
  | 'verified'
  | 'stop';

interface CallerWords extends Partial<Readonly<Record<Cue | 'sight', string>>> {
  /** As the agent meets them, and no more. */
  readonly name: string;
  readonly start: string;
  /** Who it was, told at the end. */
  readonly truth: string;
}

/** Fetched when a drill is wanted: nobody else reads it. */
export interface DrillWords {
  readonly choose: { readonly title: string; readonly about: string; readonly anyone: string };
  readonly panel: {
    readonly title: string;
    readonly ask: string;
    readonly says: string;
    /** Before what they answer when asked to show themselves and a document. */
    readonly sight: string;
    readonly message: Readonly<Record<DrillMessage['to'], string>>;
    /** In the place of a message that the caller does not come to know. */
    readonly elsewhere: Readonly<Record<DrillMessage['to'], string>>;
  };
  readonly end: {
    readonly title: string;
    readonly about: string;
    readonly kept: string;
    readonly risky: string;
    readonly next: string;
  };
  /** What a caller says who has nothing of their own to say there. */
  readonly anyone: Readonly<Record<Exclude<Cue, 'start'> | 'sight', string>>;
  readonly callers: Readonly<Record<CallerId, CallerWords>>;
  readonly rules: Readonly<Record<DrillRule, { readonly rule: string; readonly kept: string; readonly risky: string }>>;
}
