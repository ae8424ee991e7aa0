import { sentCodes, type CallView, type FactorView } from '../../../shared/call-view.js';
import type { DrillMessage } from '../../../shared/drill.js';
import type { Cue } from '../../messages/drill-shape.js';

type Message = DrillMessage | null;

const isAsked = ({ id, state }: FactorView): boolean => state === 'started' && sentCodes.some((each) => each === id);
const isProof = ({ id, state }: FactorView): boolean => state === 'done' && id !== 'facts';

const cues = {
  caller: { known: 'code', unknown: 'noCode' },
  contact: { known: 'approved', unknown: 'notApproved' },
} as const satisfies Record<DrillMessage['to'], Record<string, Cue>>;

const ofProof = ({ factors }: CallView, message: Message): Cue => {
  const called = factors.find(({ id }) => id === 'call-back')?.state;
  if (called === 'started') return 'callBack';
  if (message && factors.some(isAsked)) return cues[message.to][message.text === null ? 'unknown' : 'known'];
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

/** Whether the caller may be asked to show themselves. */
export const mayBeSeen = (call: CallView | null): boolean =>
  call?.step === 'proving' &&
  call.factors.some(({ id, state }) => id === 'in-person' && state !== 'missing' && state !== 'done');
