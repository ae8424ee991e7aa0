import { createHash } from 'node:crypto';
import { hurriedly } from '../hurriedly.js';
import { randomFrom } from '../random.js';
import { lookAtSignaturesOnce } from '../signed-once.js';
import { chapters, type Chapter, type ChapterName } from '../story/chapters.js';
import { handOver } from '../story/delivering.js';
import { recover } from '../story/recovering.js';
import { nothingTold, rememberer, type Told } from '../story/told.js';
import { boot, nothingYet, sourceOf, type Clock, type Machine, type Remains } from './machine.js';
import type { Trial } from '../trial.js';

lookAtSignaturesOnce();

type Below = (below: number) => number;

/** A desk between two chapters. */
interface Standing {
  readonly remains: Remains;
  readonly told: Told;
  readonly at: Date;
}

const remainsOf = (machine: Machine): Remains => ({ files: machine.disk.afterKill(), keychain: machine.kept() });

/** Does a chapter, until the machine dies if it is to. */
const play = async (chapter: Chapter, from: Standing, below: Below, dieAfter: number | null) => {
  const clock: Clock = { at: from.at };
  const machine = boot(from.remains, clock);
  const { told, ...listener } = rememberer(from.told);
  if (dieAfter !== null) machine.disk.dieAfter(dieAfter);
  const isDone = await Promise.race([
    chapter(machine, listener, below).then(() => true),
    machine.disk.death.then(() => false),
  ]);
  return { machine, told: told(), clock, isDone };
};

/** What came before the chapter that is looked at. */
const before = async (name: ChapterName, below: Below): Promise<Standing> => {
  let standing: Standing = { remains: nothingYet, told: nothingTold, at: new Date('2026-01-05T10:00:00.000Z') };
  const others = (['works', 'erases', 'delivers', 'retains', 'rotates'] as const).filter((other) => other !== name);
  const history = [
    chapters.begins,
    ...Array.from({ length: 1 + below(2) }, () => chapters[others[below(others.length)] ?? 'works']),
  ];
  for (const chapter of name === 'begins' ? [] : history) {
    const { machine, told, clock } = await play(chapter, standing, below, null);
    standing = { remains: remainsOf(machine), told, at: clock.at };
  }
  return standing;
};

const cuts = 8;

/** What the end of the machine may leave: all that was done, nothing that was not synced, and others in between. */
const leftBy = ({ disk, kept }: Machine, below: Below): Remains[] => {
  const files = [disk.afterKill(), disk.afterPowerCut(() => 0)];
  for (let nth = 0; nth < cuts; nth += 1) files.push(disk.afterPowerCut(below));
  return files.map((each) => ({ files: each, keychain: kept() }));
};

const markOf = ({ files, keychain }: Remains): string => {
  const hash = createHash('sha256');
  for (const [name, bytes] of [...files, ...keychain]) hash.update(`${name}\n${bytes.length}\n`).update(bytes);
  return hash.digest('hex');
};

/** What the collector misses of what is there, or got out of its order, once it has the rest; null when it has everything. */
const deliverRest = async (machine: Machine, told: Told): Promise<string | null> => {
  const remembered = rememberer(told);
  const desk = machine.open();
  await desk.keys.open();
  const opened = await desk.audit.open();
  const handed = opened.ok ? await handOver(desk, machine, remembered) : opened;
  const { head } = desk.audit;
  await desk.audit.close();
  if (!handed.ok) return `nothing goes to the collector: ${handed.error.code}`;
  const { sent, disorder } = remembered.told();
  return disorder ?? (sent === head ? null : `the collector has ${sent} of ${head}`);
};

/**
 * Lets a desk die after every operation of a chapter, and one in four of those that come back die once more; tries what each leaves until so many
 * states are tried. The rest of a chapter is the same each time.
 */
export const crash = (name: ChapterName, states: number, seed: number): Promise<Trial> =>
  hurriedly(async () => {
    const seen = new Set<string>();
    let lost = 0;
    let example: string | null = null;

    const tryAll = async (dead: Machine, told: Told, clock: Clock, below: Below): Promise<Remains[]> => {
      const fresh = leftBy(dead, below).filter((each) => {
        const mark = markOf(each);
        return !seen.has(mark) && seen.add(mark);
      });
      for (const each of fresh.slice(0, states - seen.size + fresh.length)) {
        const machine = boot(each, { ...clock });
        const wrong =
          (await recover(machine.open(), told, () => sourceOf(machine))) ?? (await deliverRest(machine, told));
        if (wrong === null) continue;
        lost += 1;
        example ??= `${wrong}\nafter ${dead.disk.log.slice(-8).join(', ')}`;
      }
      return fresh;
    };

    for (let life = 0; seen.size < states; life += 1) {
      const below = randomFrom(seed + life * 7919);
      const standing = await before(name, below);
      const story = below(2 ** 31);
      let isDone = false;
      for (let operations = 1; !isDone && seen.size < states; operations += 1) {
        const died = await play(chapters[name], standing, randomFrom(story), operations);
        ({ isDone } = died);
        const left = await tryAll(died.machine, died.told, died.clock, below);
        const [again] = left.slice(below(left.length));
        if (!again || below(4) > 0) continue;
        const back: Standing = { remains: again, told: died.told, at: died.clock.at };
        const second = await play(chapters.works, back, below, 1 + below(80));
        await tryAll(second.machine, second.told, second.clock, below);
      }
    }
    return { name, tried: seen.size, survived: seen.size - lost, lost, seed, example };
  });
