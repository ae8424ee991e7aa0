import type { AuditLog, Step } from './audit-log.js';

/** Entries that refusals of one kind get in a minute, each its own; a page can ask for nothing thousands of times in that. */
const most = 10;
const minute = 60_000;

interface Tally {
  readonly step: Step;
  seen: number;
  /** Counted and not told yet. */
  untold: number;
  timer: NodeJS.Timeout | undefined;
}

const kindOf = ({ fields = [], reason = '', call = '', drill }: Step): string =>
  [...fields, reason, call, drill ?? ''].join(' ');

/**
 * Puts refusals on record without letting a hostile page fill the disk with them: the first ten of a kind in a minute each have their
 * entry, the next one says durably that they go on, and when the minute is over one entry tells how many there were.
 */
export const createRefusals = (record: AuditLog['record']) => {
  const tallies = new Map<string, Tally>();

  /** What could not be told stays counted. */
  const tell = async (tally: Tally): Promise<void> => {
    const { untold } = tally;
    if (untold === 0) return;
    const recorded = await record({ ...tally.step, outcome: `repeated:${untold}` });
    if (recorded.ok) tally.untold -= untold;
  };
  const endMinute = async (kind: string, tally: Tally): Promise<void> => {
    await tell(tally);
    if (tally.untold > 0) return watch(kind, tally);
    tallies.delete(kind);
  };
  const watch = (kind: string, tally: Tally): void => {
    tally.timer = setTimeout(() => void endMinute(kind, tally), minute);
    tally.timer.unref();
  };
  const tallyOf = (step: Step): Tally => {
    const kind = kindOf(step);
    const known = tallies.get(kind);
    if (known) return known;
    const begun: Tally = { step, seen: 0, untold: 0, timer: undefined };
    tallies.set(kind, begun);
    watch(kind, begun);
    return begun;
  };

  return {
    record: async (step: Step): Promise<void> => {
      const tally = tallyOf(step);
      tally.seen += 1;
      if (tally.seen > most) tally.untold += 1;
      if (tally.seen <= most) await record(step);
      if (tally.seen === most + 1) await record({ ...step, outcome: 'goes-on' });
    },
    /** Tells what was only counted until now. */
    flush: async (): Promise<void> => {
      await Promise.all([...tallies.values()].map(tell));
    },
  };
};
