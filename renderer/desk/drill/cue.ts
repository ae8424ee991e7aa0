import { sentCodes, type CallView, type FactorView } from '../../../shared/call-view.js';
import type { DrillView } from '../../../shared/drill.js';
import type { Cue } from '../../messages/drill-shape.js';

type Message = DrillView['message'];

const isAsked = ({ id, state }: FactorView): boolean => state === 'started' && sentCodes.some((each) => each === id);
const isProof = ({ id, state }: FactorView): boolean => state === 'done' && id !== 'facts';

const ofProof = ({ factors }: CallView, message: Message): Cue => {
  const called = factors.find(({ id }) => id === 'call-back')?.state;
  if (called === 'started') return 'callBack';
  if (message && factors.some(isAsked)) return message.text === null ? 'noCode' : 'code';
  if (called === 'failed') return 'stop';
  return factors.some(isProof) ? 'more' : 'proof';
};

/** What the caller reacts to: what the desk did last, and the message that came of it. */
export const cueOf = (call: CallView | null, message: Message = null): Cue => {
  if (!call) return 'start';
  switch (call.step) {
    case 'finding':
      return call.find === null || call.find === 'found' ? 'identify' : 'stop';
    case 'comparing':
      return call.compared === 'no-match' ? 'noMatch' : 'asked';
    case 'proving':
      return ofProof(call, message);
    case 'verified':
    case 'bypassed':
      return 'verified';
    case 'locked':
      return 'stop';
  }
};
