import { proofText } from '../../../evidence/proof.js';
import type { JournalFormat } from '../../../../shared/report.js';
import { ok, type Result } from '../../../../shared/result.js';
import type { AuditLog } from '../../audit/audit-log.js';
import type { LineProof } from '../../audit/checkpoints.js';
import type { StoredEntry } from '../../audit/entry.js';
import type { JournalLine } from '../../audit/journal-page.js';
import { byteOrderMark, csvLine } from '../csv.js';
import { readAll, type Make } from '../making.js';
import { createOcsf, type OcsfParts } from './ocsf.js';

export interface JournalReportParts extends OcsfParts {
  readonly audit: Pick<AuditLog, 'head' | 'lines'>;
  /** By the number of the entry that each proves. Fails as the disk does. */
  readonly proofs: () => Promise<Result<ReadonlyMap<number, LineProof>>>;
}

/** How entries become text. */
interface Form {
  readonly begin: string;
  entry(line: JournalLine): string;
}

const columns = [
  ...(['seq', 'time', 'type', 'call', 'agent', 'role', 'desk', 'app', 'policy'] as const),
  ...(['purpose', 'ticket', 'subject', 'fields', 'outcome', 'reason', 'drill', 'id'] as const),
];

const csvCell = (entry: StoredEntry, column: (typeof columns)[number]): string | number | null => {
  if (column === 'fields') return entry.fields.join(' ');
  if (column === 'drill') return entry.drill ? 'drill' : null;
  return entry[column];
};

const csvForm = (): Form => ({
  begin: byteOrderMark + csvLine([...columns, 'prev', 'sha256']),
  entry: ({ entry, hash }) => csvLine([...columns.map((column) => csvCell(entry, column)), entry.prev, hash]),
});

const ocsfForm = (parts: OcsfParts, proofs: ReadonlyMap<number, LineProof>): Form => {
  const ocsf = createOcsf(parts);
  return {
    begin: '',
    entry: (read) => {
      const proof = proofs.get(read.entry.seq);
      const text = proof && proofText({ ...proof, line: Buffer.from(read.line) });
      return ocsf.entry(read) + (text ? ocsf.checkpoint(read, text) : '');
    },
  };
};

/** Where the first entry is that is not older than that day; behind the last one when there is none. */
const firstFrom = (page: readonly JournalLine[], from: string | null): number => {
  const first = page.findIndex(({ entry }) => from === null || entry.time >= from);
  return first === -1 ? page.length : first;
};

/**
 * The journal for an auditor, up to the entry that is the last when it begins: this report's own.
 * @param from a day, `2026-11-22`, UTC: what was recorded before it is left out, but nothing after the first entry that is not
 */
export const journalReport =
  (parts: JournalReportParts, format: JournalFormat, from: string | null): Make =>
  async ({ write, goesOn }) => {
    const { audit } = parts;
    const proofs = await parts.proofs();
    if (!proofs.ok) return proofs;
    const form = format === 'csv' ? csvForm() : ocsfForm(parts, proofs.value);
    let entries = 0;
    await write(form.begin);
    const read = await readAll(audit.lines, audit.head, goesOn, async (page) => {
      const wanted = entries > 0 ? page : page.slice(firstFrom(page, from));
      await write(wanted.map(form.entry).join(''));
      entries += wanted.length;
    });
    return read.ok ? ok(entries) : read;
  };
