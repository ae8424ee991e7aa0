import type { Page } from '@playwright/test';
import { makeCertificates } from '../support/certificates.mjs';
import { startFaultServer } from '../support/fault-server.mjs';
import { accounts } from '../support/oidc.mjs';
import { test as tokenTest } from '../support/fixtures.js';
import { expect, test } from '../support/oidc-fixture.js';
import type { Home } from '../support/person.mjs';
import { ask, journalOf, startedState, typesOf } from './ask.js';
import { wordsIn } from './at-the-desk.js';
import { findings } from './axe.js';
import { button, signedIn, signInInBrowser, startByHand } from './in-browser.js';
import { byUserName, found, prove, reset } from './proving.js';

const words = wordsIn('en');
const refused = (code: string) => ({ ok: false, error: { code } });

/** What axe finds on the screen as it is now. */
test('an agent signs in in the browser, looks somebody up with the access token, and every entry names them', async ({
  desk: { page },
  systemBrowser,
  oidc,
  home,
}) => {
  await startByHand(page);
  await expect(page.getByText(words.signIn.waiting)).toBeVisible();
  await systemBrowser.signIn('aino');
  await signedIn(page, 'aino.agentti');
  await ask(page, 'startCall', reset);
  expect(await ask(page, 'findSubject', byUserName)).toMatchObject(found);
  const { scim, requests } = await oidc.order();
  expect(scim.at(-1)).toBe('Bearer 200');
  expect(requests).not.toContain('GET /token');
  const [start, ...rest] = journalOf(home).filter(({ type }) => !type.startsWith('policy.'));
  expect(start).toMatchObject({ type: 'desk.started', agent: null, role: null });
  expect(rest.map(({ agent, role }) => [agent, role])).toEqual(rest.map(() => ['aino.agentti', 'agent']));
  // Nothing of a token in what the window knows.
  const state = JSON.stringify(await ask(page, 'deskState'));
  const { access, refresh, id } = await oidc.order();
  for (const token of [...access, ...refresh, ...id]) expect(state).not.toContain(token);
  expect(state).not.toContain('Agentti');
});

test('the sign-in screen says where it stands, can be cancelled and started again, and axe finds nothing', async ({
  desk: { page },
  systemBrowser,
}) => {
  await expect(button(page, words.signIn.browser)).toBeFocused();
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('Enter');
  const first = await systemBrowser.next();
  await expect(button(page, words.signIn.again)).toBeFocused();
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('Enter');
  expect(await systemBrowser.next()).toBe(first);
  // Also for a window that was drawn anew meanwhile.
  await page.reload();
  await expect(page.getByText(words.signIn.waiting)).toBeVisible();
  await button(page, words.shell.cancel).click();
  await expect(button(page, words.signIn.browser)).toBeVisible();
  await page.keyboard.press('Enter');
  const second = await systemBrowser.next();
  expect(second).not.toBe(first);
  const back = new URL(await systemBrowser.visitor.signIn(second, 'aino'));
  back.searchParams.set('state', 'another');
  await systemBrowser.visitor.visit(back.href);
  await expect(page.getByText(words.failures['sign-in-state'].what)).toBeVisible();
  expect(await findings(page)).toEqual([]);
});

test('a token that the registry refuses in a call is renewed, and the call goes on', async ({
  desk: { page },
  systemBrowser,
  oidc,
}) => {
  expect(await signInInBrowser(page, systemBrowser, 'aino')).toMatchObject({
    ok: true,
    value: { session: { agent: 'aino.agentti', roles: ['agent'] } },
  });
  const started = await ask(page, 'startCall', reset);
  await oidc.order({ revokeAccess: true });
  const answer = await ask(page, 'findSubject', byUserName);
  expect(answer).toMatchObject(found);
  expect(answer.ok && started.ok && answer.value.reference === started.value.reference).toBe(true);
  expect((await oidc.order()).scim.slice(-2)).toEqual(['Bearer 401', 'Bearer 200']);
});

