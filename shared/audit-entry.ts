export const entryTypes = [
  'desk.started',
  'desk.stopped',
  'policy.loaded',
  'policy.refused',
  'session.signed-in',
  'session.signed-out',
  'session.locked',
  'session.unlocked',
  'session.refused',
  'session.roles-changed',
  'keychain.refused',
  'registry-key.kept',
  'registry-key.forgotten',
  'gateway-key.kept',
  'gateway-key.forgotten',
  'keys.forgotten',
  'device-key.rotating',
  'device-key.rotated',
  'call.started',
  'lookup.requested',
  'lookup.answered',
  'subject.chosen',
  'comparison.requested',
  'claims.compared',
  'code.sent',
  'code.answered',
  'factor.started',
  'factor.finished',
  'call.verified',
  'bypass.asked',
  'call.bypassed',
  'purpose.changed',
  'verification.expired',
  'subject.locked',
  'subject.unlocked',
  'field.revealed',
  'field.copied',
  'call.closed',
  'request.created',
  'request.sent',
  'request.failed',
  'request.finished',
  'requests.read',
  'fields.disclosed',
  'erasure.asked',
  'erasure.refused',
  'subject.erased',
  'hold.set',
  'hold.lifted',
  'holds.read',
  'report.asked',
  'report.approved',
  'report.refused',
  'report.written',
  'report.dropped',
  'operation.refused',
  'link.opened',
  'audit.read',
  'audit.verified',
  'flag.raised',
  'flag.reviewed',
  'flags.read',
  'budget.extended',
  'notice.accepted',
  'delivery.begun',
  'delivery.failed',
  'delivery.resumed',
  'journal.cut',
  'journal.resumed',
  'journal.ahead',
  'journal.expired',
  'journal.refused',
] as const;
export type EntryType = (typeof entryTypes)[number];

/**
 * An audit entry as a screen may see it: pseudonymous, without the sealed part and the chain.
 * `time` is UTC with milliseconds (RFC 3339); `subject` a pseudonym; `reason` a code, never free text.
 */
export interface AuditEntry {
  readonly v: 1;
  readonly seq: number;
  readonly id: string;
  readonly time: string;
  readonly type: EntryType;
  readonly call: string | null;
  readonly agent: string | null;
  readonly role: string | null;
  readonly desk: string;
  readonly app: string;
  readonly policy: string | null;
  readonly purpose: string | null;
  readonly ticket: string | null;
  readonly subject: string | null;
  readonly fields: readonly string[];
  readonly outcome: string | null;
  readonly reason: string | null;
  /** Of a drill, on invented people: never delivered, never counted. Missing in any other. */
  readonly drill?: true;
}
