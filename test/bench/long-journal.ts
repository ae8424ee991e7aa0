import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifierKeyText } from '../../electron/evidence/note.js';
import { parseTree } from '../../electron/evidence/tree-file.js';
import { anchorBytes, anchorOf } from '../../electron/main/audit/anchor.js';
import type { Draft } from '../../electron/main/audit/entry.js';
import { draftOf, keyOf, makeJournal } from '../support/made-journal.js';
import { benchDesk, makeSubjectKeys, memoryKeychain, pause, quantile, timed } from './bench-desk.js';

const key = keyOf('desk');

/** Lays a journal of so many entries into a folder; answers the key that signed it. */
export const layJournal = (
  folder: string,
  entries: number,
  draft: (nth: number) => Draft = draftOf,
): { readonly folder: string; readonly key: string } => {
  const audit = join(folder, 'tunniste', 'audit');
  mkdirSync(audit, { recursive: true, mode: 0o700 });
  chmodSync(audit, 0o700);
  makeJournal({ entries, key, draft, put: (name, bytes) => writeFileSync(join(audit, name), bytes, { mode: 0o600 }) });
  return { folder: audit, key: verifierKeyText(key.public) };
};

/** The anchor of the journal in the folder. */
export const anchorIn = (folder: string): Uint8Array => {
  const trees = readdirSync(folder).filter((name) => name.endsWith('.tree'));
  const standing = parseTree(readFileSync(join(folder, trees.sort().at(-1) ?? '')));
  if (!standing) throw new Error('the journal has no tree');
  return anchorBytes(anchorOf(standing.tree));
};

const warmUp = 2000;

/** Milliseconds. What an entry costs, and opening the journal, where it is long and where it is short, in turns. */
export const benchAppendLong = async (folder: string, long: number, short: number, n: number) => {
  const desks = [];
  for (const entries of [long, short]) {
    const own = join(folder, `of-${entries}`);
    const keychain = memoryKeychain();
    // Keys first: a desk makes none beside a journal that it has already.
    await makeSubjectKeys(join(own, 'keys'), keychain, []);
    await keychain.set('anchor', anchorIn(layJournal(own, entries).folder));
    const from = performance.now();
    const desk = await benchDesk(own, key, keychain);
    desks.push({ ...desk, opening: performance.now() - from, times: [] as number[] });
  }
  for (let nth = 0; nth < warmUp + n; nth += 1) {
    for (const { record, times } of nth % 2 === 0 ? desks : [...desks].reverse()) {
      await pause();
      const time = await timed(() => record(`subject-${nth % 20}`));
      if (nth >= warmUp) times.push(time);
    }
  }
  for (const { close } of desks) await close();
  const [ours, bare] = desks.map(({ times, opening }) => ({
    median: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    opening,
  }));
  return { ours, bare, n };
};
