import type { ErrorCode } from '../../../shared/result.js';
import { boot, nothingYet, sourceOf } from '../crash/machine.js';
import { hurriedly } from '../hurriedly.js';
import { randomFrom } from '../random.js';
import { record } from '../story/chapters.js';
import { recover } from '../story/recovering.js';
import { nothingTold, rememberer, type Listener } from '../story/told.js';
import { lookAtSignaturesOnce } from '../signed-once.js';
import type { Trial } from '../trial.js';

lookAtSignaturesOnce();

type Machine = ReturnType<typeof boot>;

const callers = 12;
/** How a desk may say that it is the disk. */
const told: ReadonlySet<ErrorCode> = new Set(['disk-low', 'audit-unavailable']);

/** Opens a desk and records what callers want; what is refused may find room the next time, as a smaller one may. Answers what it was told. */
const fill = async (machine: Machine, listener: Listener, seed: number): Promise<readonly ErrorCode[]> => {
  const desk = machine.open();
  const below = randomFrom(seed);
  const codes: ErrorCode[] = [];
  const keys = await desk.keys.open();
  if (!keys.ok) codes.push(keys.error.code);
  for (let nth = 0; keys.ok && nth < callers; nth += 1) {
    const recorded = await record(desk, machine, listener, below, nth % 4 === 3);
    if (!recorded.ok) codes.push(recorded.error.code);
  }
  await desk.audit.close();
  return codes;
};

const tryVolume = async (bytes: number, seed: number): Promise<string | null> => {
  const clock = { at: new Date('2026-01-05T10:00:00.000Z') };
  const machine = boot(nothingYet, clock);
  machine.disk.setRoom(bytes);
  const { told: remembered, ...listener } = rememberer(nothingTold);
  const codes = await fill(machine, listener, seed);
  const strange = codes.find((code) => !told.has(code));
  if (strange !== undefined) return `refused with ${strange}`;
  const roomy = boot({ files: machine.disk.afterKill(), keychain: machine.kept() }, clock);
  return recover(roomy.open(), remembered(), () => sourceOf(roomy));
};

/**
 * Volumes that are full after so many bytes, from none on, every `step`: the desk says so, and once there is room it opens with everything that
 * it had acknowledged.
 */
export const full = (name: string, from: number, to: number, step: number, seed: number): Promise<Trial> =>
  hurriedly(async () => {
    let [tried, lost] = [0, 0];
    let example: string | null = null;
    for (let bytes = from; bytes < to; bytes += step) {
      const wrong = await tryVolume(bytes, seed);
      tried += 1;
      if (wrong !== null) lost += 1;
      example ??= wrong && `${bytes} bytes: ${wrong}`;
    }
    return { name, tried, survived: tried - lost, lost, seed, example };
  });
