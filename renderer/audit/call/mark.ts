import type { EntryType } from '../../../shared/audit-entry.js';
import { didHold, proofOf } from '../../../shared/counted.js';
import type { IndexedEntry } from '../../read-model/block.js';

/** What an entry is to whoever reads a call: that it went well, that something was shown or refused, or one step among others. */
export type Mark = 'good' | 'bad' | 'shown' | 'step';

const marks: Partial<Record<EntryType, Mark>> = {
  'call.verified': 'good',
  'subject.locked': 'bad',
  'bypass.asked': 'bad',
  'call.bypassed': 'bad',
  'flag.raised': 'bad',
  'operation.refused': 'bad',
  'request.failed': 'bad',
  'field.revealed': 'shown',
  'field.copied': 'shown',
  'fields.disclosed': 'shown',
};

const isBad = new Set(['failed', 'suspected-fraud']);

export const markOf = (entry: IndexedEntry): Mark => {
  const proof = proofOf(entry);
  if (proof !== null) return didHold(proof) ? 'step' : 'bad';
  return isBad.has(entry.outcome ?? '') ? 'bad' : (marks[entry.type] ?? 'step');
};
