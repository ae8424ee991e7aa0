import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLink } from '../../../../../electron/main/call/link.js';
import { parsePhone } from '../../../../../electron/main/registry/phone.js';

const policy = { ticket: { pattern: 'INC-[0-9]{4,8}', example: 'INC-20418' } };
const parse = (text: string) => parseLink(text, policy);

describe('a link to a new call', () => {
  it.each([
    ['tunniste:call?ticket=INC-20418&from=%2B358401234567', { ticket: 'INC-20418', from: '+358401234567' }],
    ['tunniste:call?from=%2B358401234567&ticket=INC-20418', { ticket: 'INC-20418', from: '+358401234567' }],
    ['tunniste:call?ticket=INC-20418', { ticket: 'INC-20418', from: '' }],
    ['tunniste:call?from=040%20123%204567', { ticket: '', from: '+358401234567' }],
    ['tunniste:call?from=+358401234567', { ticket: '', from: '+358401234567' }],
    ['tunniste:call?ticket=%49NC-20418', { ticket: 'INC-20418', from: '' }],
  ])('%s is read', (text, link) => expect(parse(text)).toEqual(link));

  it.each([
    ['nothing', ''],
    ['another scheme', 'https:call?ticket=INC-20418'],
    ['a scheme in capitals', 'TUNNISTE:call?ticket=INC-20418'],
    ['another word', 'tunniste:find?ticket=INC-20418'],
    ['an authority', 'tunniste://call?ticket=INC-20418'],
    ['a path', 'tunniste:call/?ticket=INC-20418'],
    ['no query', 'tunniste:call'],
    ['an empty query', 'tunniste:call?'],
    ['a fragment', 'tunniste:call?ticket=INC-20418#x'],
    ['an unknown key', 'tunniste:call?ticket=INC-20418&purpose=support'],
    ['an unknown key alone', 'tunniste:call?identifier=mvirta'],
    ['a key in capitals', 'tunniste:call?Ticket=INC-20418'],
    ['an encoded key', 'tunniste:call?%74icket=INC-20418'],
    ['a key twice', 'tunniste:call?ticket=INC-20418&ticket=INC-20418'],
    ['three keys', 'tunniste:call?ticket=INC-20418&from=0401234567&from=0401234567'],
    ['an empty value', 'tunniste:call?ticket=&from=0401234567'],
    ['a key without a value', 'tunniste:call?ticket'],
    ['a trailing ampersand', 'tunniste:call?ticket=INC-20418&'],
    ['a second equals sign', 'tunniste:call?ticket=INC-20418=1'],
    ['a ticket the policy does not take', 'tunniste:call?ticket=REQ-1'],
    ['a ticket with more behind it', 'tunniste:call?ticket=INC-20418%20mvirta'],
    ['a ticket and a line break', 'tunniste:call?ticket=INC-20418%0A'],
    ['a number that is none', 'tunniste:call?from=12'],
    ['a number with an extension', 'tunniste:call?from=0401234567%20ext.%205'],
    ['a right-to-left mark', 'tunniste:call?from=%E2%80%8F0401234567'],
    ['a NUL', 'tunniste:call?from=0401234567%00'],
    ['a broken escape', 'tunniste:call?ticket=INC-20418%'],
    ['bytes that are no UTF-8', 'tunniste:call?from=%FF0401234567'],
    ['a space before it', ' tunniste:call?ticket=INC-20418'],
    ['a line after it', 'tunniste:call?ticket=INC-20418\n'],
    ['more than 200 characters', `tunniste:call?ticket=INC-20418&from=${'%30'.repeat(60)}401234567`],
  ])('with %s is refused', (_what, text) => expect(parse(text)).toBeNull());

  const part = fc.constantFrom(
    ...['tunniste', ':', 'call', '?', 'ticket', 'from', '=', '&', '%', '%20', '%00', '%2B', '+', '#', '/', '\n', '\0'],
    ...['INC-20418', '0401234567', '+358401234567', '‮', 'ä', '-', '"', '--device-key'],
  );
  const almost = fc
    .tuple(fc.constantFrom('tunniste:call?ticket=INC-20418', 'tunniste:call?from=0401234567', ''), fc.array(part))
    .map(([start, parts]) => start + parts.join(''));

  it('is never taken for more than a ticket of the policy’s and a number, whatever it is made of', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), almost, fc.webUrl()), (text) => {
        const link = parse(text);
        if (link === null) return;
        taken += 1;
        expect(Object.keys(link).sort()).toEqual(['from', 'ticket']);
        expect(link.ticket).toMatch(/^(?:INC-[0-9]{4,8})?$/);
        if (link.from) expect(parsePhone(link.from)).toBe(link.from);
        expect(text).toMatch(/^tunniste:call\?[^\p{C}]{1,190}$/u);
      }),
      { numRuns: 30_000 },
    );
    expect(taken).toBeGreaterThan(100);
  });

  it('says what was put into it, however it was encoded', () => {
    const digits = fc.stringMatching(/^[0-9]{4,8}$/);
    const encoded = (text: string, every: boolean) =>
      [...text]
        .map((letter) => (every ? `%${letter.charCodeAt(0).toString(16)}` : encodeURIComponent(letter)))
        .join('');
    fc.assert(
      fc.property(digits, fc.integer({ min: 1_000_000, max: 9_999_999 }), fc.boolean(), (ticket, number, every) => {
        const from = `+35840${number}`;
        expect(parse(`tunniste:call?ticket=${encoded(`INC-${ticket}`, every)}&from=${encoded(from, every)}`)).toEqual({
          ticket: `INC-${ticket}`,
          from,
        });
      }),
      { numRuns: 10_000 },
    );
  });
});
