import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { disk } from '../../electron/main/audit/durable-file.js';
import { seal } from '../../electron/main/audit/seal.js';
import { createSealedTrail } from '../../electron/main/audit/sealed-trail.js';
import { createSubjectTrail } from '../../electron/main/audit/subject-trail.js';
import { createReports } from '../../electron/main/reports/reports.js';
import { ok } from '../../shared/result.js';
import { draftOf, keyOf } from '../support/made-journal.js';
import { benchDesk, makeSubjectKeys, memoryKeychain, quantile, timed } from './bench-desk.js';
import { anchorIn, layJournal } from './long-journal.js';
import { outsideOf } from './outside.js';

const others = 5000;
/** The person stands in every so many entries, and each month under another pseudonym. */
const every = 1000;
const months = 24;
const person = 'reported';
const pseudonymOf = (month: number): string => `reported-${month}`.padEnd(43, 'A');
const rounds = 3;

const draftFor = (keys: ReadonlyMap<string, Uint8Array>, entries: number) => (nth: number) => {
  const isTheirs = nth % every === 0;
  const id = isTheirs ? person : `subject-${nth % others}`;
  const sealed = seal({ identifier: `${id}@acme.example` }, keys.get(id) ?? new Uint8Array(32), null);
  const theirs = { type: 'lookup.answered', subject: pseudonymOf(Math.floor((nth / entries) * months)) } as const;
  return { ...draftOf(nth), sealed, ...(isTheirs && theirs) };
};

/** Seconds. Answers a person out of a journal of so many entries, from the asking to the file; tells how many of their entries are in it. */
export const benchReport = async (folder: string, entries: number) => {
  const keychain = memoryKeychain();
  const ids = [person, ...Array.from({ length: others }, (_, nth) => `subject-${nth}`)];
  const laid = layJournal(
    folder,
    entries,
    draftFor(await makeSubjectKeys(join(folder, 'keys'), keychain, ids), entries),
  );
  await keychain.set('anchor', anchorIn(laid.folder));
  const desk = await benchDesk(folder, keyOf('desk'), keychain);
  const sealed = createSealedTrail(disk, laid.folder);
  const path = join(folder, 'report.json');
  const { handlers } = createReports({
    ...outsideOf(path),
    audit: desk.audit,
    keyOf: async (pseudonym) => {
      const whose = await sealed.whose(pseudonym, desk.keys.subjectKeys());
      return whose.ok ? ok(desk.keys.subjectKeys().get(whose.value ?? '') ?? null) : whose;
    },
    trail: createSubjectTrail(disk, laid.folder),
    journal: () => ({ origin: '', key: '', isWarning: () => false, proofs: async () => ok(new Map()) }),
  });
  const asked = { person: '', language: 'en', format: 'json', withNames: false } as const;
  const times: number[] = [];
  for (let nth = 0; nth < rounds; nth += 1) {
    times.push(
      await timed(async () => {
        // By the oldest pseudonym, which is found last.
        const saved = await handlers.saveSubjectReport({ ...asked, subject: pseudonymOf(0) });
        if (!saved.ok) throw new Error(saved.error.code);
      }),
    );
  }
  const { deeds } = JSON.parse(readFileSync(path, 'utf8')) as { deeds: { call: string | null }[] };
  await desk.close();
  const told = deeds.filter(({ call }) => call !== null).length;
  return { seconds: quantile(times, 1) / 1000, n: rounds, told, expected: entries / every };
};
