import { parseVerifierKey } from '../../../electron/evidence/note.js';
import { scanSegment } from '../../../electron/evidence/scan.js';
import { expiredBy, segmentName } from '../../../electron/evidence/segment.js';
import { verifyJournal } from '../../../electron/evidence/verify.js';
import { Withheld } from '../../../electron/main/audit/disclosure.js';
import type { StoredEntry } from '../../../electron/main/audit/entry.js';
import { unseal } from '../../../electron/main/audit/seal.js';
import type { Source } from '../../../electron/evidence/seal.js';
import type { FaultDesk } from '../fault-desk.js';
import type { Acknowledged, Told } from './told.js';

const allOf = async (desk: FaultDesk): Promise<readonly StoredEntry[]> => {
  const entries: StoredEntry[] = [];
  for (;;) {
    const page = await desk.audit.stored(entries.at(-1)?.seq ?? 0, 1000);
    if (!page.ok || page.value.length === 0) return entries;
    entries.push(...page.value);
  }
};

/** What the desk owes of an entry that it acknowledged; null when it is all there. */
const wrongWith = async (
  desk: FaultDesk,
  erased: ReadonlyMap<string, number | null>,
  [seq, { outcome, person, month }]: readonly [number, Acknowledged],
  entry: StoredEntry | undefined,
): Promise<string | null> => {
  if (entry?.outcome !== outcome) return `entry ${seq} is lost`;
  const pseudonyms = await desk.audit.pseudonyms(new Withheld({ id: person }), [month]);
  if (!pseudonyms.ok || pseudonyms.value[0] !== entry.subject) return `nobody can tell whom entry ${seq} is about`;
  const key = desk.keys.subjectKeys().get(desk.keys.subjectName(person) ?? '');
  const opens = key !== undefined && unseal(entry.sealed ?? '', key)?.['identifier'] === person;
  const erasedTo = erased.get(person);
  if (erasedTo === undefined && !opens) return `what is sealed in entry ${seq} is lost`;
  return typeof erasedTo === 'number' && seq <= erasedTo && opens ? `what was erased in entry ${seq} opens` : null;
};

/** What was removed went rightly: somebody asked for it, and an entry that is there tells of it. */
const wrongBefore = (first: number, told: Told, entries: readonly StoredEntry[]): string | null => {
  if (first === 1) return null;
  const isTold = entries.some((entry) => (expiredBy(entry)?.seq ?? 0) >= first - 1);
  return told.retained && isTold ? null : `the entries before ${first} are gone`;
};

const verdictOn = async (source: Source, key: string): Promise<string | null> => {
  const pinned = parseVerifierKey(key);
  const scan = async (number: number) => {
    const bytes = source.read(segmentName(number)) ?? Buffer.alloc(0);
    return scanSegment(number, Buffer.concat([Buffer.alloc(1), bytes]));
  };
  const report = await verifyJournal({ source, scan, keys: pinned ? [pinned] : [] });
  return report.sound ? null : `the verifier says ${JSON.stringify(report)}`;
};

/** Why a desk that is opened on these remains is not usable; null when it is, whole and judged, and takes an entry. */
const refusalOf = async (desk: FaultDesk): Promise<string | null> => {
  const keys = await desk.keys.open();
  const ready = keys.ok ? await desk.audit.mayDisclose() : keys;
  const recorded = ready.ok ? await desk.audit.record({ type: 'desk.started' }) : ready;
  const vouched = recorded.ok ? await desk.evidence.vouch() : recorded;
  if (vouched.ok) return null;
  const reasons = (await allOf(desk)).flatMap(({ type, reason }) => (type === 'journal.refused' ? [reason] : []));
  return `refused: ${vouched.error.code} ${reasons.join()}`;
};

/**
 * Opens a desk on what a crash left, and holds it against what it had told; null when all of that is so, and it goes on.
 * @param left the journal's files, asked for once the desk is closed
 */
export const recover = async (desk: FaultDesk, told: Told, left: () => Source): Promise<string | null> => {
  const refusal = await refusalOf(desk);
  if (refusal) return refusal;
  const entries = await allOf(desk);
  const { first } = desk.audit;
  const wrong = told.disorder ?? wrongBefore(first, told, entries);
  if (wrong) return wrong;
  const bySeq = new Map(entries.map((entry) => [entry.seq, entry]));
  const erased = new Map(told.erased);
  for (const each of told.entries) {
    const lost = each[0] < first ? null : await wrongWith(desk, erased, each, bySeq.get(each[0]));
    if (lost) return lost;
  }
  await desk.audit.close();
  return told.key === null ? null : verdictOn(left(), told.key);
};
