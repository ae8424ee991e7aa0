import type { EntryType } from '../../../../shared/audit-entry.js';
import type { Outgoing } from '../outgoing.js';
import { isWarning } from '../severity.js';

/** Log audit (RFC 5424 table 1). */
const facility = 13;
const warning = 4;
const informational = 6;

const priorityOf = (type: EntryType): number => facility * 8 + (isWarning(type) ? warning : informational);

/** A header field: printable ASCII without spaces, of at most so many characters (RFC 5424 §6); `-` for none. */
const headerField = (text: string, longest: number): string =>
  text.replace(/[^\x21-\x7e]/g, '').slice(0, longest) || '-';

/** RFC 5424 §6.3.3. */
const parameter = (name: string, value: string): string => `${name}="${value.replace(/["\\\]]/g, '\\$&')}"`;

const mark = '\uFEFF';

/**
 * An entry as a syslog message (RFC 5424): what a collector sorts by stands in the header and the structured data, the message is the entry's
 * line as it lies in the journal, after the mark that says UTF-8 (§6.4). `sha256` is of that line, and what the next line names as `prev`.
 * @param enterprise the private enterprise number that the structured data are named by (§7.2.2)
 */
export const syslogMessage = ({ entry, line, hash }: Outgoing, enterprise: number): Buffer => {
  const { type, time, desk, app, seq, id } = entry;
  const header = [`<${priorityOf(type)}>1`, time, headerField(desk, 255), 'tunniste', '-', headerField(type, 32)].join(
    ' ',
  );
  const data = [
    `[entry@${enterprise} ${parameter('seq', String(seq))} ${parameter('id', id)} ${parameter('sha256', hash)}]`,
    `[origin ${parameter('software', 'Tunniste')} ${parameter('swVersion', app)}]`,
  ].join('');
  return Buffer.concat([Buffer.from(`${header} ${data} ${mark}`), line]);
};

/** Messages as they go over the wire: each after its length in bytes (RFC 5425 §4.3). */
export const framed = (messages: readonly Buffer[]): Buffer =>
  Buffer.concat(messages.flatMap((message) => [Buffer.from(`${message.length} `), message]));
