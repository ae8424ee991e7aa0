import type { AuditEntry } from './audit-entry.js';

type Counted = Pick<AuditEntry, 'type' | 'outcome' | 'reason'>;

/** How a call ended, as statistics and charts count it; null for an entry that ends none. */
export const outcomeOf = ({ type, outcome }: Counted): string | null =>
  type === 'call.closed' ? (outcome ?? '') : null;

/** A factor and what came of it, `call-back+reached`; null for an entry that tells of no proof. */
export const proofOf = ({ type, outcome, reason }: Counted): string | null => {
  if (type === 'claims.compared') return `facts+${outcome ?? ''}`;
  return type === 'factor.finished' ? `${outcome ?? ''}+${reason ?? ''}` : null;
};

const held = new Set(['match', 'reached', 'right', 'confirmed', 'video', 'in-person']);

/** Whether a proof held, by what came of it. */
export const didHold = (proof: string): boolean => held.has(proof.slice(proof.lastIndexOf('+') + 1));
