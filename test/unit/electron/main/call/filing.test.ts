import { expect, it } from 'vitest';
import { parseFiling } from '../../../../../electron/main/call/filing.js';
import type { PurposeRules } from '../../../../../electron/main/policy/purpose-schema.js';

const rules = (kind: PurposeRules['kind']) => ({ kind, show: ['userName'] }) as unknown as PurposeRules;
/** Every mark that turns the direction of writing. */
const marks = '\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069';
const turned = (text: string): string => [...marks].join(text) + text;

it('what the caller says reads in a letter as it was typed: no mark turns its direction, and every letter stays', () => {
  const words = `${turned('pois')}\nأهلا 👩‍💻`;
  const filed = parseFiling({ kind: 'privacy-request', matter: 'access', words }, rules('privacy-request'));
  expect(filed).toMatchObject({ ok: true, value: { words: `${'pois'.repeat(12)}\nأهلا 👩‍💻` } });
});

it('nor does one in a recipient or a legal basis, and marks alone are no name', () => {
  const handing = { kind: 'disclose', matter: 'law', words: '', fields: ['userName'] } as const;
  const names = { recipient: turned('poliisi'), basis: turned('3 §') };
  expect(parseFiling({ ...handing, ...names, fields: [...handing.fields] }, rules('disclose'))).toMatchObject({
    ok: true,
    value: { recipient: 'poliisi'.repeat(12), basis: '3 §'.repeat(12) },
  });
  expect(
    parseFiling({ ...handing, ...names, recipient: marks, fields: [...handing.fields] }, rules('disclose')),
  ).toEqual({ ok: false, error: { code: 'request-invalid' } });
});
