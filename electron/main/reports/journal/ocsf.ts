import type { EntryType } from '../../../../shared/audit-entry.js';
import { sha256 } from '../../../evidence/sha256.js';
import type { StoredEntry } from '../../audit/entry.js';
import type { JournalLine } from '../../audit/journal-page.js';
import { ocsfKinds, type OcsfKind } from './ocsf-classes.js';

const version = '1.9.0';

export interface OcsfParts {
  /** Which journal this is, as its checkpoints name it, and whose key signs them (C2SP). */
  readonly origin: string;
  readonly key: string;
  /** What somebody who watches may want to be told of. */
  readonly isWarning: (type: EntryType) => boolean;
}

interface Event {
  readonly metadata: { readonly uid: string; readonly [name: string]: unknown };
  readonly type_uid: number;
  readonly [name: string]: unknown;
}

// Every literal here has its names in the order of RFC 8785, so that what JSON.stringify makes of it is its canonical form: sorting a million
// events took longer than anything else about them. What is not there is undefined, which JSON leaves out.

const productOf = (app: string) => ({ name: 'Tunniste', vendor_name: 'Tunniste', version: app });
/** @param value SHA-256, in hexadecimal */
const fingerprintOf = (value: string) => ({ algorithm: 'SHA-256', algorithm_id: 3, value });

const unknown: OcsfKind = { class: 0, activity: 99 };

/** The person who acted, or the desk itself. */
const userOf = ({ agent, desk }: StoredEntry) =>
  agent === null ? { name: desk, type_id: 3 } : { name: agent, type_id: 1 };

/** What each class asks for besides. */
const contextOf = ({ class: uid }: OcsfKind, entry: StoredEntry): Readonly<Record<string, unknown>> => {
  const user = userOf(entry);
  if (uid === 3002) return { actor: { user }, service: { name: 'Tunniste' }, user };
  if (uid === 6002) return { app: productOf(entry.app), application: { name: 'Tunniste', version: entry.app } };
  const source = { actor: { user }, src_endpoint: { hostname: entry.desk } };
  return uid === 6005 ? { ...source, database: { name: 'registry', type: 'Registry', type_id: 99 } } : source;
};

const isFailure = ({ type, outcome }: StoredEntry): boolean =>
  /\.(?:refused|failed|dropped)$/.test(type) || outcome === 'failed';

/** What no attribute of OCSF is meant for, under the names it has in the journal. */
const unmapped = ({ role, policy, purpose, ticket, subject, fields, outcome, reason }: StoredEntry) => ({
  ...{ fields, outcome, policy, purpose, reason, role, subject, ticket },
});

const eventOf = ({ entry, line, hash }: JournalLine, isWarning: OcsfParts['isWarning'], attested: object): Event => {
  const { type, id, seq, call, time, app, drill } = entry;
  const kind = ocsfKinds[type] ?? unknown; // of a later version
  const { actor, app: product, application, database, service, src_endpoint, user } = contextOf(kind, entry);
  return {
    activity_id: kind.activity,
    activity_name: kind.activity === 99 ? type : undefined,
    actor,
    app: product,
    application,
    attestation_list: [attested],
    category_uid: Math.floor(kind.class / 1000),
    class_uid: kind.class,
    database,
    entity: kind.entity === undefined ? undefined : { name: kind.entity, type: kind.entity },
    message: type,
    metadata: {
      correlation_uid: call ?? undefined,
      event_code: type,
      labels: drill && ['drill'],
      original_time: time,
      product: productOf(app),
      profiles: ['record_integrity'],
      sequence: seq,
      uid: id,
      version,
    },
    raw_data: line,
    raw_data_hash: fingerprintOf(hash),
    service,
    severity_id: isWarning(type) ? 3 : 1,
    src_endpoint,
    status_id: isFailure(entry) ? 2 : 1,
    time: Date.parse(time),
    type_uid: kind.class * 100 + kind.activity,
    unmapped: unmapped(entry),
    user,
  };
};

/** A checkpoint of the journal, with a proof that another program can check (C2SP tlog-proof): the entry before it stands under it. */
const checkpointOf = ({ entry }: JournalLine, proof: string, attested: object): Event => ({
  activity_id: unknown.activity,
  activity_name: 'journal.checkpoint',
  attestation_list: [attested],
  category_uid: unknown.class,
  class_uid: unknown.class,
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
  type_uid: unknown.activity,
  unmapped: { proof },
});

/**
 * Writes entries as events of OCSF 1.9.0, one a line. Each holds its line of the journal with that line's hash, which the next line names;
 * and each names the event before it by the fingerprint of that event's canonical form (RFC 8785), as the profile "record_integrity" has
 * it, so that the file proves itself and leads back to the journal.
 */
export const createOcsf = ({ origin, key, isWarning }: OcsfParts) => {
  const authority = { authority_uid: key, chain_uid: origin };
  /** After it an event's own fingerprint stands, which its canonical form is without. No text within an event looks like it: its quotes are escaped. */
  const place = `"attestation_list":[${JSON.stringify(authority).slice(0, -1)}`;
  let before: object | undefined;

  const line = (make: (attested: object) => Event): string => {
    const event = make({ ...authority, prev_event: before });
    const canonical = JSON.stringify(event);
    const fingerprint = fingerprintOf(sha256(canonical));
    before = { fingerprint, type_uid: event.type_uid, uid: event.metadata.uid };
    const at = canonical.indexOf(place) + place.length;
    return `${canonical.slice(0, at)},"fingerprint":${JSON.stringify(fingerprint)}${canonical.slice(at)}\n`;
  };

  return {
    entry: (read: JournalLine): string => line((attested) => eventOf(read, isWarning, attested)),
    checkpoint: (last: JournalLine, proof: string): string => line((attested) => checkpointOf(last, proof, attested)),
  };
};
