import { filesBelow, forms, hits } from '../support/canary-search.js';
import { demoPersons } from '../support/demo-persons.mjs';
import { expect, test } from '../support/fixtures.js';
import { ask, signInByAsking } from './ask.js';

const { complete } = demoPersons;

/** What would betray the person or the token, as someone would search a stolen disk for it. */
const canaries = (token: string): string[] => [
  token,
  complete.userName,
  complete.workEmail,
  complete.workPhone,
  complete.workPhone.slice(4),
  complete.stationCode,
  complete.familyName,
  'wrong.claim@acme.example',
  'vaara.organisaatio',
  '+358401110111',
];

test('the search finds a canary in every encoding it claims to', () => {
  const text = complete.workEmail;
  for (const inside of [
    Buffer.from(`x${text}y`),
    Buffer.from(text, 'utf16le'),
    ...['', 'a', 'ab'].map((before) => Buffer.from(Buffer.from(`${before}${text}zz`).toString('base64'))),
  ]) {
    expect(forms(text).some((form) => inside.includes(form))).toBe(true);
  }
});

test('nothing stays on disk', async ({ openDesk, registry, home }) => {
  const desk = await openDesk();
  const { page } = desk;
  await signInByAsking(page, registry.token);
  await ask(page, 'startCall', { purpose: 'support', ticket: 'INC-20418', callerNumber: '+358401110111' });
  await ask(page, 'findSubject', {
    by: 'name',
    identifier: `${complete.givenName} ${complete.familyName}`,
    organisation: complete.organisation,
  });
  await ask(page, 'findSubject', { by: 'workPhone', identifier: complete.workPhone, organisation: '' });
  await ask(page, 'findSubject', { by: 'workEmail', identifier: complete.workEmail, organisation: '' });
  await ask(page, 'findSubject', { by: 'userName', identifier: complete.userName, organisation: '' });
  await ask(page, 'chooseCandidate', { number: 1 });
  await ask(page, 'compareClaims', {
    claims: { workEmail: 'wrong.claim@acme.example', organisation: 'vaara.organisaatio' },
  });
  const proven = await ask(page, 'compareClaims', {
    claims: { workEmail: complete.workEmail, organisation: complete.organisation },
  });
  expect(proven).toMatchObject({ ok: true, value: { step: 'verified' } });
  for (const field of ['name', 'userName'] as const)
    expect(await ask(page, 'revealField', { field })).toMatchObject({ ok: true });
  expect(await ask(page, 'copyField', { field: 'userName' })).toMatchObject({ ok: true });

  // The same by hand, so that whatever the window itself would keep is there to be found.
  await page.keyboard.type(complete.workEmail);
  await ask(page, 'closeCall', { outcome: 'resolved' });
  await page.reload();
  await expect(page.getByRole('navigation')).toBeVisible();
  await page.keyboard.press('Alt+2');
  await expect(page.getByRole('row', { name: 'Call closed' })).toBeVisible();
  expect(hits(home.path, canaries(registry.token))).toEqual([]);

  await desk.close();
  expect(filesBelow(home.path).length).toBeGreaterThan(10);
  expect(hits(home.path, canaries(registry.token))).toEqual([]);
});
