import type { AuditEntry } from '../../../shared/audit-entry.js';
import type { Policy } from '../policy/schema.js';

const hour = 60 * 60 * 1000;
const day = 24 * hour;

interface Spent {
  /** When, in order, in milliseconds of the budget's own time. */
  readonly lookups: readonly number[];
  readonly extendedAt: number;
  readonly sinceExtended: number;
}

const nothingSpent: Spent = { lookups: [], extendedAt: -Infinity, sinceExtended: 0 };

/** Each agent's lookups, counted from the journal. */
export interface Budget {
  /** Entries in the journal's order. */
  note(entry: AuditEntry): void;
  hasLeft(agent: string | null, now: Date): boolean;
}

/**
 * The budget's own time never goes back: it is the latest that any entry told. So a clock set back gives nothing, and what was looked
 * up by a clock that went wrong counts until the time is really past it, or a reason is written.
 */
export const createBudget = ({ lookupsPerHour, lookupsPerDay, extensionLookups }: Policy['limits']): Budget => {
  const agents = new Map<string, Spent>();
  let latest = -Infinity;
  const spentBy = (agent: string | null): Spent => agents.get(agent ?? '') ?? nothingSpent;

  return {
    note: ({ type, agent, time }) => {
      const now = (latest = Math.max(latest, Date.parse(time)));
      const spent = spentBy(agent);
      if (type === 'budget.extended') agents.set(agent ?? '', { ...spent, extendedAt: now, sinceExtended: 0 });
      if (type !== 'lookup.requested') return;
      const lookups = [...spent.lookups.filter((each) => each > now - day), now];
      agents.set(agent ?? '', { ...spent, lookups, sinceExtended: spent.sinceExtended + 1 });
    },
    hasLeft: (agent, asked) => {
      const now = Math.max(latest, asked.getTime());
      const { lookups, extendedAt, sinceExtended } = spentBy(agent);
      const within = (span: number): number => lookups.filter((each) => each > now - span).length;
      const extended = extendedAt > now - hour && sinceExtended < extensionLookups;
      return extended || (within(hour) < lookupsPerHour && within(day) < lookupsPerDay);
    },
  };
};
