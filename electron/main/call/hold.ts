import type { CallRoom } from './call-room.js';

/** For how long what was proven holds: to a time of day, and by a clock that nobody can set, whichever comes first. */
export interface Hold {
  readonly until: Date;
  /** Milliseconds by that clock, which stands still while the machine sleeps. */
  readonly end: number;
}

type Clocks = Pick<CallRoom, 'now' | 'monotonic'>;

export const holdFor = ({ now, monotonic }: Clocks, minutes: number): Hold => ({
  until: new Date(now().getTime() + minutes * 60_000),
  end: monotonic() + minutes * 60_000,
});

/** Milliseconds; none when it is over. A time of day that was set back makes nothing hold longer. */
export const leftOf = ({ now, monotonic }: Clocks, { until, end }: Hold): number =>
  Math.max(0, Math.min(until.getTime() - now().getTime(), end - monotonic()));
