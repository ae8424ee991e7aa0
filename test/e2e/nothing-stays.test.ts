import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** The base64 of a text inside a longer one, at each of its three alignments, less the edges that neighbours change. */
const base64Forms = (text: string): string[] =>
  [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), Buffer.from(text)])
      .toString('base64')
      .replace(/=+$/, '');
    return encoded.slice(shift === 0 ? 0 : shift + 1, encoded.length - 1);
  });

const forms = (text: string): Buffer[] => [
  Buffer.from(text, 'utf8'),
  Buffer.from(text, 'utf16le'),
  Buffer.from(text, 'utf16le').swap16(),
  Buffer.from(encodeURIComponent(text)),
  Buffer.from(JSON.stringify(text).slice(1, -1)),
  ...base64Forms(text).map((form) => Buffer.from(form)),
  ...base64Forms(text).map((form) => Buffer.from(form.replaceAll('+', '-').replaceAll('/', '_'))),
];

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name));

const hits = (folder: string, texts: readonly string[]): string[] =>
  filesBelow(folder).flatMap((file) => {
    const bytes = readFileSync(file);
    return texts.filter((text) => forms(text).some((form) => bytes.includes(form))).map((text) => `${text} in ${file}`);
  });

test('the search below finds a canary in every encoding it claims to', () => {
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
