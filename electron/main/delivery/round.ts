interface RoundParts {
  /** Answers how many milliseconds to pause before the next one, or null when there is nothing to do. */
  readonly step: (signal: AbortSignal) => Promise<number | null>;
  /** Milliseconds; what one step of a call leaves goes out together. */
  readonly gathering: number;
  /** Milliseconds by a clock that nobody can set. */
  readonly monotonic: () => number;
  readonly random: () => number;
}

/** A pause may be cut short after so long. */
const shortestPause = 5000;
/** The network comes up some time after the machine, and the desks of a house wake together. */
const waking = 5000;
/** Where the system never says that it woke, what is appended so long after it fell asleep says so. */
const surelyAwake = 60_000;

/** When the next step of a delivery is due: one at a time, none while the machine sleeps. */
export const createRound = ({ step, gathering, monotonic, random }: RoundParts) => {
  let state: 'resting' | 'gathering' | 'running' | 'pausing' | 'asleep' | 'stopped' = 'resting';
  let since = 0;
  let again = false;
  let timer: NodeJS.Timeout | undefined;
  let under: AbortController | null = null;
  let running: Promise<void> = Promise.resolve();

  const become = (next: typeof state): void => {
    clearTimeout(timer);
    state = next;
    since = monotonic();
  };
  const after = (milliseconds: number, meanwhile: 'gathering' | 'pausing'): void => {
    become(meanwhile);
    timer = setTimeout(begin, milliseconds);
  };
  const run = async (): Promise<void> => {
    again = false;
    const over = (under = new AbortController());
    const pause = await step(over.signal);
    if (under === over) under = null;
    if (over.signal.aborted) return;
    if (pause !== null) after(pause, 'pausing');
    else if (again) after(gathering, 'gathering');
    else become('resting');
  };
  /** What was broken off ends before anything else begins: never two at a time. */
  const begin = (): void => {
    become('running');
    running = running.then(run);
  };
  const breakOff = (next: 'asleep' | 'stopped'): void => {
    under?.abort();
    become(next);
  };
  const wake = (): void => {
    if (state === 'asleep') after(random() * waking, 'gathering');
  };

  return {
    begin: (): void => {
      if (state === 'resting' || state === 'gathering') begin();
    },
    /** There is something to do; a pause goes on. */
    follow: (): void => {
      if (state === 'resting') after(gathering, 'gathering');
      else if (state === 'running') again = true;
      else if (state === 'asleep' && monotonic() - since > surelyAwake) wake();
    },
    /** Somebody waits: a long pause ends now. */
    hurry: (): void => {
      if (state === 'pausing' && monotonic() - since > shortestPause) begin();
    },
    sleep: (): void => {
      if (state !== 'stopped') breakOff('asleep');
    },
    wake,
    /** Done when nothing is under way. */
    stop: (): Promise<void> => {
      breakOff('stopped');
      return running;
    },
  };
};
