import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { disk, onDisk } from '../../../electron/main/audit/durable-file.js';
import { createKeychain } from '../../../electron/main/credentials/keychain.js';
import { createCursorStore } from '../../../electron/main/delivery/cursor-store.js';
import { openFolder } from '../../../electron/evidence/folder.js';
import { openFaultDesk } from '../fault-desk.js';
import { randomFrom } from '../random.js';
import { chapters, type Place } from '../story/chapters.js';
import { collectorUrl } from '../story/delivering.js';
import { recover } from '../story/recovering.js';
import { nothingTold, type Listener, type Told } from '../story/told.js';

/** The lines that a desk in a process of its own writes: a name of {@link Listener} and what it is given, or the clock. */
export type Line = readonly [keyof Listener | 'at' | 'failed', ...unknown[]];

/** At once, so that what was heard was also said. */
const say = (...line: Line): void => void writeSync(1, `${JSON.stringify(line)}\n`);

const listener: Listener = {
  acknowledged: (...given) => say('acknowledged', ...given),
  erasing: (...given) => say('erasing', ...given),
  erased: (...given) => say('erased', ...given),
  key: (...given) => say('key', ...given),
  retaining: () => say('retaining'),
  sent: (...given) => say('sent', ...given),
};

/** A place on this machine's disk and in its keychain. */
const placeIn = (base: string, at: Date): Place & { readonly journal: string } => {
  const clock = { at };
  const [journal, deliveryFolder] = [join(base, 'tunniste', 'audit'), join(base, 'tunniste', 'delivery')];
  const keychain = createKeychain({ service: `tunniste-fault ${base}` });
  const acknowledged = (): number => place.delivered;
  const ground = { files: disk, folder: journal, keyFolder: join(base, 'tunniste', 'keys'), keychain, acknowledged };
  const place = {
    clock,
    journal,
    delivered: 0,
    cursors: createCursorStore({ folder: deliveryFolder, place: onDisk.place }, collectorUrl),
    reach: async (effect: () => void) => effect(),
    open: () => openFaultDesk({ ...ground, now: () => clock.at }),
  };
  return place;
};

const order = ['works', 'delivers', 'works', 'erases', 'retains', 'works', 'rotates'] as const;

/** Does one thing after the other until somebody ends the process. */
const work = async (base: string, at: string, seed: number): Promise<void> => {
  const place = placeIn(base, new Date(at));
  const below = randomFrom(seed);
  for (;;) {
    const name = order[below(order.length)] ?? 'works';
    await chapters[name](place, listener, below);
    say('at', place.clock.at.toISOString());
  }
};

/** What each line asks: a place, when, and what was told there. Answers what is wrong with it, or null. */
const look = (): void => {
  createInterface({ input: process.stdin }).on('line', (line) => {
    const { base, at, told = nothingTold } = JSON.parse(line) as { base: string; at: string; told?: Told };
    const { journal, open } = placeIn(base, new Date(at));
    void recover(open(), told, () => openFolder(journal)).then((wrong) => console.log(JSON.stringify({ wrong })));
  });
};

const [what = '', base = '', at = '', seed = '0'] = process.argv.slice(2);
if (what === 'look') look();
else work(base, at, Number(seed)).catch((error: unknown) => say('failed', String(error)));
