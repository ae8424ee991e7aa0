import type { EntryType } from '../../../../shared/audit-entry.js';

/** Base Event, Authentication, Entity Management, Application Lifecycle and Datastore Activity of OCSF 1.9.0. */
export type ClassUid = 0 | 3002 | 3004 | 6002 | 6005;

/** Which class an entry is of, which of its activities, and for Entity Management what kind of thing it is about. */
export interface OcsfKind {
  readonly class: ClassUid;
  readonly activity: number;
  readonly entity?: string;
}

const other: OcsfKind = { class: 0, activity: 99 };
const logon: OcsfKind = { class: 3002, activity: 1 };
const logoff: OcsfKind = { class: 3002, activity: 2 };
const read: OcsfKind = { class: 6005, activity: 1 };
const query: OcsfKind = { class: 6005, activity: 4 };
const entity = (activity: number, kind: string): OcsfKind => ({ class: 3004, activity, entity: kind });
const [creates, reads, updates, deletes] = [1, 2, 3, 4];

/** A type that is missing here does not compile; what no class fits is a base event under its own name. */
export const ocsfKinds: Readonly<Record<EntryType, OcsfKind>> = {
  'desk.started': { class: 6002, activity: 3 },
  'desk.stopped': { class: 6002, activity: 4 },
  'policy.loaded': other,
  'policy.refused': other,
  'session.signed-in': logon,
  'session.signed-out': logoff,
  'session.locked': { class: 3002, activity: 99 },
  'session.unlocked': { class: 3002, activity: 99 },
  'session.refused': logon,
  'session.roles-changed': other,
  'keychain.refused': other,
  'registry-key.kept': entity(creates, 'credential'),
  'registry-key.forgotten': entity(deletes, 'credential'),
  'gateway-key.kept': entity(creates, 'credential'),
  'gateway-key.forgotten': entity(deletes, 'credential'),
  'keys.forgotten': entity(deletes, 'credential'),
  'device-key.rotating': entity(updates, 'credential'),
  'device-key.rotated': entity(updates, 'credential'),
  'call.started': other,
  'lookup.requested': query,
  'lookup.answered': read,
  'subject.chosen': other,
  'comparison.requested': query,
  'claims.compared': read,
  'code.sent': other,
  'code.answered': other,
  'factor.started': other,
  'factor.finished': other,
  'call.verified': other,
  'bypass.asked': other,
  'call.bypassed': other,
  'purpose.changed': other,
  'verification.expired': other,
  'subject.locked': other,
  'subject.unlocked': other,
  'field.revealed': read,
  'field.copied': read,
  'call.closed': other,
  'request.created': entity(creates, 'request'),
  'request.sent': entity(updates, 'request'),
  'request.failed': entity(updates, 'request'),
  'request.finished': entity(updates, 'request'),
  'requests.read': entity(reads, 'request'),
  'fields.disclosed': read,
  'erasure.asked': entity(deletes, 'subject'),
  'erasure.refused': entity(deletes, 'subject'),
  'subject.erased': entity(deletes, 'subject'),
  'hold.set': entity(creates, 'hold'),
  'hold.lifted': entity(deletes, 'hold'),
  'holds.read': entity(reads, 'hold'),
  'report.asked': entity(creates, 'report'),
  'report.approved': entity(updates, 'report'),
  'report.refused': entity(updates, 'report'),
  'report.written': entity(creates, 'report'),
  'report.dropped': entity(creates, 'report'),
  'operation.refused': other,
  'link.opened': other,
  'audit.read': entity(reads, 'journal'),
  'audit.verified': entity(reads, 'journal'),
  'flag.raised': entity(creates, 'flag'),
  'flag.reviewed': entity(updates, 'flag'),
  'flags.read': entity(reads, 'flag'),
  'budget.extended': other,
  'notice.accepted': other,
  'delivery.begun': other,
  'delivery.failed': other,
  'delivery.resumed': other,
  'journal.expired': entity(deletes, 'journal'),
  'journal.cut': other,
  'journal.resumed': other,
  'journal.ahead': other,
  'journal.refused': other,
};
