import type { CallView } from '../../../shared/call-view.js';
import { ok, type Result } from '../../../shared/result.js';
import type { CallRoom } from './call-room.js';
import { askColleague, type Errand, type Settle, type Turn } from './colleague.js';
import { verifyIfProven } from './verify.js';

const vouching = (room: CallRoom): Errand => ({
  about: 'second-agent',
  state: 'secondAgent',
  at: ['proving'],
  whyNot: (_call, { subject }) =>
    room.factors['second-agent'].whyNot(subject, room.now()) ? { code: 'factor-unavailable' } : null,
  started: { type: 'factor.started', outcome: 'second-agent' },
  confirmed: (call) => verifyIfProven(room, call),
});

/** Another agent vouches for the caller. */
export const proveBySecondAgent = (room: CallRoom, timed: Turn, settle: Settle) => (): Promise<Result<CallView>> =>
  askColleague(room, vouching(room), timed, settle);

/** Takes effect at once; the confirmation under way then answers `sign-in-cancelled`. */
export const cancelSecondAgent = (room: CallRoom) => (): Promise<Result<{ cancelled: boolean }>> => {
  const cancelled = room.secondAgent !== null;
  room.secondAgent?.abort();
  return Promise.resolve(ok({ cancelled }));
};