test('tokens are bound to a key where the policy says so, towards the provider and the registry', async ({
  openDesk,
  policy,
  systemBrowser,
  oidc,
}) => {
  await oidc.order({ requireNonce: true });
  const { page } = await openDesk({ policy: { ...policy, signIn: { ...policy.signIn, dpop: true } } });
  expect(await signInInBrowser(page, systemBrowser, 'aino')).toMatchObject({ ok: true });
  await ask(page, 'startCall', reset);
  expect(await ask(page, 'findSubject', byUserName)).toMatchObject(found);
  // The first without the registry's own word, which it then says.
  expect((await oidc.order()).scim.slice(-2)).toEqual(['DPoP 401', 'DPoP 200']);
});

test('a token that expires in a call is renewed, and the call goes on', async ({
  desk: { page },
  systemBrowser,
  oidc,
  home,
}) => {
  await oidc.order({ accessSeconds: 6 });
  await signInInBrowser(page, systemBrowser, 'aino');
  await ask(page, 'startCall', reset);
  const { access, refresh } = await oidc.order();
  const isDead = async () =>
    (await fetch(`${oidc.scim}/Users`, { headers: { authorization: `Bearer ${access.at(-1)}` } })).status;
  await expect.poll(isDead, { timeout: 20_000 }).toBe(401);
  expect(await ask(page, 'findSubject', byUserName)).toMatchObject(found);
  const after = await oidc.order();
  expect(after.refresh.length).toBeGreaterThan(refresh.length);
  expect(after.scim.at(-1)).toBe('Bearer 200');
  expect(typesOf(home)).not.toContain('session.signed-out');
});

interface Provider {
  order(orders?: object): Promise<{ readonly scim: readonly string[] }>;
}
/**
 * The provider ends the session, which the next question brings out: the page goes with it, so nobody waits there for an answer. It is on
 * record, and after it the registry hears nothing more.
 */
const runOut = async (page: Page, oidc: Provider, home: Home): Promise<void> => {
  await oidc.order({ revokeRefresh: true, revokeAccess: true });
  const loaded = page.waitForEvent('load');
  await page.evaluate((query) => void window.desk.findSubject(query), byUserName);
  await loaded;
  // The page is gone before that is written down.
  const answered = () => journalOf(home).filter(({ type }) => type === 'lookup.answered');
  await expect.poll(() => answered().at(-1)).toMatchObject({ outcome: 'failed', reason: 'session-ended' });
  const { scim } = await oidc.order();
  expect(scim.at(-1)).toBe('Bearer 401');
  expect(await ask(page, 'findSubject', byUserName)).toEqual(refused('not-signed-in'));
  expect((await oidc.order()).scim).toEqual(scim);
};

test('after the provider ended the session the same person signs in again and goes on with the call', async ({
  desk: { page },
  systemBrowser,
  oidc,
  home,
}) => {
  await startByHand(page);
  await systemBrowser.signIn('aino');
  await signedIn(page, 'aino.agentti');
  await prove(page);
  await runOut(page, oidc, home);
  await expect(page.getByText(words.failures['session-ended'].what)).toBeVisible();
  expect(await ask(page, 'deskState')).toMatchObject({ ok: true, value: { session: null, call: null } });
  expect(await ask(page, 'compareClaims', { claims: {} })).toEqual(refused('not-signed-in'));
  await button(page, words.signIn.browser).click();
  await systemBrowser.signIn('aino');
  await signedIn(page, 'aino.agentti');
  expect(await ask(page, 'deskState')).toMatchObject({
    ok: true,
    value: { call: { ticket: 'INC-20418', step: 'finding' } },
  });
  expect(typesOf(home)).not.toContain('call.closed');
});

test('a session that the provider ended can be signed out of, and the browser that remembers it opens nothing', async ({
  desk: { page },
  systemBrowser,
  oidc,
  home,
}) => {
  await startByHand(page);
  await systemBrowser.signIn('aino');
  await signedIn(page, 'aino.agentti');
  await ask(page, 'startCall', reset);
  await runOut(page, oidc, home);
  await expect(page.getByText(words.signIn.callWaits)).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await button(page, words.signIn.signOut).click();
  expect(await systemBrowser.next()).toContain('/session/end');
  await expect(button(page, words.signIn.signOut)).toHaveCount(0);
  expect(journalOf(home).slice(-2)).toMatchObject([
    { type: 'call.closed', outcome: 'abandoned', reason: 'signed-out', agent: 'aino.agentti' },
    { type: 'session.signed-out', agent: 'aino.agentti' },
  ]);
  await button(page, words.signIn.browser).click();
  expect(new URL(await systemBrowser.next()).searchParams.get('prompt')).toBe('login consent');
});

