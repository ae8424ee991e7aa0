import type { AuditEntry } from '../../../shared/audit-entry.js';
import { reviewOutcomes, ruleIds, type FlagView, type ReviewOutcome, type RuleId } from '../../../shared/watch.js';
import { isAboutAgent } from './rules.js';

/** The flags, their reviews and the accepted notices, from entries in whichever order they are read. */
export interface Register {
  note(entry: AuditEntry): void;
  /** Whether this call already has this flag. */
  has(rule: RuleId, call: string | null): boolean;
  flag(id: string): FlagView | null;
  /** Newest first, those raised at that time or after it. */
  flags(since: string): readonly FlagView[];
  /** The version of the notice that the agent accepted last; undefined when no entry noted so far tells. */
  accepted(agent: string): string | null | undefined;
}

const oneOf = <Value extends string>(known: readonly Value[], value: string | null): Value | undefined =>
  known.find((each) => each === value);

/** Puts the entry there unless what is there already counts: the earlier or the later of the two. */
const settle = (table: Map<string, AuditEntry>, key: string, entry: AuditEntry, which: 'first' | 'last'): void => {
  const there = table.get(key);
  const counts = !there || (which === 'first' ? entry.seq < there.seq : entry.seq > there.seq);
  if (counts) table.set(key, entry);
};

export const createRegister = (): Register => {
  /** Several of the same rule and call are one. */
  const raised = new Map<string, AuditEntry>();
  const reviews = new Map<string, AuditEntry>();
  const notices = new Map<string, AuditEntry>();
  const keyOf = (rule: string | null, call: string | null): string => `${rule ?? ''} ${call ?? ''}`;

  const reviewOf = (id: string): FlagView['review'] => {
    const review = reviews.get(id);
    const outcome: ReviewOutcome | undefined = oneOf(reviewOutcomes, review?.outcome ?? null);
    return review && outcome ? { outcome, time: review.time, by: review.agent } : null;
  };
  const viewOf = ({ id, time, call, ticket, subject, agent, reason }: AuditEntry): FlagView[] => {
    const rule = oneOf(ruleIds, reason);
    if (!rule) return [];
    return [{ id, rule, time, call, ticket, subject, agent: isAboutAgent(rule) ? agent : null, review: reviewOf(id) }];
  };

  return {
    note: (entry) => {
      if (entry.type === 'flag.raised') settle(raised, keyOf(entry.reason, entry.call), entry, 'first');
      if (entry.type === 'flag.reviewed') settle(reviews, entry.reason ?? '', entry, 'last');
      if (entry.type === 'notice.accepted') settle(notices, entry.agent ?? '', entry, 'last');
    },
    has: (rule, call) => raised.has(keyOf(rule, call)),
    flag: (id) => [...raised.values()].filter((entry) => entry.id === id).flatMap(viewOf)[0] ?? null,
    flags: (since) =>
      [...raised.values()]
        .filter(({ time }) => time >= since)
        .sort((one, other) => other.seq - one.seq)
        .flatMap(viewOf),
    accepted: (agent) => notices.get(agent)?.outcome,
  };
};
