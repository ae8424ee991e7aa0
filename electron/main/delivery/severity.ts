import type { EntryType } from '../../../shared/audit-entry.js';

/** What somebody who watches a collector may want to be told of. */
const warnings: ReadonlySet<EntryType> = new Set([
  'policy.refused',
  'session.refused',
  'keychain.refused',
  'operation.refused',
  'subject.locked',
  'bypass.asked',
  'call.bypassed',
  'flag.raised',
  'journal.cut',
  'journal.resumed',
  'delivery.begun',
  'delivery.failed',
]);

export const isWarning = (type: EntryType): boolean => warnings.has(type);
