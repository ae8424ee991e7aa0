import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { randomFrom } from '../random.js';
import { nothingTold, rememberer, type Listener, type Told } from '../story/told.js';
import type { Line } from './killed-desk.js';
import type { Trial } from '../trial.js';

/** How the desk is started, and where. */
export interface Ground {
  /** The program, up to what is asked of it. */
  readonly argv: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** In which each desk gets a folder; whoever runs the program may write there. */
  readonly folder: string;
}

export interface Killed extends Trial {
  /** How many entries were acknowledged, and how many processes were ended before they acknowledged one. */
  readonly acknowledged: number;
  readonly early: number;
}

interface Desk {
  readonly base: string;
  at: string;
  told: Told;
}

/** When a process ends: so long after it was started, or after the first that it said, which is that it has opened its keys. */
interface Moment {
  readonly after: 'start' | 'word';
  readonly milliseconds: number;
}

const longest = 400;
const momentOf = (below: (below: number) => number): Moment => ({
  after: below(4) === 0 ? 'start' : 'word',
  milliseconds: below(longest),
});
/** A desk is killed so often, then there is another one. */
const lives = 25;

const start = ({ argv, env }: Ground, words: readonly string[]): ChildProcess => {
  const [file = '', ...args] = [...argv, ...words];
  return spawn(file, args, { env, stdio: ['pipe', 'pipe', 'inherit'] });
};

const hear = (listener: Listener, [what, ...given]: Line): void => {
  const listeners: Record<keyof Listener, (...given: never[]) => void> = listener;
  if (what in listeners) listeners[what as keyof Listener](...(given as never[]));
};

/** Starts a desk, ends it at that moment, and learns what it said until then. */
const killOnce = async (
  ground: Ground,
  desk: Desk,
  { after, milliseconds }: Moment,
  seed: number,
): Promise<string | null> => {
  const child = start(ground, ['work', desk.base, desk.at, String(seed)]);
  const remembered = rememberer(desk.told);
  const failures: unknown[] = [];
  const lines = createInterface({ input: child.stdout ?? process.stdin });
  lines.on('line', (text) => {
    const line = JSON.parse(text) as Line;
    if (line[0] === 'failed') failures.push(line[1]);
    if (line[0] === 'at') desk.at = String(line[1]);
    hear(remembered, line);
  });
  const ended = Promise.all([once(child, 'exit'), once(lines, 'close')]);
  if (after === 'word') await Promise.race([once(lines, 'line'), ended]);
  await Promise.race([wait(milliseconds), ended]);
  child.kill('SIGKILL');
  await ended;
  desk.told = remembered.told();
  return failures.length > 0 ? `the desk ended by itself: ${failures.join()}` : null;
};

/** Another process that looks at what was left, one after the other; it is not killed. */
const createLooking = (ground: Ground) => {
  const child = start(ground, ['look']);
  const lines = createInterface({ input: child.stdout ?? process.stdin })[Symbol.asyncIterator]();
  return {
    at: async ({ base, at, told }: Desk): Promise<string | null> => {
      child.stdin?.write(`${JSON.stringify({ base, at, told })}\n`);
      const { value } = (await lines.next()) as { value: string | undefined };
      return value === undefined ? 'nobody looked' : (JSON.parse(value) as { wrong: string | null }).wrong;
    },
    end: async (): Promise<void> => {
      const gone = once(child, 'exit');
      child.stdin?.end();
      await gone;
    },
  };
};

/**
 * Kills a desk at random moments, so many times, now and then again while the next one recovers; after each opens it again and holds it against
 * what was acknowledged. The moments are the seed's; what a process was doing then is the machine's.
 */
export const kill = async (ground: Ground, name: string, runs: number, seed: number): Promise<Killed> => {
  const below = randomFrom(seed);
  const looking = createLooking(ground);
  let [lost, acknowledged, early] = [0, 0, 0];
  let example: string | null = null;
  let desk: Desk = { base: '', at: '', told: nothingTold };
  for (let run = 0; run < runs; run += 1) {
    if (run % lives === 0) {
      desk = { base: join(ground.folder, `${seed}-${run}`), at: '2026-01-05T10:00:00.000Z', told: nothingTold };
    }
    const before = desk.told.entries.length;
    let wrong: string | null = null;
    for (let kills = 1 + Math.floor(below(3) / 2); kills > 0; kills -= 1)
      wrong ??= await killOnce(ground, desk, momentOf(below), below(2 ** 31));
    const heard = desk.told.entries.length - before;
    acknowledged += heard;
    if (heard === 0) early += 1;
    wrong = (await looking.at(desk)) ?? wrong;
    if (wrong !== null) lost += 1;
    example ??= wrong && `run ${run}: ${wrong}`;
  }
  await looking.end();
  return { name, tried: runs, survived: runs - lost, lost, seed, example, acknowledged, early };
};