test('after the provider ended the session another person gets a desk without the call', async ({
  desk: { page },
  systemBrowser,
  oidc,
  home,
}) => {
  await signInInBrowser(page, systemBrowser, 'aino');
  await ask(page, 'startCall', reset);
  await runOut(page, oidc, home);
  const second = ask(page, 'startSignIn');
  const page2 = new URL(await systemBrowser.next());
  page2.searchParams.set('prompt', 'login consent');
  await systemBrowser.visitor.comeBack(page2.href, 'bertil');
  expect(await second).toMatchObject({ ok: true, value: { session: { agent: 'bertil.berg' }, call: null } });
  await ask(page, 'acceptNotice');
  expect(journalOf(home).find(({ type }) => type === 'call.closed')).toMatchObject({
    outcome: 'abandoned',
    reason: 'another-agent',
    agent: 'aino.agentti',
  });
});

test('roles that are taken away are gone with the next renewal, whatever is open', async ({
  desk: { page },
  systemBrowser,
  oidc,
  home,
}) => {
  expect(await signInInBrowser(page, systemBrowser, 'cilla')).toMatchObject({
    ok: true,
    value: { session: { roles: ['agent', 'supervisor'] } },
  });
  await ask(page, 'startCall', reset);
  await oidc.order({ accounts: { ...accounts, cilla: { ...accounts.cilla, groups: ['audit'] } }, revokeAccess: true });
  await ask(page, 'findSubject', byUserName);
  expect(await ask(page, 'startCall', reset)).toEqual(refused('forbidden'));
  expect(await ask(page, 'openAudit')).toMatchObject({ ok: true });
  expect(journalOf(home).find(({ type }) => type === 'session.roles-changed')).toMatchObject({ outcome: 'auditor' });
  await expect
    .poll(() => journalOf(home).find(({ type }) => type === 'call.closed'))
    .toMatchObject({ outcome: 'abandoned', reason: 'roles-removed' });
});

test('somebody without a role gets no desk, and that is on record by name', async ({
  desk: { page },
  systemBrowser,
  home,
}) => {
  await startByHand(page);
  await systemBrowser.signIn('eeva');
  await expect(page.getByText(words.failures['sign-in-no-role'].what)).toBeVisible();
  expect(await systemBrowser.next()).toMatch(/\/session\/end\?client_id=tunniste$/);
  expect(await ask(page, 'startCall', reset)).toEqual(refused('not-signed-in'));
  expect(journalOf(home).find(({ type }) => type === 'session.refused')).toMatchObject({
    agent: 'eeva.eiroolia',
    reason: 'sign-in-no-role',
  });
});

test('a second agent confirms in the browser, and it is on record who', async ({
  desk: { page },
  systemBrowser,
  home,
}) => {
  await startByHand(page);
  await systemBrowser.signIn('aino');
  await signedIn(page, 'aino.agentti');
  await prove(page);
  await expect(button(page, words.steps.prove.start)).toBeFocused();
  await page.keyboard.press('Escape');
  await button(page, words.terms.factor['second-agent']).click();

  // Nobody confirms their own call.
  await button(page, words.steps.prove.second).click();
  await systemBrowser.signIn('aino');
  await expect(page.getByText(words.failures['second-agent-same'].what)).toBeVisible();
  // It can be called off.
  await button(page, words.steps.prove.second).click();
  await systemBrowser.next();
  await button(page, words.steps.prove.secondCancel).click();
  await expect(button(page, words.steps.prove.second)).toBeVisible();
  // A colleague can.
  await button(page, words.steps.prove.second).click();
  await expect(page.getByText(words.steps.prove.secondWaiting)).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await systemBrowser.signIn('bertil');
  await expect(page.getByRole('heading', { name: words.steps.verified.title, level: 1 })).toBeVisible();
  expect(await systemBrowser.next()).toMatch(/\/session\/end\?client_id=tunniste$/);
  await signedIn(page, 'aino.agentti');

  const steps = journalOf(home).filter(({ type }) => type.startsWith('factor.') || type === 'call.verified');
  expect(steps.map(({ type, agent, outcome, reason }) => [type, agent, outcome, reason])).toEqual([
    ['factor.started', 'aino.agentti', 'second-agent', null],
    ['factor.finished', 'aino.agentti', 'second-agent', 'refused'],
    ['factor.started', 'aino.agentti', 'second-agent', null],
    ['factor.finished', 'aino.agentti', 'second-agent', 'refused'],
    ['factor.started', 'aino.agentti', 'second-agent', null],
    ['factor.finished', 'bertil.berg', 'second-agent', 'confirmed'],
    ['call.verified', 'aino.agentti', 'facts+second-agent', null],
  ]);
  expect(new Set(steps.map(({ call }) => call)).size).toBe(1);
});

