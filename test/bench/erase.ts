import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootOf } from '../../electron/evidence/merkle.js';
import { segmentName } from '../../electron/evidence/segment.js';
import { disk } from '../../electron/main/audit/durable-file.js';
import type { StoredEntry } from '../../electron/main/audit/entry.js';
import { seal, unseal } from '../../electron/main/audit/seal.js';
import { createSealedTrail } from '../../electron/main/audit/sealed-trail.js';
import { treeAt } from '../../electron/main/audit/tree-at.js';
import { createErasure } from '../../electron/main/erasure/erasure.js';
import { ok } from '../../shared/result.js';
import { forms } from '../support/canary-search.js';
import { draftOf, keyOf } from '../support/made-journal.js';
import { benchDesk, makeSubjectKeys, memoryKeychain, quantile, timed } from './bench-desk.js';
import { anchorIn, layJournal } from './long-journal.js';

/** Who stands at the beginning of the journal alone, so that all of it has to be read to find them. */
const persons = 5;
const others = 5000;
const erasedName = (nth: number): string => `canary-erased-${nth}`;
const pseudonymOf = (nth: number): string => `erased-${nth}`.padEnd(43, 'A');

/** Entries sealed under the keys of so many people, as a desk seals them. */
const sealedDraft = (keyOfSubject: (id: string) => Uint8Array) => (nth: number) => {
  const draft = draftOf(nth);
  const person = nth < 100 * persons ? nth % persons : null;
  const id = person === null ? `subject-${nth % others}` : erasedName(person);
  const sealed = seal({ identifier: `${id}@acme.example` }, keyOfSubject(id), null);
  return { ...draft, sealed, ...(person !== null && { subject: pseudonymOf(person) }) };
};

/** How many sealed parts about an erased person any key that is left still opens. */
const stillOpen = (folder: string, keys: ReadonlyMap<string, Uint8Array>): number => {
  const lines = readFileSync(join(folder, segmentName(1)), 'utf8')
    .split('\n')
    .slice(0, 100 * persons);
  const sealed = lines.map((line) => (JSON.parse(line) as StoredEntry).sealed ?? '');
  return sealed.filter((part, nth) => nth < 10 * persons && [...keys.values()].some((key) => unseal(part, key))).length;
};

const holds = (bytes: Buffer, text: string): boolean => forms(text).some((form) => bytes.includes(form));

/** How many files of these folders hold a text, in any form. */
const filesWith = (text: string, folders: readonly string[]): number =>
  folders
    .flatMap((each) => readdirSync(each).map((name) => join(each, name)))
    .filter((path) => holds(readFileSync(path), text)).length;

/** Seconds. Erases people from a journal of so many entries; tells the root before and after, and what of them is left. */
export const benchErase = async (folder: string, entries: number) => {
  const keychain = memoryKeychain();
  const keyFolder = join(folder, 'keys');
  const ids = Array.from({ length: others }, (_, nth) => `subject-${nth}`);
  const all = [...ids, ...Array.from({ length: persons }, (_, nth) => erasedName(nth))];
  const made = await makeSubjectKeys(keyFolder, keychain, all);
  const laid = layJournal(
    folder,
    entries,
    sealedDraft((id) => made.get(id) ?? new Uint8Array(32)),
  );
  await keychain.set('anchor', anchorIn(laid.folder));
  const desk = await benchDesk(folder, keyOf('desk'), keychain);
  const nothing = { isWaiting: async () => ok(false), forget: async () => ok(undefined) };
  const erasure = createErasure({
    ...{ audit: desk.audit, keys: desk.keys, requests: nothing, isCalling: () => false, now: () => new Date() },
    trail: createSealedTrail(disk, laid.folder),
  });
  const root = async (): Promise<string> => {
    const tree = await treeAt(disk, laid.folder, entries);
    return tree ? rootOf(tree) : '';
  };
  const before = { root: await root(), open: stillOpen(laid.folder, desk.keys.subjectKeys()) };
  const times: number[] = [];
  for (let nth = 0; nth < persons; nth += 1) {
    times.push(
      await timed(async () => {
        const erased = await erasure.handlers.eraseSubject({ subject: pseudonymOf(nth), ground: 'law' });
        if (!erased.ok) throw new Error(erased.error.code);
      }),
    );
  }
  const after = { root: await root(), open: stillOpen(laid.folder, desk.keys.subjectKeys()) };
  const raw = filesWith('canary-erased', [laid.folder, keyFolder]);
  await desk.close();
  return { seconds: quantile(times, 1) / 1000, n: persons, before, after, raw };
};
