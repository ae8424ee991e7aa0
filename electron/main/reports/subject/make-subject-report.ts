import type { RequestOf } from '../../../../shared/contract.js';
import { fail, ok, type Result } from '../../../../shared/result.js';
import type { Key } from '../../audit/key-ring.js';
import type { OpenedEntry, SubjectTrail } from '../../audit/subject-trail.js';
import type { Make, Making } from '../making.js';
import { subjectJson } from './json.js';
import { pageStyle, subjectPage } from './page.js';
import { deedsOf, type SubjectReport } from './subject-report.js';

/** A page that stands for itself, and its style. */
export interface PrintedPage {
  readonly html: string;
  readonly css: string;
}

export interface SubjectReportParts {
  /** The key of whomever a pseudonym is of; null when nothing about them can be opened. Fails as the keys or the journal do. */
  readonly keyOf: (pseudonym: string) => Promise<Result<Key | null>>;
  readonly trail: SubjectTrail;
  readonly organisation: string;
  /** IANA; the desk's own when it is left out. */
  readonly timeZone: string | undefined;
  /** Prints a page as a PDF. Fails with `report-unprintable`. */
  readonly print: (page: PrintedPage) => Promise<Result<Uint8Array>>;
  readonly now: () => Date;
}

type Asked = RequestOf<'saveSubjectReport'>;

const found = async (
  { keyOf, trail }: SubjectReportParts,
  subject: string,
  goesOn: Making['goesOn'],
): Promise<Result<{ readonly entries: readonly OpenedEntry[]; readonly isWhole: boolean }>> => {
  const key = await keyOf(subject);
  if (!key.ok) return key;
  const entries = await trail.about(subject, key.value, goesOn);
  return entries.ok ? ok({ entries: entries.value, isWhole: key.value !== null }) : entries;
};

/** Fails with `nothing-recorded` when nothing told is on record about the pseudonym, or as keys, journal and printing do. */
export const subjectReport =
  (parts: SubjectReportParts, { subject, person, language, format, withNames }: Asked): Make =>
  async ({ write, goesOn }) => {
    const about = await found(parts, subject, goesOn);
    if (!about.ok) return about;
    const deeds = deedsOf(about.value.entries, withNames);
    // The asking for this very report is one of them.
    if (deeds.every(({ type }) => type.startsWith('report.'))) return fail('nothing-recorded');
    const report: SubjectReport = {
      ...{ language, organisation: parts.organisation, person: person.trim(), withNames, deeds },
      made: parts.now().toISOString(),
      isWhole: about.value.isWhole,
    };
    if (format === 'json') await write(subjectJson(report));
    else {
      const pdf = await parts.print({ html: subjectPage(report, parts.timeZone), css: pageStyle });
      if (!pdf.ok) return pdf;
      await write(pdf.value);
    }
    return ok(deeds.length);
  };
