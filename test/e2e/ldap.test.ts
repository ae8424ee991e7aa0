import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hits } from '../support/canary-search.js';
import { demoPersons } from '../support/demo-persons.mjs';
import { password } from '../support/directory-people.mjs';
import { expect, test } from '../support/fixtures.js';
import { heldIn, mainHeap, placesOf, rendererHeap, wholeStrings } from '../support/heap.js';
import { directoryForDesk } from '../support/ldap-desk.mjs';
import { candidates, createKeys, signInByHand, wordsIn } from './at-the-desk.js';
import { ask, auditFolder, journalOf, signInByAsking, signOutByAsking, typesOf } from './ask.js';

const { complete, ended } = demoPersons;
const words = wordsIn('en');
const start = { purpose: 'support', ticket: 'INC-20418', callerNumber: '' };

test('a whole call on a directory, which goes down in the middle of it: nothing typed is lost, and the call goes on', async ({
  openDesk,
  home,
}) => {
  const { directory, policy, stop } = await directoryForDesk();
  try {
    const { page } = await openDesk({ policy });
    await signInByHand(page, password);
    const { press, type } = createKeys(page);
    await press('1');
    await type('INC-20418');
    await press('Enter');
    await expect(page.getByLabel('What the caller gives')).toBeFocused();
    await type(complete.userName);
    await press('Enter');
    await expect(candidates(page).filter({ hasText: 'M••••• V••••••••' })).toBeFocused();
    await press('Enter');

    await expect(page.getByLabel(words.terms.field.workEmail)).toBeFocused();
    await type(complete.workEmail);
    await press('Enter');
    await expect(page.getByLabel(words.terms.field.stationCode)).toBeFocused();
    await type('hki 204');
    await directory.goDown();
    await press('Enter');
    await expect(page.getByText(words.failures['registry-unreachable'].what)).toBeVisible();
    await expect(page.getByLabel(words.terms.field.stationCode)).toHaveValue('hki 204');
    await directory.comeBack();
    // As after a wrong answer, the first fact is at hand to be typed anew.
    await expect(page.getByLabel(words.terms.field.workEmail)).toBeFocused();
    await press('Enter');
    await press('Enter');
    await expect(page.getByRole('button', { name: 'Show Name' })).toBeFocused();
    await press('Enter');
    await expect(page.getByRole('status', { name: 'Name', exact: true })).toHaveText('Maija Virtanen');

    // The account may not even read the code: it was compared where it is.
    expect(directory.log.filter((line) => /SRCH attr=.*stationCode/.test(line))).toEqual([]);
    expect(directory.log.some((line) => line.includes('CMP dn="uid=mvirta,'))).toBe(true);
    // Each time it was on record before it was asked, with what of it went there.
    const compared = journalOf(home).filter(({ type: kind }) => /^(?:comparison|claims)\./.test(kind));
    const ofStation = ['stationCode'];
    const ofAll = ['workEmail', 'stationCode'];
    expect(compared.map(({ type: kind, fields, outcome, reason }) => [kind, fields, outcome, reason])).toEqual([
      ['comparison.requested', ofStation, null, null],
      ['claims.compared', ofAll, 'failed', 'registry-unreachable'],
      ['comparison.requested', ofStation, null, null],
      ['claims.compared', [...ofAll, 'phoneChangedAt', 'emailChangedAt'], 'match', null],
    ]);
    expect(typesOf(home).at(-1)).toBe('field.revealed');
    const onDisk = readdirSync(auditFolder(home)).map((name) => readFileSync(join(auditFolder(home), name), 'latin1'));
    expect(onDisk.join('')).not.toContain(Buffer.from(password).toString('latin1'));
  } finally {
    await stop();
  }
});

test('a password that the directory does not take is a typed failure on record, and a new one can be given', async ({
  openDesk,
  home,
}) => {
  const { policy, stop } = await directoryForDesk();
  try {
    const { page } = await openDesk({ policy });
    const find = { by: 'userName', identifier: ended.userName, organisation: '' } as const;
    expect(await ask(page, 'signIn', { token: '' })).toMatchObject({ ok: false, error: { code: 'token-invalid' } });
    expect(await ask(page, 'signIn', { token: 'väärä salasana' })).toEqual({
      ok: false,
      error: { code: 'registry-unauthorised' },
    });
    expect(journalOf(home).at(-1)).toMatchObject({ type: 'session.refused', reason: 'registry-unauthorised' });
    expect(await ask(page, 'startCall', start)).toEqual({ ok: false, error: { code: 'not-signed-in' } });
    await signInByAsking(page, password);
    await ask(page, 'startCall', start);
    expect(await ask(page, 'findSubject', find)).toMatchObject({ ok: true, value: { find: 'ended', candidates: [] } });
  } finally {
    await stop();
  }
});

test('behind the lock and after signing out the directory’s password stands nowhere: not in memory, not on the disk', async ({
  openDesk,
  home,
}) => {
  test.slow(); // snapshots of whole heaps
  const { policy, stop } = await directoryForDesk();
  try {
    const { page, electron } = await openDesk({ policy, args: [wholeStrings] });
    const control = password.replace('salasana', 'kontrolli');
    // The searches find such a text wherever it is: in the page that it is typed into, in main, on the disk.
    await expect(page.locator('input[type=password]')).toBeFocused();
    await page.keyboard.type(control);
    expect(heldIn(await rendererHeap(page), [control])).toEqual([control]);
    await electron.evaluate((_electron, text) => void Object.assign(globalThis, { control: text }), control);
    expect(heldIn(await mainHeap(electron, home), [control])).toEqual([control]);
    writeFileSync(join(home.path, 'control'), control);
    expect(hits(home.path, [control])).toHaveLength(1);

    await page.keyboard.press('Control+a');
    await signInByHand(page, password);
    await ask(page, 'startCall', start);
    const find = { by: 'userName', identifier: complete.userName, organisation: '' } as const;
    expect(await ask(page, 'findSubject', find)).toMatchObject({ ok: true, value: { find: 'found' } });
    const left = () => placesOf([password], { page, electron, home });
    await page.keyboard.press('Control+l');
    await expect(page.getByRole('heading', { name: words.lock.title })).toBeVisible();
    expect(await left()).toEqual([]);
    await signOutByAsking(page);
    expect(await left()).toEqual([]);
  } finally {
    await stop();
  }
});

test('a directory whose authority nobody has named is told nothing', async ({ openDesk }) => {
  const { directory, policy, stop } = await directoryForDesk();
  try {
    const { network: _network, ...unnamed } = policy;
    const { page } = await openDesk({ policy: unnamed });
    expect(await ask(page, 'signIn', { token: password })).toEqual({
      ok: false,
      error: { code: 'registry-certificate' },
    });
    expect(directory.log.filter((line) => line.includes('BIND'))).toEqual([]);
  } finally {
    await stop();
  }
});
