import type { EntryType } from '../../../../shared/audit-entry.js';

/**
 * What a person is told was done with their data. Flags are left out, for they ask about whoever looked; so are legal holds, of which an
 * authority may want nothing told.
 */
export const toldTypes = [
  'lookup.answered',
  'subject.chosen',
  'comparison.requested',
  'claims.compared',
  'code.sent',
  'code.answered',
  'factor.started',
  'factor.finished',
  'call.verified',
  'verification.expired',
  'bypass.asked',
  'call.bypassed',
  'purpose.changed',
  'field.revealed',
  'field.copied',
  'call.closed',
  'subject.locked',
  'subject.unlocked',
  'request.created',
  'request.sent',
  'request.failed',
  'request.finished',
  'fields.disclosed',
  'erasure.asked',
  'erasure.refused',
  'subject.erased',
  'report.asked',
  'report.approved',
  'report.refused',
  'report.written',
  'report.dropped',
] as const satisfies readonly EntryType[];
export type ToldType = (typeof toldTypes)[number];

export const isTold = (type: EntryType): type is ToldType => toldTypes.some((each) => each === type);
