import type { AuditEntry } from '../../../shared/audit-entry.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { Policy } from '../policy/schema.js';
import type { GrowingPast } from './past.js';
import type { Register } from './register.js';
import { journalRules, rules, type JournalRule } from './rules.js';

interface FlagRaisingParts {
  readonly audit: Pick<AuditLog, 'record'>;
  readonly policy: Policy;
  readonly register: Register;
  readonly past: GrowingPast;
  /** RFC 3339; what is older is past, not asked about. */
  readonly since: () => string;
}

interface Asked {
  readonly rule: JournalRule;
  readonly entry: AuditEntry;
}

/**
 * Asks every rule about every entry. A flag that is on record already, from before a restart too, is not raised again; one that was
 * owed when the desk stopped is raised now. Nobody waits for a flag, and one that cannot be recorded is owed.
 */
export const createFlagRaising = ({ audit, policy, register, past, since }: FlagRaisingParts) => {
  let asked: Asked[] = [];
  let raised: Promise<unknown> = Promise.resolve();
  const underWay = new Set<string>();

  /** Rules that were not in force when somebody acted are not asked of what was done then. */
  const rulesFor = (entry: AuditEntry): readonly JournalRule[] =>
    entry.policy === policy.version ? journalRules.filter((rule) => rules[rule](entry, past, policy.watch)) : [];

  const raiseOne = async ({ rule, entry }: Asked): Promise<void> => {
    const key = `${rule} ${entry.call ?? ''}`;
    if (underWay.has(key) || register.has(rule, entry.call)) return;
    underWay.add(key);
    const recorded = await audit.record({ type: 'flag.raised', about: entry, reason: rule });
    if (!recorded.ok) underWay.delete(key);
  };

  return {
    /** Entries in the journal's order. */
    note: (entry: AuditEntry): void => {
      asked.push(...rulesFor(entry).map((rule) => ({ rule, entry })));
      past.add(entry);
    },
    /** To be called when all there is has been noted: the flag of an entry comes after it. */
    raise: (): void => {
      const oldest = since();
      const due = asked.filter(({ entry }) => entry.time >= oldest);
      asked = [];
      raised = Promise.all([raised, ...due.map(raiseOne)]);
    },
    /** Done when what was raised so far is on record, or could not be put there. */
    settled: (): Promise<unknown> => raised,
  };
};
