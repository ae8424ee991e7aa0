import type { AuditEntry } from '../../shared/audit-entry.js';

/** Noon on a Wednesday, UTC. */
export const noon = Date.parse('2026-11-18T12:00:00.000Z');
const second = 1000;

export const entryWith = (changes: Partial<AuditEntry> = {}): AuditEntry => ({
  v: 1,
  seq: 1,
  id: `entry-${changes.seq ?? 1}`,
  time: new Date(noon).toISOString(),
  type: 'desk.started',
  call: null,
  agent: 'agent',
  role: 'agent',
  desk: 'desk',
  app: '0',
  policy: 'test',
  purpose: null,
  ticket: null,
  subject: null,
  fields: [],
  outcome: null,
  reason: null,
  ...changes,
});

/** Entries in the journal's order, a second apart from noon where they do not say when. */
export const story = (...steps: readonly Partial<AuditEntry>[]): AuditEntry[] =>
  steps.map((step, index) =>
    entryWith({ seq: index + 1, time: new Date(noon + index * second).toISOString(), ...step }),
  );

/** Before or after noon on that Wednesday. */
export const at = (offset: { days?: number; hours?: number; minutes?: number }): string => {
  const { days = 0, hours = 0, minutes = 0 } = offset;
  return new Date(noon + ((days * 24 + hours) * 60 + minutes) * 60 * second).toISOString();
};
