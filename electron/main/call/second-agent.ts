import type { CallView } from '../../../shared/call-view.js';
import { ok, type Result } from '../../../shared/result.js';
import type { CallRoom } from './call-room.js';
import { askColleague, proof } from './colleague.js';
import type { Settle, Turn } from './in-turn.js';

/** Another agent vouches for the caller. */
export const proveBySecondAgent = (room: CallRoom, timed: Turn, settle: Settle) => (): Promise<Result<CallView>> =>
  askColleague(room, proof(room, 'second-agent'), timed, settle);

/** Takes effect at once; the confirmation under way then answers `sign-in-cancelled`. */
export const cancelSecondAgent = (room: CallRoom) => (): Promise<Result<{ cancelled: boolean }>> => {
  const cancelled = room.secondAgent !== null;
  room.secondAgent?.abort();
  return Promise.resolve(ok({ cancelled }));
};
