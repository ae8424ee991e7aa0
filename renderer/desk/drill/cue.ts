import type { CallView } from '../../../shared/call-view.js';
import type { Cue } from '../../messages/drill-shape.js';

const ofCallBack = ({ factors }: CallView): Cue => {
  const state = factors.find(({ id }) => id === 'call-back')?.state;
  if (state === 'started') return 'callBack';
  return state === 'failed' ? 'stop' : 'proof';
};

/** What the caller reacts to: what the desk did last. */
export const cueOf = (call: CallView | null): Cue => {
  if (!call) return 'start';
  switch (call.step) {
    case 'finding':
      return call.find === null || call.find === 'found' ? 'identify' : 'stop';
    case 'comparing':
      return call.compared === 'no-match' ? 'noMatch' : 'asked';
    case 'proving':
      return ofCallBack(call);
    case 'verified':
    case 'bypassed':
      return 'verified';
    case 'locked':
      return 'stop';
  }
};
