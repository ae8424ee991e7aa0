import type { Handlers, RequestOf } from '../../../shared/contract.js';
import { fail, ok, type Result } from '../../../shared/result.js';
import { reasonLength, type FlagsView, type FlagView, type SubjectLockView } from '../../../shared/watch.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { JournalReader } from './reader.js';
import type { Register } from './register.js';

/** The most flags in one answer. */
const most = 500;

interface FlagReadingParts {
  readonly audit: Pick<AuditLog, 'record'>;
  readonly register: Register;
  readonly readBack: JournalReader['readBack'];
  readonly locks: () => readonly SubjectLockView[];
  /** RFC 3339; how far back flags are shown. */
  readonly since: () => string;
}

/** For supervisors: reading the flags is itself an entry, and so is each review, with its note sealed. A later review stands for an earlier one. */
export const createFlagReading = ({
  audit,
  register,
  readBack,
  locks,
  since,
}: FlagReadingParts): Pick<Handlers, 'readFlags' | 'reviewFlag'> => {
  const readAll = (): ReturnType<typeof readBack> => readBack((oldest) => oldest !== null && oldest.time < since());

  const review = async (flag: FlagView, { outcome, note }: RequestOf<'reviewFlag'>): Promise<Result<FlagView>> => {
    const { id, call, ticket, subject } = flag;
    const text = note?.trim();
    const recorded = await audit.record({
      type: 'flag.reviewed',
      about: { call, purpose: null, ticket, subject },
      outcome,
      reason: id,
      ...(text && { sealed: { note: text } }),
    });
    if (!recorded.ok) return recorded;
    const read = await readAll();
    if (!read.ok) return read;
    return ok(register.flag(id) ?? flag);
  };

  return {
    readFlags: async (): Promise<Result<FlagsView>> => {
      const recorded = await audit.record({ type: 'flags.read' });
      if (!recorded.ok) return recorded;
      const read = await readAll();
      if (!read.ok) return read;
      const flags = register.flags(since());
      return ok({ flags: flags.slice(0, most), more: flags.length > most, locks: locks() });
    },
    reviewFlag: async (request) => {
      if ((request.note?.trim().length ?? 0) > reasonLength.most) return fail('reason-invalid');
      const read = await readAll();
      if (!read.ok) return read;
      const flag = register.flag(request.id);
      return flag ? review(flag, request) : fail('flag-unknown');
    },
  };
};
