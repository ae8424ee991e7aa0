import type { DeskEvent } from '../../../shared/desk-state.js';
import { fail, ok, type Result } from '../../../shared/result.js';
import { ruleIds, type NoticeView } from '../../../shared/watch.js';
import type { Session } from '../access/session.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { Policy } from '../policy/schema.js';
import type { JournalReader } from './reader.js';
import type { Register } from './register.js';

/** Changes with the product's own words about what is recorded and watched. */
const edition = '1';

interface NoticeParts {
  readonly audit: Pick<AuditLog, 'record'>;
  readonly policy: Pick<Policy, 'notice'>;
  readonly register: Register;
  readonly catchUp: () => Promise<Result<void>>;
  readonly readBack: JournalReader['readBack'];
  readonly isWhole: () => boolean;
  readonly emit: (event: DeskEvent) => void;
}

/** Agents are told that they are recorded and watched, and accept it once for each version of the words. The last acceptance counts. */
export const createNotice = ({ audit, policy, register, catchUp, readBack, isWhole, emit }: NoticeParts) => {
  const version = [edition, ...(policy.notice ? [policy.notice.version] : [])].join('+');
  const lookedFor = new Set<string>();

  const isAccepted = async (agent: string): Promise<Result<boolean>> => {
    const read = await readBack(() => register.accepted(agent) !== undefined);
    return read.ok ? ok(register.accepted(agent) === version) : read;
  };

  /** The window need not wait: it is told when the journal has answered. */
  const lookFor = async (agent: string): Promise<void> => {
    if (lookedFor.has(agent)) return;
    lookedFor.add(agent);
    const found = await isAccepted(agent);
    if (found.ok) emit({ kind: 'state' });
    else lookedFor.delete(agent);
  };

  const known = (agent: string): boolean | null => {
    const accepted = register.accepted(agent);
    if (accepted !== undefined) return accepted === version;
    if (isWhole()) return false;
    void lookFor(agent);
    return null;
  };

  return {
    isAccepted,
    view: (session: Session | null): NoticeView | null =>
      session && {
        version,
        text: policy.notice?.text ?? null,
        accepted: known(session.agent),
        rules: ruleIds.filter((rule) => rule !== 'same-surname' || session.person.familyName !== null),
      },
    accept: async (session: Session | null): Promise<Result<{ version: string }>> => {
      if (!session) return fail('not-signed-in');
      const before = await isAccepted(session.agent);
      if (!before.ok) return before;
      if (!before.value) {
        const recorded = await audit.record({ type: 'notice.accepted', outcome: version });
        if (!recorded.ok) return recorded;
        const read = await catchUp();
        if (!read.ok) return read;
      }
      emit({ kind: 'state' });
      return ok({ version });
    },
  };
};
