import { basename } from 'node:path';
import type { OperationName } from '../../../shared/contract.js';
import type { ReportFormat, ReportKind, ReportSaved } from '../../../shared/report.js';
import { fail, ok, type Failure, type Result } from '../../../shared/result.js';
import type { AuditLog, Step } from '../audit/audit-log.js';
import { diskFailure } from '../audit/disk-failure.js';
import type { GrowingFile } from '../audit/durable-file.js';
import type { EntryType } from '../../../shared/audit-entry.js';
import type { Make } from './making.js';
import { createOutlet } from './outlet.js';

export interface SavingParts {
  readonly audit: Pick<AuditLog, 'record'>;
  /** Has the person at the desk choose a place; null when they would rather not. */
  readonly askWhere: (file: SuggestedFile) => Promise<string | null>;
  /** Begins the file that goes there. @throws the file system's error */
  readonly grow: (path: string) => Promise<GrowingFile>;
  /** Why whoever is signed in may not do this, now. */
  readonly whyNot: (operation: OperationName) => Failure | null;
  readonly agent: () => string | null;
  readonly tell: (progress: { readonly done: number; readonly of: number }) => void;
}

/** `name` is without its ending. */
export interface SuggestedFile {
  readonly name: string;
  readonly format: ReportFormat;
}

export interface Wanted extends SuggestedFile {
  readonly operation: OperationName;
  readonly kind: ReportKind;
  /** A pseudonym, where it is about one person. */
  readonly subject: string | null;
  /** Has somebody else agree to it. */
  readonly approve?: (signal: AbortSignal) => Promise<Result<void>>;
  readonly make: Make;
}

/** An entry about a report that is wanted. */
export const stepAbout = (type: EntryType, { kind, format, subject }: Omit<Wanted, 'make'>): Step => ({
  type,
  outcome: `${kind}+${format}`,
  about: { call: null, purpose: null, ticket: null, subject },
});

const fileFailure = (cause: unknown): { ok: false; error: Failure } => {
  const failed = diskFailure(cause, 'report-unwritable');
  return failed.error.code === 'disk-low' ? fail('report-disk-full') : failed;
};

const nothingSaved = ok({ name: null, entries: 0 });
const nothing = (): void => undefined;

/** By whoever asked for it, also while somebody else was waited for. */
const isCancelled = ({ code }: Failure): boolean => code === 'report-cancelled' || code === 'sign-in-cancelled';

/**
 * Puts reports into files, one at a time. That a report is asked for is on record before anything is made of it, and the hash of the file
 * before the file is there under its name. It ends with the whole file or with none: cancelled, the desk locked, the disk full.
 */
export const createSaving = ({ audit, askWhere, grow, whyNot, agent, tell }: SavingParts) => {
  let running: AbortController | null = null;
  /** Done when nothing is left to be written or dropped. */
  let writing: Promise<unknown> = Promise.resolve();

  const write = async (path: string, wanted: Wanted, whyStop: () => Failure | null): Promise<Result<ReportSaved>> => {
    const file = await grow(path);
    let isPlaced = false;
    try {
      const outlet = createOutlet(file);
      const goesOn = (done: number, of: number): boolean => {
        tell({ done, of });
        return whyStop() === null;
      };
      const made = await wanted.make({ write: outlet.write, goesOn });
      if (!made.ok) return made;
      await outlet.flush();
      await file.settle();
      const stop = whyStop();
      if (stop) return { ok: false, error: stop };
      const step = { ...stepAbout('report.written', wanted), reason: `sha256:${outlet.digest()}` };
      const recorded = await audit.record(step);
      if (!recorded.ok) return recorded;
      await file.place();
      isPlaced = true;
      return ok({ name: basename(path), entries: made.value });
    } catch (cause) {
      return fileFailure(cause);
    } finally {
      if (!isPlaced) await file.drop();
    }
  };

  const saveAt = async (
    path: string,
    wanted: Wanted,
    signal: AbortSignal,
    whyStop: () => Failure | null,
  ): Promise<Result<ReportSaved>> => {
    const asked = await audit.record(stepAbout('report.asked', wanted));
    if (!asked.ok) return asked;
    const approved = (await wanted.approve?.(signal)) ?? ok(undefined);
    const stop = whyStop();
    const failed = !approved.ok ? approved : stop && ({ ok: false, error: stop } as const);
    const saved = failed ?? (await write(path, wanted, whyStop).catch(fileFailure));
    if (saved.ok) return saved;
    const recorded = await audit.record({ ...stepAbout('report.dropped', wanted), reason: saved.error.code });
    return recorded.ok ? saved : recorded;
  };

  const saveOne = async (wanted: Wanted, { signal }: AbortController): Promise<Result<ReportSaved>> => {
    const who = agent();
    const whyStop = (): Failure | null => {
      if (signal.aborted) return { code: 'report-cancelled' };
      return whyNot(wanted.operation) ?? (agent() === who ? null : { code: 'session-ended' });
    };
    const path = await askWhere(wanted);
    if (path === null) return nothingSaved;
    const stop = whyStop();
    if (stop) return { ok: false, error: stop };
    const saving = saveAt(path, wanted, signal, whyStop);
    writing = saving.catch(nothing);
    const saved = await saving;
    return !saved.ok && isCancelled(saved.error) ? nothingSaved : saved;
  };

  /** Whether there was one to cancel. */
  const cancel = (): boolean => {
    const isRunning = running !== null;
    running?.abort();
    return isRunning;
  };

  return {
    /**
     * Fails with `report-under-way`, `report-unwritable`, `report-disk-full`, as approving or making it does, or as the record. That nobody
     * wants it after all is no failure.
     */
    save: async (wanted: Wanted): Promise<Result<ReportSaved>> => {
      if (running) return fail('report-under-way');
      const mine = (running = new AbortController());
      return saveOne(wanted, mine).finally(() => (running = null));
    },
    cancel,
    /** Leaves nothing half written. A dialog that is still open is not waited for. */
    stop: async (): Promise<void> => {
      cancel();
      await writing;
    },
  };
};
