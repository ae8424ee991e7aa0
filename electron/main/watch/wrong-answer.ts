import type { AuditEntry } from '../../../shared/audit-entry.js';

export const isNoMatch = ({ type, outcome }: AuditEntry): boolean =>
  type === 'claims.compared' && outcome === 'no-match';

/** Of whichever factor: a set of facts, a code, a one-time password. */
export const isWrongAnswer = (entry: AuditEntry): boolean =>
  isNoMatch(entry) || (entry.type === 'factor.finished' && entry.reason === 'wrong-answer');
