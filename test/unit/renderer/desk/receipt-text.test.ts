import { describe, expect, it } from 'vitest';
import { receiptText } from '../../../../renderer/desk/receipt-text.js';
import { languages } from '../../../../renderer/messages/languages.js';
import type { Receipt } from '../../../../shared/call-view.js';

const receipt: Receipt = {
  reference: 'A1B2-C3D4',
  purpose: 'access-reset',
  ticket: 'INC-20418',
  startedAt: '2026-11-22T08:00:00.000Z',
  closedAt: '2026-11-22T08:02:14.000Z',
  outcome: 'resolved',
  verified: true,
  bypassed: false,
  alsoVerifiedFor: [],
  strongest: 'medium',
  methods: ['facts', 'call-back'],
};

describe.each(languages)('the receipt in %s', (language) => {
  it('holds what a ticket needs', () => {
    const text = receiptText(language, receipt);
    expect(text).toContain('A1B2-C3D4');
    expect(text).toContain('INC-20418');
    expect(text.split('\n')).toHaveLength(10);
    expect(text).not.toMatch(/undefined|null|\{\{/);
  });

  it('takes nothing that a hostile answer adds to it', () => {
    const more = { ...receipt, name: 'Maija Virtanen', workEmail: 'maija.virtanen@acme.example', subject: 'p1' };
    expect(receiptText(language, more)).toBe(receiptText(language, receipt));
  });

  it('says so when nobody was verified', () => {
    const text = receiptText(language, { ...receipt, verified: false, strongest: null, methods: [] });
    expect(text).not.toBe(receiptText(language, receipt));
  });
});

it.each([
  ['fi', 'Taso: heikko'],
  ['sv', 'Nivå: svag'],
  ['en', 'Level: weak'],
] as const)('says in %s that facts alone are %s', (language, line) => {
  expect(receiptText(language, { ...receipt, strongest: 'signal', methods: ['facts'] })).toContain(line);
});

it('names a purpose of the policy’s own by its id', () => {
  expect(receiptText('en', { ...receipt, purpose: 'key-handover' })).toContain('Purpose: key-handover');
});
