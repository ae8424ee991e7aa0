import type { AuditEntry } from '../../../shared/audit-entry.js';
import { ok, type Result } from '../../../shared/result.js';
import type { AuditLog } from '../audit/audit-log.js';
import { breathe } from '../turns/breathe.js';
import { createTurns } from '../turns/turns.js';

/** So few that others get their turn before anybody notices; the journal reads them in chunks of its own. */
const pageSize = 250;

/** Reads the journal once, a page at a time: the last days first, then what is appended, and what is older where somebody asks. */
export interface JournalReader {
  /** Reads on to the head as it is when asked. The first time it begins with the entries since then. Fails as the journal does. */
  catchUp(): Promise<Result<void>>;
  /** Reads further back until that is enough or there is nothing before. */
  readBack(isEnough: (oldest: AuditEntry | null) => boolean): Promise<Result<void>>;
  /** Whether everything back to the first entry is read, and told. */
  readonly isWhole: boolean;
}

interface ReaderParts {
  readonly audit: Pick<AuditLog, 'first' | 'head' | 'open' | 'page'>;
  /** RFC 3339; the entries of a page that are older do not keep it from being read, only the page before it. */
  readonly since: () => string;
  /** In the journal's order, from the first entry read forward. */
  readonly onEntry: (entry: AuditEntry) => void;
  /** In no order. */
  readonly onOlder: (entry: AuditEntry) => void;
}

export const createJournalReader = ({ audit, since, onEntry, onOlder }: ReaderParts): JournalReader => {
  /** Numbers of the entries around what is read: everything after `before`, to `to`. */
  let before: number | null = null;
  let to = 0;
  let hasCaughtUp = false;
  let oldest: AuditEntry | null = null;
  const inTurn = createTurns();

  /** Before the first entry that is left there is nothing to read. */
  const pageBegin = (end: number): number => Math.max(audit.first - 1, end - pageSize);
  const isAtFirst = (): boolean => before !== null && before < audit.first;

  const pageBefore = async (end: number): Promise<Result<readonly AuditEntry[]>> => {
    const begin = pageBegin(end);
    const page = await audit.page(begin, end - begin);
    await breathe();
    return page;
  };

  /** Finds the first page that is needed; its entries are read again in their order. */
  const begin = async (): Promise<Result<void>> => {
    // A journal that is not open yet has no head.
    const opened = await audit.open();
    if (!opened.ok) return opened;
    const wanted = since();
    let end = audit.head;
    while (end >= audit.first) {
      const page = await pageBefore(end);
      if (!page.ok) return page;
      if (page.value.every(({ time }) => time < wanted)) break;
      end = pageBegin(end);
      oldest = page.value[0] ?? oldest;
    }
    before = end;
    to = end;
    return ok(undefined);
  };

  const readOn = async (): Promise<Result<void>> => {
    if (before === null) {
      const begun = await begin();
      if (!begun.ok) return begun;
    }
    for (const head = audit.head; to < head;) {
      const page = await audit.page(to, pageSize);
      if (!page.ok) return page;
      page.value.forEach(onEntry);
      to = page.value.at(-1)?.seq ?? head;
      await breathe();
    }
    hasCaughtUp = true;
    return ok(undefined);
  };

  const onePageBack = async (): Promise<Result<void>> => {
    const end = before ?? 0;
    const page = await pageBefore(end);
    if (!page.ok) return page;
    page.value.forEach(onOlder);
    oldest = page.value[0] ?? oldest;
    before = pageBegin(end);
    return ok(undefined);
  };

  return {
    catchUp: () => inTurn(readOn),
    readBack: async (isEnough) => {
      let read = await inTurn(readOn);
      // A page is a turn: what waits to catch up need not wait for a long way back.
      while (read.ok && !isAtFirst() && !isEnough(oldest)) read = await inTurn(onePageBack);
      return read;
    },
    get isWhole() {
      return hasCaughtUp && isAtFirst();
    },
  };
};
