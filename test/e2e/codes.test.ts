import { demoPost } from '../support/demo-post.mjs';
import { demoPersons } from '../support/demo-persons.mjs';
import { test as everyWay } from '../support/every-way-fixture.js';
import { expect, test } from '../support/fixtures.js';
import { journalOf } from './ask.js';
import { signInInBrowser } from './in-browser.js';
import { prove } from './proving.js';
import { candidates, createKeys, prefer, signInByHand, wordsIn } from './at-the-desk.js';
import { findings } from './axe.js';

const { complete } = demoPersons;

test('a caller is proved by keyboard with the code that a mail brought', async ({
  openDesk,
  policy,
  registry,
  home,
}) => {
  const post = await demoPost(() => undefined);
  const reset = {
    ...policy.purposes['access-reset'],
    compare: ['workEmail' as const],
    show: [],
    points: 4,
    factors: 2,
  };
  const { page } = await openDesk({
    policy: post.in({ ...policy, purposes: { 'access-reset': { ...reset, strongest: 'signal' } } }),
  });
  const words = wordsIn('fi');
  await prefer(page, { language: 'fi' });
  await signInByHand(page, registry.token);
  const { press, type } = createKeys(page);
  await press('1');
  await type('INC-20418');
  await press('Enter');
  await expect(page.getByLabel(words.steps.find.identifier)).toBeFocused();
  await type(complete.userName);
  await press('Enter');
  await expect(candidates(page)).toBeFocused();
  await press('Enter');
  await expect(page.getByLabel(words.terms.field.workEmail)).toBeFocused();
  await type(complete.workEmail);
  await press('Enter');
  await expect(page.getByRole('button', { name: words.steps.prove.start })).toBeFocused();
  await press('Escape');
  await expect(page.getByRole('group', { name: words.ways.ways })).toBeFocused();
  await press('3'); // after the call-back and the text message
  await expect(page.getByRole('button', { name: words.ways.send['email-code'] })).toBeFocused();
  await press('Enter');
  const field = page.getByLabel(words.ways.code);
  await expect(field).toBeFocused();
  await expect.poll(() => post.mail.received.length).toBe(1);
  const [mail] = post.mail.received;
  const code = /\b\d{6}\b/.exec(mail?.text ?? '')?.[0] ?? '';
  const spoken = page.getByRole('region', { name: words.ways.mutual }).locator('.mutual-words');
  expect(mail?.text).toContain(await spoken.innerText());
  await type(`Koodi ${code}`);
  await press('Enter');
  await expect(page.getByText(words.failures['code-malformed'].what)).toBeVisible();
  await expect(field).toBeFocused();
  await type(`${code.slice(0, 3)} ${code.slice(3)}`);
  await press('Enter');
  await expect(page.getByRole('heading', { name: words.steps.verified.title, level: 1 })).toBeVisible();
  const entries = journalOf(home);
  expect(entries.map(({ type: kind }) => kind)).toEqual(
    expect.arrayContaining(['code.sent', 'code.answered', 'factor.finished', 'call.verified']),
  );
  expect(JSON.stringify(entries)).not.toContain(code);
  await post.stop();
});

everyWay(
  'axe finds nothing where a caller is proved by each way, and the keyboard alone reaches them',
  async ({ desk: { page }, systemBrowser, post, home }) => {
    const words = wordsIn('en');
    const { press, type } = createKeys(page);
    const found: string[] = [];
    const look = async (pane: string): Promise<void> => void found.push(...(await findings(page, pane)));
    const choose = async (digit: string): Promise<void> => {
      await press('Escape');
      await expect(page.getByRole('group', { name: words.ways.ways })).toBeFocused();
      await press(digit);
    };
    const button = (name: string) => page.getByRole('button', { name });
    await signInInBrowser(page, systemBrowser, 'aino');
    await prove(page);
    await expect(button(words.steps.prove.start)).toBeFocused();
    await choose('2');
    await expect(button(words.ways.send['sms-code'])).toBeFocused();
    await press('Enter');
    await expect(page.getByLabel(words.ways.code)).toBeFocused();
    await type('000000');
    await press('Enter');
    await expect(page.getByText(words.ways.wrong)).toBeVisible();
    await expect(page.getByText(words.proof.nextTitle)).toBeVisible();
    await look('text message');
    await expect.poll(() => post.gateway.messages.length).toBe(1);
    await type(/\b\d{6}\b/.exec(post.gateway.messages[0]?.text ?? '')?.[0] ?? '');
    await press('Enter');
    await expect(page.getByRole('group', { name: words.ways.ways })).toBeFocused();
    await look('choice');
    await press('4'); // after the call-back, the mail and the one-time password
    await expect(button(words.ways.send.approval)).toBeFocused();
    await press('Enter');
    await expect(page.getByLabel(words.ways.code)).toBeFocused();
    await look('approval');
    await choose('3');
    await expect(page.getByLabel(words.ways.password)).toBeVisible();
    await look('one-time password');
    await choose('6');
    await expect(page.getByRole('radio', { name: words.ways.sightings.video })).toBeFocused();
    await press('Tab');
    await type('Passport held to the camera; the face is the one I know.');
    await press('Enter');
    await expect(button(words.steps.prove.secondCancel)).toBeVisible();
    await look('attestation');
    await systemBrowser.signIn('bertil');
    await expect(button(words.steps.prove.secondCancel)).toHaveCount(0);
    const seen = journalOf(home).filter(({ outcome }) => outcome === 'in-person');
    expect(seen.map(({ type: kind, agent, reason }) => [kind, agent, reason])).toEqual([
      ['factor.started', 'aino.agentti', 'video'],
      ['factor.finished', 'bertil.berg', 'confirmed'],
    ]);
    expect(JSON.stringify(journalOf(home))).not.toContain('Passport');
    expect(found).toEqual([]);
  },
);
