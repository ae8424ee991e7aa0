import type { ErrorCode } from '../../shared/result.js';
import type { IdentifierKind } from '../../shared/subject.js';
import { demoPersons } from '../support/demo-persons.mjs';
import { expect, test } from '../support/fixtures.js';
import { ask, journalOf, signInByAsking } from './ask.js';
import { candidates } from './at-the-desk.js';

const { complete } = demoPersons;
const start = { purpose: 'support', ticket: 'INC-20418', callerNumber: '' };

const bad: readonly (readonly [IdentifierKind, string, ErrorCode])[] = [
  ['userName', '', 'identifier-too-short'],
  ['userName', '   ', 'identifier-too-short'],
  ['userName', 'm'.repeat(10_000), 'identifier-too-long'],
  ['userName', '*', 'identifier-invalid'],
  ['userName', '" or active eq true', 'identifier-invalid'],
  ['userName', 'mvirtа', 'identifier-lookalike'], // the last letter is Cyrillic
  ['workEmail', 'maija', 'identifier-too-short'],
  ['workEmail', '*@acme.example', 'identifier-invalid'],
  ['workEmail', 'maija.virtanen@аcme.example', 'identifier-lookalike'],
  ['workPhone', '04', 'identifier-too-short'],
  ['workPhone', '040 12 CALL ME', 'identifier-invalid'],
  ['name', 'Virtanen', 'identifier-too-short'],
  ['name', 'Maija (Virtanen)', 'identifier-invalid'],
];

test('whatever is typed to search by: a typed error, on record, no data, and a usable call', async ({
  desk,
  registry,
  home,
}) => {
  await signInByAsking(desk.page, registry.token);
  await ask(desk.page, 'startCall', start);
  for (const [by, identifier, code] of bad) {
    const answer = await ask(desk.page, 'findSubject', { by, identifier, organisation: 'Acme Oy' });
    expect(answer, `${by} ${identifier.slice(0, 40)}`).toEqual({ ok: false, error: { code } });
    expect(journalOf(home).at(-1), identifier.slice(0, 40)).toMatchObject({
      type: 'operation.refused',
      fields: ['findSubject'],
      reason: code,
    });
  }
  expect(journalOf(home).some(({ type }) => type === 'lookup.requested')).toBe(false);
  const found = await ask(desk.page, 'findSubject', {
    by: 'userName',
    identifier: complete.userName,
    organisation: '',
  });
  expect(found).toMatchObject({ ok: true, value: { find: 'found' } });

  // Nobody is left to be chosen once somebody else was asked for, and could not be.
  await desk.page.reload();
  await expect(candidates(desk.page)).toBeFocused();
  await ask(desk.page, 'findSubject', { by: 'userName', identifier: `${complete.userName}*`, organisation: '' });
  await expect(candidates(desk.page)).toHaveCount(0);
});

const spoken = [
  '+358 47 0000101',
  '00358470000101',
  '047 0000101',
  '047-0000101',
  '047 000 0101',
  '(047) 000 0101',
  '+358 (0)47 0000101',
  'tel:+358-47-0000101',
  '０４７ ００００１０１',
  '047\u00a0000\u00a00101',
];

test('a phone is found in every way Finns write it', async ({ desk, registry }) => {
  await signInByAsking(desk.page, registry.token);
  await ask(desk.page, 'startCall', start);
  for (const identifier of spoken) {
    const answer = await ask(desk.page, 'findSubject', { by: 'workPhone', identifier, organisation: '' });
    expect(answer, identifier).toMatchObject({
      ok: true,
      value: { find: 'found', candidates: [{ name: 'M••••• V••••••••' }] },
    });
  }
});
