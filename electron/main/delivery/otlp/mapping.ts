import type { Outgoing } from '../outgoing.js';
import { isWarning } from '../severity.js';

type Value = { readonly stringValue: string } | { readonly intValue: string };
interface KeyValue {
  readonly key: string;
  readonly value: Value;
}

const text = (key: string, stringValue: string): KeyValue => ({ key, value: { stringValue } });
/** 64-bit numbers are decimal strings in JSON (ProtoJSON). */
const whole = (key: string, value: number): KeyValue => ({ key, value: { intValue: String(value) } });

const nanoseconds = (milliseconds: number): string => `${milliseconds}000000`;

/** SEVERITY_NUMBER_WARN and _INFO. */
const severityOf = (warning: boolean) =>
  warning ? { severityNumber: 13, severityText: 'WARN' } : { severityNumber: 9, severityText: 'INFO' };

/** The body is the entry's line as it lies in the journal; `tunniste.sha256` is of that, and what the next line names as `prev`. */
const recordOf = ({ entry, line, hash }: Outgoing, now: number) => ({
  timeUnixNano: nanoseconds(Date.parse(entry.time)),
  observedTimeUnixNano: nanoseconds(now),
  ...severityOf(isWarning(entry.type)),
  eventName: entry.type,
  body: { stringValue: line.toString('utf8') },
  attributes: [text('log.record.uid', entry.id), whole('tunniste.seq', entry.seq), text('tunniste.sha256', hash)],
});

const isOfOne = ({ entry: one }: Outgoing, { entry: other }: Outgoing): boolean =>
  one.desk === other.desk && one.app === other.app;

/** Entries that the same desk wrote in the same version, without changing the order. */
const runsOf = (entries: readonly Outgoing[]): Outgoing[][] => {
  const runs: Outgoing[][] = [];
  for (const each of entries) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && isOfOne(last, each)) run.push(each);
    else runs.push([each]);
  }
  return runs;
};

/**
 * An ExportLogsServiceRequest (opentelemetry-proto 1.7, JSON Protobuf encoding of OTLP 1.7).
 * @param now milliseconds since 1970, UTC
 */
export const exportRequest = (entries: readonly Outgoing[], now: number) => ({
  resourceLogs: runsOf(entries).map((run) => ({
    resource: {
      attributes: [
        text('service.name', 'tunniste'),
        text('service.version', run[0]?.entry.app ?? ''),
        text('host.name', run[0]?.entry.desk ?? ''),
      ],
    },
    scopeLogs: [
      { scope: { name: 'tunniste.audit', version: '1' }, logRecords: run.map((each) => recordOf(each, now)) },
    ],
  })),
});
