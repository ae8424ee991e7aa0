import type { AuditEntry } from '../../../shared/audit-entry.js';
import type { Handlers } from '../../../shared/contract.js';
import type { DeskEvent } from '../../../shared/desk-state.js';
import { fail, ok, type Result } from '../../../shared/result.js';
import type { NoticeView } from '../../../shared/watch.js';
import type { Session } from '../access/session.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { Withheld } from '../audit/disclosure.js';
import type { CallWatch } from '../call/call-watch.js';
import type { Policy } from '../policy/schema.js';
import type { Subject } from '../registry/subject.js';
import { createBudget } from './budget.js';
import { rulesOfChoice } from './choice.js';
import { createFlagReading } from './flag-reading.js';
import { createFlagRaising } from './flag-raising.js';
import { createLocalTime } from './local-time.js';
import { createLockRegister } from './lock-register.js';
import { createNotice } from './notice.js';
import { createPast } from './past.js';
import { createJournalReader } from './reader.js';
import { createRegister } from './register.js';
import { createUnlocking } from './unlocking.js';

export interface WatchParts {
  readonly audit: AuditLog;
  readonly policy: Policy;
  readonly session: () => Session | null;
  /** Done when the start of the desk is on record; nothing is read before it. */
  readonly started: Promise<unknown>;
  readonly emit: (event: DeskEvent) => void;
  readonly now?: () => Date;
}

export interface Watch {
  readonly call: CallWatch;
  readonly forAgents: Pick<Handlers, 'acceptNotice'>;
  readonly forSupervisors: Pick<Handlers, 'readFlags' | 'reviewFlag' | 'unlockSubject'>;
  notice(): NoticeView | null;
  /** To be told of every append. */
  follow(): void;
}

const day = 24 * 60 * 60 * 1000;

/** Flags, budgets and the notice: all computed from the journal, which alone survives a restart. */
export const createWatch = ({ audit, policy, session, started, emit, now = () => new Date() }: WatchParts): Watch => {
  const { repeatDays, hours } = policy.watch;
  const daysAgo = (days: number): string => new Date(now().getTime() - days * day).toISOString();
  const register = createRegister();
  const budget = createBudget(policy.limits);
  const locks = createLockRegister(policy.limits);
  const past = createPast(repeatDays, createLocalTime(hours.timeZone));
  const raising = createFlagRaising({ audit, policy, register, past, since: () => daysAgo(repeatDays) });
  const reader = createJournalReader({
    audit,
    since: () => daysAgo(repeatDays + 2), // no day of those looked at is a part of one
    onEntry: (entry: AuditEntry) => {
      if (entry.drill) return;
      register.note(entry);
      budget.note(entry);
      locks.note(entry);
      raising.note(entry);
    },
    onOlder: register.note,
  });

  const catchUp = async (): Promise<Result<void>> => {
    await started;
    const read = await reader.catchUp();
    if (read.ok) raising.raise();
    return read;
  };
  let following = false;
  const follow = (): void => {
    if (following) return;
    following = true;
    void started.then(() => {
      following = false;
      return catchUp();
    });
  };
  const readBack: typeof reader.readBack = async (isEnough) => {
    const read = await catchUp();
    return read.ok ? reader.readBack(isEnough) : read;
  };

  /** Every name under which the entries that are read may know the subject. This month's is among them: what comes next goes by it. */
  const pseudonymsOf = (subject: Withheld<Subject>): ReturnType<AuditLog['pseudonyms']> =>
    audit.pseudonyms(subject, [...new Set([...past.months(), now().toISOString().slice(0, 'yyyy-mm'.length)])]);

  const notice = createNotice({ audit, policy, register, catchUp, readBack, isWhole: () => reader.isWhole, emit });
  return {
    call: {
      mayStart: async () => {
        const who = session();
        if (!who) return fail('not-signed-in');
        const accepted = await notice.isAccepted(who.agent);
        if (!accepted.ok) return accepted;
        return accepted.value ? ok(undefined) : fail('notice-not-accepted');
      },
      mayLookUp: async () => {
        const read = await catchUp();
        if (!read.ok) return read;
        return budget.hasLeft(session()?.agent ?? null, now()) ? ok(undefined) : fail('budget-exceeded');
      },
      standing: async (subject) => {
        const read = await catchUp();
        if (!read.ok) return read;
        const known = await pseudonymsOf(subject);
        return known.ok ? ok(locks.standing(known.value, now())) : known;
      },
      ofChoice: async (call, subject) => {
        const read = await catchUp();
        if (!read.ok) return read;
        const known = await pseudonymsOf(subject);
        if (!known.ok) return known;
        past.unite(known.value);
        const person = session()?.person;
        const asked = person ? rulesOfChoice(person, subject) : [];
        const fresh = asked.filter((rule) => !register.has(rule, call));
        return ok(fresh.map((rule) => ({ type: 'flag.raised', subject, reason: rule })));
      },
    },
    forAgents: { acceptNotice: async () => notice.accept(session()) },
    forSupervisors: {
      unlockSubject: createUnlocking({ audit, locks, catchUp, now }),
      ...createFlagReading({
        audit,
        register,
        locks: () => locks.locks(now()),
        // What the last steps ask is among the flags that are read.
        readBack: async (isEnough) => {
          const read = await catchUp();
          await raising.settled();
          return read.ok ? readBack(isEnough) : read;
        },
        since: () => daysAgo(policy.watch.shownDays),
      }),
    },
    notice: () => notice.view(session()),
    follow,
  };
};
