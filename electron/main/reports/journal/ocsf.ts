import canonicalize from 'canonicalize';
import type { EntryType } from '../../../../shared/audit-entry.js';
import { sha256 } from '../../../evidence/sha256.js';
import type { StoredEntry } from '../../audit/entry.js';
import { ocsfKinds, type OcsfKind } from './ocsf-classes.js';

const version = '1.9.0';

export interface OcsfParts {
  /** Which journal this is, as its checkpoints name it, and whose key signs them (C2SP). */
  readonly origin: string;
  readonly key: string;
  /** What somebody who watches may want to be told of. */
  readonly isWarning: (type: EntryType) => boolean;
}

/** An entry as it lies in the journal. */
export interface JournalLine {
  readonly entry: StoredEntry;
  readonly line: string;
  readonly hash: string;
}

interface Event {
  readonly metadata: { readonly uid: string; readonly [name: string]: unknown };
  readonly type_uid: number;
  readonly [name: string]: unknown;
}

const productOf = (app: string) => ({ name: 'Tunniste', vendor_name: 'Tunniste', version: app });
/** @param value SHA-256, in hexadecimal */
const fingerprintOf = (value: string) => ({ algorithm: 'SHA-256', algorithm_id: 3, value });

const unknown: OcsfKind = { class: 0, activity: 99 };

/** What OCSF knows of the activity itself, by its class. */
const classFields = ({ class: uid, activity, entity }: OcsfKind, type: string) => ({
  activity_id: activity,
  ...(activity === 99 && { activity_name: type }),
  category_uid: Math.floor(uid / 1000),
  class_uid: uid,
  type_uid: uid * 100 + activity,
  ...(entity !== undefined && { entity: { name: entity, type: entity } }),
});

/** The person who acted, or the desk itself. */
const userOf = ({ agent, desk }: StoredEntry) =>
  agent === null ? { name: desk, type_id: 3 } : { name: agent, type_id: 1 };

/** What each class asks for besides. */
const contextOf = (kind: OcsfKind, entry: StoredEntry): object => {
  const user = userOf(entry);
  if (kind.class === 3002) return { actor: { user }, service: { name: 'Tunniste' }, user };
  if (kind.class === 6002) return { app: productOf(entry.app), application: { name: 'Tunniste', version: entry.app } };
  const source = { actor: { user }, src_endpoint: { hostname: entry.desk } };
  return kind.class === 6005 ? { ...source, database: { name: 'registry', type: 'Registry', type_id: 99 } } : source;
};

const isFailure = ({ type, outcome }: StoredEntry): boolean =>
  /\.(?:refused|failed|dropped)$/.test(type) || outcome === 'failed';

/** What no attribute of OCSF is meant for, under the names it has in the journal. */
const unmapped = ({ role, policy, purpose, ticket, subject, fields, outcome, reason }: StoredEntry) => ({
  ...{ fields, outcome, policy, purpose, reason, role, subject, ticket },
});

const eventOf = ({ entry, line, hash }: JournalLine, isWarning: OcsfParts['isWarning']): Event => {
  const { type, id, seq, call, time, app, drill } = entry;
  const kind = ocsfKinds[type] ?? unknown; // of a later version
  return {
    ...classFields(kind, type),
    ...contextOf(kind, entry),
    message: type,
    metadata: {
      ...(call !== null && { correlation_uid: call }),
      event_code: type,
      ...(drill && { labels: ['drill'] }),
      original_time: time,
      product: productOf(app),
      profiles: ['record_integrity'],
      sequence: seq,
      uid: id,
      version,
    },
    raw_data: line,
    raw_data_hash: fingerprintOf(hash),
    severity_id: isWarning(type) ? 3 : 1,
    status_id: isFailure(entry) ? 2 : 1,
    time: Date.parse(time),
    unmapped: unmapped(entry),
  };
};

/** A checkpoint of the journal, with a proof that another program can check (C2SP tlog-proof): the entry before it stands under it. */
const checkpointOf = ({ entry }: JournalLine, proof: string): Event => ({
  ...classFields(unknown, 'journal.checkpoint'),
  message: 'journal.checkpoint',
  metadata: {
    event_code: 'journal.checkpoint',
    product: productOf(entry.app),
    profiles: ['record_integrity'],
    uid: `checkpoint-${entry.seq}`,
    version,
  },
  severity_id: 1,
  time: Date.parse(entry.time),
  unmapped: { proof },
});

/**
 * Writes entries as events of OCSF 1.9.0, one a line. Each holds its line of the journal with that line's hash, which the next line names;
 * and each names the event before it by the fingerprint of that event's canonical form (RFC 8785), as the profile "record_integrity" has
 * it, so that the file proves itself and leads back to the journal.
 */
export const createOcsf = ({ origin, key, isWarning }: OcsfParts) => {
  let before: object | null = null;

  const line = (event: Event): string => {
    const attested = { authority_uid: key, chain_uid: origin, ...(before && { prev_event: before }) };
    const value = sha256(Buffer.from(canonicalize({ ...event, attestation_list: [attested] }) ?? ''));
    const fingerprint = fingerprintOf(value);
    before = { fingerprint, type_uid: event.type_uid, uid: event.metadata.uid };
    return `${JSON.stringify({ ...event, attestation_list: [{ ...attested, fingerprint }] })}\n`;
  };

  return {
    entry: (read: JournalLine): string => line(eventOf(read, isWarning)),
    checkpoint: (last: JournalLine, proof: string): string => line(checkpointOf(last, proof)),
  };
};
