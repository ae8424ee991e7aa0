import type { AuditEntry } from '../../../shared/audit-entry.js';
import type { RuleId } from '../../../shared/watch.js';
import type { Policy } from '../policy/schema.js';
import { isOutside } from './local-time.js';
import type { Past } from './past.js';
import { isNoMatch, isWrongAnswer } from './wrong-answer.js';

/** Whether this entry, after that past, is what the rule asks about. Pure. */
type Rule = (entry: AuditEntry, past: Past, policy: Policy['watch']) => boolean;

/** Those that the journal alone can tell. The other two need the subject's values, which it does not hold; see choice.ts. */
export type JournalRule = Exclude<RuleId, 'own-record' | 'same-surname'>;

/** How many searches found somebody and were followed by the next search, or the end of the call, without anybody being chosen. */
const unselected = (entries: readonly AuditEntry[]): number => {
  const open = new Set<string | null>();
  let count = 0;
  for (const { type, call, outcome } of entries) {
    if (type === 'lookup.answered' && outcome === 'found') open.add(call);
    if (type === 'subject.chosen') open.delete(call);
    if ((type === 'lookup.requested' || type === 'call.closed') && open.delete(call)) count += 1;
  }
  return count;
};

const leavesSearch = (before: readonly AuditEntry[], entry: AuditEntry): boolean =>
  (entry.type === 'lookup.requested' || entry.type === 'call.closed') &&
  unselected([...before, entry]) > unselected(before);

/** The phone on file is out of reach: the call-back failed, or the number is so new that it is not called. */
const isLostPhone = ({ type, outcome, reason }: AuditEntry): boolean =>
  (type === 'factor.finished' && outcome === 'call-back' && reason !== 'reached') ||
  (type === 'claims.compared' && reason === 'phone-changed');

const isByCallBack = ({ type, outcome }: AuditEntry): boolean =>
  type === 'call.verified' && (outcome ?? '').split('+').includes('call-back');

/** The reset is opened: proven by something, or closed as resolved by an agent who did it without the desk. */
const opensReset = ({ type, outcome }: AuditEntry): boolean =>
  type === 'call.verified' || (type === 'call.closed' && outcome === 'resolved');

export const rules: Readonly<Record<JournalRule, Rule>> = {
  'repeated-subject': (entry, past) =>
    entry.type === 'subject.chosen' &&
    past
      .ofSubject(entry)
      .some(
        ({ type, agent, call, ticket }) =>
          type === 'subject.chosen' && agent === entry.agent && call !== entry.call && ticket === entry.ticket,
      ),

  // These two ask once a day: at the entry that reaches the threshold.
  'searches-without-selection': (entry, past, { searchesWithoutSelection }) => {
    // The call is short and the day is long: most entries need not look at the day.
    if (!leavesSearch(past.ofCall(entry), entry)) return false;
    const before = past.ofDay(entry);
    return unselected(before) + 1 === searchesWithoutSelection && leavesSearch(before, entry);
  },
  'failed-compares': (entry, past, { failedCompares }) =>
    isNoMatch(entry) && past.ofDay(entry).filter(isNoMatch).length + 1 === failedCompares,

  'outside-hours': (entry, { local }, { hours }) =>
    entry.type === 'call.started' && isOutside(hours, local(entry.time)),

  'over-budget': ({ type, reason }) =>
    type === 'budget.extended' || (type === 'operation.refused' && reason === 'budget-exceeded'),

  'subject-under-attack': (entry, past, { failuresOnSubject }) =>
    isWrongAnswer(entry) && past.ofSubject(entry).filter(isWrongAnswer).length + 1 >= failuresOnSubject,

  bypass: ({ type }) => type === 'call.bypassed',

  // Whoever is pressed by a caller is not the one to give that caller more tries.
  'own-unlock': (entry, past) =>
    entry.type === 'subject.unlocked' &&
    past.ofCall(entry).some(({ type, agent }) => type === 'call.started' && agent === entry.agent),

  'lost-phone-reset': (entry, past, { resetPurposes }) => {
    if (!opensReset(entry) || isByCallBack(entry) || !resetPurposes.includes(entry.purpose ?? '')) return false;
    const call = new Set(past.ofCall(entry));
    const before = past.ofSubject(entry).filter((each) => call.has(each));
    return before.some(isLostPhone) && !before.slice(before.findLastIndex(isLostPhone)).some(isByCallBack);
  },
};

export const journalRules = Object.keys(rules) as JournalRule[];

/** Whether the rule is about what the agent did. The others are about what was done to a subject, by whoever called. */
export const isAboutAgent = (rule: RuleId): boolean => rule !== 'subject-under-attack' && rule !== 'lost-phone-reset';
