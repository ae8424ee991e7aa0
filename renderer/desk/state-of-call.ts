import type { CallView } from '../../shared/call-view.js';

export type CallState = 'idle' | 'notVerified' | 'verified' | 'bypassed' | 'locked' | 'ended' | 'restricted';

/** What must be read from two metres away. */
export const stateOf = (call: CallView | null): CallState => {
  if (!call) return 'idle';
  if (call.step === 'locked' || call.step === 'verified' || call.step === 'bypassed') return call.step;
  if (call.step === 'finding' && (call.find === 'ended' || call.find === 'restricted')) return call.find;
  return 'notVerified';
};