test('a desk that starts without its provider says so, signs nobody in, and goes on when asked again', async ({
  openDesk,
  systemBrowser,
  oidc,
  home,
}) => {
  const first = await openDesk();
  await signInInBrowser(first.page, systemBrowser, 'aino');

  await first.close();
  await oidc.order({ fault: 'broken' });
  const second = await openDesk();
  await expect(second.page.getByText(words.failures['provider-failed'].what)).toBeVisible();
  expect(await startedState(second.page)).toMatchObject({ ok: true, value: { session: null } });
  await oidc.order({ fault: null });
  await button(second.page, words.signIn.browser).click();
  await signedIn(second.page, 'aino.agentti');
  await second.close();
  const third = await openDesk();
  await signedIn(third.page, 'aino.agentti');
  expect(
    journalOf(home)
      .filter(({ type }) => type === 'session.signed-in')
      .map(({ outcome }) => outcome),
  ).toEqual(['provider', 'kept-token', 'kept-token']);
});

test('over Chromium’s network too, whatever the provider does is a typed end, and no page opens', async ({
  desk: { page },
  systemBrowser,
  oidc,
}) => {
  const faultAt = '/.well-known/openid-configuration';
  for (const [fault, code] of [
    ['html', 'provider-invalid'],
    ['broken', 'provider-failed'],
    ['redirect', 'provider-redirected'],
    ['huge', 'provider-too-large'],
    ['otherIssuer', 'provider-mismatch'],
    ['otherHost', 'provider-mismatch'],
    ['silent', 'provider-timeout'],
  ] as const) {
    await oidc.order({ fault, faultAt });
    expect(await ask(page, 'startSignIn'), fault).toEqual(refused(code));
  }
  await oidc.order({ fault: null });
  const signing = ask(page, 'startSignIn');
  // The first page of all is that of the sign-in that went well.
  await systemBrowser.signIn('aino');
  expect(await signing).toMatchObject({ ok: true });
  await ask(page, 'acceptNotice');
});

test('a provider with a certificate that the system does not trust is told nothing', async ({ openDesk, policy }) => {
  const { foreign } = await makeCertificates();
  const server = await startFaultServer({ tls: foreign });
  const { origin, host } = new URL(server.url);
  const allowedHosts = [...policy.allowedHosts, host];
  const desk = await openDesk({ policy: { ...policy, allowedHosts, signIn: { ...policy.signIn, issuer: origin } } });
  expect(await ask(desk.page, 'startSignIn')).toEqual(refused('provider-certificate'));
  expect(server.requests).toEqual([]);
  await server.stop();
});

tokenTest('a desk that signs in by token never reads the library for the other way', async ({ desk, registry }) => {
  expect(await ask(desk.page, 'startSignIn')).toEqual(refused('sign-in-kind'));
  expect(await ask(desk.page, 'signIn', { token: registry.token })).toMatchObject({ ok: true });
  const loaded = await desk.electron.evaluate(() => {
    const modules = process.mainModule?.require('node:module') as { readonly _cache: object };
    return Object.keys(modules._cache);
  });
  expect(loaded.some((file) => file.endsWith('compose.cjs'))).toBe(true);
  expect(loaded.filter((file) => file.endsWith('openid.cjs'))).toEqual([]);
});

test('a desk that signs in with the provider takes no token', async ({ desk: { page } }) => {
  expect(await ask(page, 'signIn', { token: 'some-token-1234' })).toEqual(refused('sign-in-kind'));
});
