import type { CallView } from '../../../shared/call-view.js';
import type { Handlers } from '../../../shared/contract.js';
import type { AbandonReason } from './close.js';

/** What the page may ask of a call. */
const callOperations = [
  'startCall',
  'changePurpose',
  'findSubject',
  'cancelSearch',
  'chooseCandidate',
  'compareClaims',
  'startCallBack',
  'finishCallBack',
  'sendCode',
  'enterCode',
  'checkTotp',
  'attest',
  'proveBySecondAgent',
  'cancelSecondAgent',
  'bypassProof',
  'revealField',
  'copyField',
  'extendBudget',
  'fileRequest',
  'closeCall',
] as const;

export type CallHandlers = Pick<Handlers, (typeof callOperations)[number]>;

export interface CallUseCases {
  readonly handlers: CallHandlers;
  view(): CallView | null;
  abandon(reason: AbandonReason): Promise<void>;
  /** Drops what main holds of the subject; the call goes back to finding the caller. */
  putAway(): Promise<void>;
}

type AnyHandlers = Record<string, (request: unknown) => Promise<unknown>>;

/** The use cases of calls, read when the first one is asked for: the window opens without them, and sooner. */
export const lateCalls = (load: () => Promise<CallUseCases>): CallUseCases => {
  let loading: Promise<CallUseCases> | null = null;
  let calls: CallUseCases | null = null;
  const loaded = (): Promise<CallUseCases> => (loading ??= load().then((loadedCalls) => (calls = loadedCalls)));
  const late = (name: keyof CallHandlers) => async (request: unknown) =>
    ((await loaded()).handlers as AnyHandlers)[name]?.(request);
  return {
    handlers: Object.fromEntries(callOperations.map((name) => [name, late(name)])) as unknown as CallHandlers,
    view: () => calls?.view() ?? null,
    // Without a use case there is no call, and nothing to drop.
    abandon: async (reason) => (await loading)?.abandon(reason),
    putAway: async () => (await loading)?.putAway(),
  };
};
