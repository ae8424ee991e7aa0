import type { EntryType } from '../../../shared/audit-entry.js';

const bad = /^journal\.(?!expired)|\.(refused|failed)$/;

/** What besides somebody who watches a collector may want to be told of. */
const warnings: ReadonlySet<EntryType> = new Set([
  'keys.forgotten',
  'device-key.rotating',
  'device-key.rotated',
  'subject.locked',
  'bypass.asked',
  'call.bypassed',
  'flag.raised',
  'delivery.begun',
]);

/** What was refused or failed, all about the journal itself but its ageing, and what goes around the rules. */
export const isWarning = (type: EntryType): boolean => bad.test(type) || warnings.has(type);
