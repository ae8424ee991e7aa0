import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../../../../electron/evidence/sha256.js';
import { lineOf } from '../../../../../../electron/main/audit/entry.js';
import { framed, syslogMessage } from '../../../../../../electron/main/delivery/syslog/message.js';
import { entryWith } from '../../../../../support/entries.js';

const outgoing = (changes: Parameters<typeof entryWith>[0] = {}) => {
  const entry = { ...entryWith(changes), sealed: null, prev: '0'.repeat(64) };
  const line = lineOf(entry);
  return { entry, line, hash: sha256(line) };
};
/** SYSLOG-MSG of RFC 5424 §6, header and structured data. */
const form =
  /^<(\d{1,3})>1 (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) ([\x21-\x7e]{1,255}) ([\x21-\x7e]{1,48}) - ([\x21-\x7e]{1,32}) ((?:\[[\x21-\x7e]+?(?: [a-zA-Z0-9]+="(?:[^"\\\]]|\\["\\\]])*")*\])+) \uFEFF(.*)$/u;

describe('a syslog message', () => {
  it('is that of RFC 5424, and its text is the journal’s line', () => {
    const one = outgoing({ type: 'flag.raised', seq: 7, id: 'the-id', desk: 'desk-17' });
    expect(syslogMessage(one, 32473).toString()).toBe(
      `<108>1 2026-11-18T12:00:00.000Z desk-17 tunniste - flag.raised ` +
        `[entry@32473 seq="7" id="the-id" sha256="${one.hash}"][origin software="Tunniste" swVersion="0"] ` +
        `\uFEFF${one.line.toString()}`,
    );
  });

  it('keeps its form whatever the desk is called and whoever sits at it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (name, other) => {
        const one = outgoing({ desk: name, app: other, agent: other, ticket: name });
        const [, , , , , , , message] = form.exec(syslogMessage(one, 1).toString()) ?? [];
        expect(message).toBe(one.line.toString());
      }),
    );
  });

  it('goes after its length in bytes, so that a reader needs nothing else to tell two apart', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (names) => {
        const messages = names.map((agent) => syslogMessage(outgoing({ agent }), 32473));
        let rest = framed(messages);
        for (const message of messages) {
          const space = rest.indexOf(' ');
          const length = Number(rest.subarray(0, space).toString());
          expect(rest.subarray(space + 1, space + 1 + length)).toEqual(message);
          rest = rest.subarray(space + 1 + length);
        }
        expect(rest).toHaveLength(0);
      }),
    );
  });
});
