import { randomBytes } from 'node:crypto';
import { makeCertificates, type Pair } from '../support/certificates.mjs';
import { demoPersons } from '../support/demo-persons.mjs';
import { expect, test as base } from '../support/fixtures.js';
import { startGateway, totp } from '../support/gateway-server.mjs';
import { layDown, type Policy } from '../support/policy.mjs';
import { ask, journalOf, signInByAsking } from './ask.js';
import { wordsIn } from './at-the-desk.js';
import { findings } from './axe.js';

const { complete } = demoPersons;
const words = wordsIn('en');
const key = 'avain-7f3a';
const secret = randomBytes(20);
const certificates = makeCertificates();

/** A gateway of the company's over HTTPS, and the policy that names it and trusts its authority. */
const test = base.extend<{
  gateway: (tls: Pair) => Promise<Awaited<ReturnType<typeof startGateway>> & { policy: Policy }>;
}>({
  gateway: async ({ policy }, use) => {
    const undo: (() => Promise<unknown>)[] = [];
    await use(async (tls) => {
      const server = await startGateway({ tls, key: `Bearer ${key}`, accounts: { [complete.userName]: secret } });
      const authority = await layDown('authority.pem', (await certificates).ca);
      undo.push(server.stop, authority.remove);
      const headers = { authorization: 'Bearer {{secret}}' };
      const factors = {
        ...policy.factors,
        smsCode: { gateway: { url: `${server.url}/messages`, headers } },
        totp: { verifier: { url: `${server.url}/verify`, headers } },
      };
      const allowedHosts = [...policy.allowedHosts, new URL(server.url).host];
      return { ...server, policy: { ...policy, allowedHosts, network: { caFile: authority.path }, factors } };
    });
    for (const step of undo) await step();
  },
});

type Page = Parameters<typeof ask>[0];
/** A page that has only just come does not hear the keyboard yet. */
const openSettings = async (page: Page): Promise<void> => {
  await expect(page.getByRole('heading', { name: words.steps.newCall.title })).toBeVisible();
  await page.keyboard.press('Alt+3');
};
const keepKeys = async (page: Page): Promise<void> => {
  for (const name of ['sms', 'totp'] as const) {
    const renewed = page.waitForEvent('load');
    expect(await ask(page, 'keepGatewayKey', { name, key })).toMatchObject({ ok: true });
    await renewed;
  }
};
const proving = async (page: Page): Promise<void> => {
  await ask(page, 'startCall', { purpose: 'account-change', ticket: 'INC-20418', callerNumber: '' });
  await ask(page, 'findSubject', { by: 'userName', identifier: complete.userName, organisation: '' });
  await ask(page, 'chooseCandidate', { number: 1 });
  const { workEmail, organisation } = complete;
  const compared = await ask(page, 'compareClaims', { claims: { workEmail, organisation } });
  expect(compared).toMatchObject({ ok: true, value: { step: 'proving' } });
};
const send = (page: Page) => ask(page, 'sendCode', { factor: 'sms-code', language: 'fi' });

test('the gateways’ keys are entered once in the settings, by keyboard, and open both', async ({
  openDesk,
  gateway,
  registry,
  home,
}) => {
  const { policy, messages } = await gateway((await certificates).good);
  const { page } = await openDesk({ policy });
  await signInByAsking(page, registry.token);
  await page.reload();
  await openSettings(page);
  for (const name of ['sms', 'totp'] as const) {
    const section = page.getByRole('region', { name: words.gatewayKey.title[name] });
    await section.getByLabel(words.gatewayKey.label[name]).focus();
    await page.keyboard.type(key);
    const renewed = page.waitForEvent('load');
    await page.keyboard.press('Enter');
    await renewed;
    // Back where it was entered, and it says so.
    await expect(section.getByRole('heading')).toBeFocused();
    await expect(section).toContainText(words.deskKey.saved);
    await expect(section).toContainText(words.deskKey.kept);
  }
  // The next page has nothing to go back to.
  await page.reload();
  await expect(page.getByRole('heading', { name: words.steps.newCall.title })).toBeVisible();
  await proving(page);
  expect(await send(page)).toMatchObject({ ok: true });
  const code = /\b\d{6}\b/.exec(messages[0]?.text ?? '')?.[0] ?? '';
  expect(await ask(page, 'enterCode', { factor: 'sms-code', code })).toMatchObject({
    ok: true,
    value: { step: 'proving' },
  });
  expect(await ask(page, 'checkTotp', { code: totp(secret) })).toMatchObject({ ok: true, value: { step: 'verified' } });
  expect(JSON.stringify(journalOf(home))).not.toContain(key);
  expect(journalOf(home).filter(({ type }) => type === 'gateway-key.kept')).toHaveLength(2);
});

test('axe finds nothing where the gateways’ keys are entered and removed', async ({ openDesk, gateway, registry }) => {
  const { policy } = await gateway((await certificates).good);
  const { page } = await openDesk({ policy });
  await signInByAsking(page, registry.token);
  const renewed = page.waitForEvent('load');
  await ask(page, 'keepGatewayKey', { name: 'sms', key });
  await renewed;
  await openSettings(page);
  await expect(page.getByRole('region', { name: words.gatewayKey.title.totp })).toBeVisible();
  expect(await findings(page)).toEqual([]);
  const kept = page.getByRole('region', { name: words.gatewayKey.title.sms });
  await kept.getByRole('button', { name: words.deskKey.remove }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: words.deskKey.remove }).click();
  await expect(kept.getByLabel(words.gatewayKey.label.sms)).toBeVisible();
});

test('a gateway with a certificate that is expired, foreign or of another host is told nothing', async ({
  openDesk,
  gateway,
  registry,
  home,
}) => {
  const { expired, wrongHost, foreign } = await certificates;
  const { policy, requests, present } = await gateway(expired);
  const { page } = await openDesk({ policy });
  await signInByAsking(page, registry.token);
  await keepKeys(page);
  await proving(page);
  const refused = { ok: false, error: { code: 'gateway-certificate' } };
  for (const [what, tls] of Object.entries({ expired, wrongHost, foreign })) {
    present(tls);
    expect(await send(page), what).toMatchObject(refused);
    expect(await ask(page, 'checkTotp', { code: '123456' }), what).toMatchObject(refused);
  }
  expect(requests).toEqual([]);
  const failed = journalOf(home).filter(({ type, outcome }) => type === 'code.answered' && outcome === 'failed');
  expect(new Set(failed.map(({ reason }) => reason))).toEqual(new Set(['gateway-certificate']));
});

test('a gateway that is down is said to be, nothing is counted, and the call goes on', async ({
  openDesk,
  gateway,
  registry,
}) => {
  const { policy, stop } = await gateway((await certificates).good);
  const { page } = await openDesk({ policy });
  await signInByAsking(page, registry.token);
  await keepKeys(page);
  await proving(page);
  await stop();
  const down = { ok: false, error: { code: 'gateway-unreachable' } };
  expect(await send(page)).toMatchObject(down);
  expect(await ask(page, 'checkTotp', { code: '123456' })).toMatchObject(down);
  expect(await ask(page, 'deskState')).toMatchObject({
    ok: true,
    value: { call: { step: 'proving', wrongAnswersLeft: 3 } },
  });
});
