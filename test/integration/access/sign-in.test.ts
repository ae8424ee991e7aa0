import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sealText } from '../../../electron/main/credentials/sealed-text.js';
import type { ErrorCode } from '../../../shared/result.js';
import { createOidcDesk, type OidcDesk } from '../../support/oidc-desk.js';
import { accounts, startOidc } from '../../support/oidc.mjs';
import { createVisitor } from '../../support/oidc-visitor.mjs';

type Oidc = Awaited<ReturnType<typeof startOidc>>;

let oidc: Oidc;
let desk: OidcDesk;
let visitor: ReturnType<typeof createVisitor>;
const undo: (() => Promise<void>)[] = [];

beforeAll(async () => {
  oidc = await startOidc({ url: 'http://127.0.0.1:1/scim/v2', token: 'none' });
});
afterAll(() => oidc.stop());
beforeEach(async () => {
  await oidc.reset();
  visitor = createVisitor();
  await open();
});
afterEach(async () => {
  for (const step of undo.splice(0)) await step();
});

const open = async (options: Partial<Parameters<typeof createOidcDesk>[0]> = {}): Promise<void> => {
  desk = await createOidcDesk({ issuer: oidc.issuer, ...options });
  undo.push(desk.end);
};
const refusal = (code: ErrorCode) => ({ ok: false, error: { code } });
const types = () => desk.steps.map(({ type, reason, outcome }) => [type, outcome ?? reason]);

/** As somebody who signs in on the page that opened and comes back. */
const signInAs = async (account: string) => {
  const done = desk.signIn.start();
  const { status } = await visitor.comeBack(await desk.pages.next(), account);
  expect(status).toBe(200);
  return done;
};
const token = async (refused?: string): Promise<string> => {
  const answer = await desk.signIn.accessToken(refused);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.value;
};

describe('signing in with the provider', () => {
  it('asks with PKCE, state and nonce, for a loopback address that nobody can guess', async () => {
    const done = desk.signIn.start();
    const page = new URL(await desk.pages.next());
    const asked = Object.fromEntries(page.searchParams);
    expect(page.origin).toBe(oidc.issuer);
    expect(asked).toMatchObject({ response_type: 'code', code_challenge_method: 'S256', client_id: 'tunniste' });
    for (const secret of ['state', 'nonce', 'code_challenge']) expect(asked[secret]).toMatch(/^[\w-]{43}$/);
    expect(asked['redirect_uri']).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{32}$/);
    desk.signIn.cancel();
    expect(await done).toEqual(refusal('sign-in-cancelled'));
    const again = desk.signIn.start();
    expect(new URL(await desk.pages.next()).searchParams.get('redirect_uri')).not.toBe(asked['redirect_uri']);
    desk.signIn.cancel();
    await again;
  });

  it('gives the agent the roles of their groups, on record under their own name', async () => {
    expect(await signInAs('cilla')).toEqual({ ok: true, value: undefined });
    expect(desk.signIn.session).toEqual({
      agent: 'cilla.chef',
      roles: ['agent', 'supervisor'],
      person: { userName: 'cilla.chef', email: null, familyName: null },
    });
    expect(desk.steps).toEqual([
      { type: 'session.signed-in', outcome: 'provider', by: { agent: 'cilla.chef', role: 'agent+supervisor' } },
    ]);
  });

  it('takes a claim of one string, and claims that only the user info tells', async () => {
    await oidc.order({ userInfoOnly: true });
    await signInAs('daavid');
    expect(desk.signIn.session).toMatchObject({ agent: 'daavid.dokumentti', roles: ['auditor'] });
  });

  it('seals what renews the session, and keeps the access token out of the file', async () => {
    await signInAs('aino');
    const { refresh, access } = await oidc.order();
    const file = await desk.keyFile();
    expect(desk.store.kept()?.refreshToken.open()).toBe(refresh.at(-1));
    for (const secret of [...refresh, ...access]) expect(file.includes(secret)).toBe(false);
  });

  it('opens the same page again, and the two wait for one answer', async () => {
    const first = desk.signIn.start();
    const page = await desk.pages.next();
    const second = desk.signIn.start();
    expect(await desk.pages.next()).toBe(page);
    await visitor.comeBack(page, 'aino');
    expect([await first, await second]).toEqual([
      { ok: true, value: undefined },
      { ok: true, value: undefined },
    ]);
    expect(types()).toHaveLength(1);
  });

  it('refuses somebody without a role: on record by name, tokens revoked, signed out at the provider', async () => {
    expect(await signInAs('eeva')).toEqual(refusal('sign-in-no-role'));
    expect(desk.signIn.session).toBeNull();
    expect(desk.steps).toEqual([
      { type: 'session.refused', reason: 'sign-in-no-role', by: { agent: 'eeva.eiroolia', role: null } },
    ]);
    expect(await desk.pages.next()).toBe(`${oidc.issuer}/session/end?client_id=tunniste`);
    expect(desk.store.kept()).toBeNull();
    expect((await oidc.order()).requests.filter((request) => request === 'POST /token/revocation').length).toBe(2);
  });

  it('refuses somebody whom the claim does not name', async () => {
    expect(await signInAs('nimeton')).toEqual(refusal('sign-in-no-name'));
    expect(desk.signIn.session).toBeNull();
  });

  it('signs nobody in whom it cannot record', async () => {
    desk.failRecords('audit-unavailable');
    expect(await signInAs('aino')).toEqual(refusal('audit-unavailable'));
    expect([desk.signIn.session, desk.store.kept()]).toEqual([null, null]);
  });

  it('takes no token in place of the provider', async () => {
    expect(await desk.signIn.signIn('some-token-1234')).toEqual(refusal('sign-in-kind'));
  });

  it('names the registry to the provider where the policy does', async () => {
    await open({ policy: { resource: 'https://registry.esimerkki.example/' } });
    const done = desk.signIn.start();
    const page = new URL(await desk.pages.next());
    expect(page.searchParams.get('resource')).toBe('https://registry.esimerkki.example/');
    desk.signIn.cancel();
    await done;
  });

  it('proves its key to a provider that wants its own word in the proof', async () => {
    await open({ policy: { dpop: true } });
    await oidc.order({ requireNonce: true });
    expect(await signInAs('aino')).toMatchObject({ ok: true });
    expect(await token(await token())).toBeTruthy();
  });

  it('binds tokens to a key where the policy says so, and proves it has the key', async () => {
    await open({ policy: { dpop: true } });
    await signInAs('aino');
    const answer = await desk.signIn.accessToken();
    if (!answer.ok || !answer.value.prove) throw new Error('no proof');
    const { value, prove } = answer.value;
    const url = `${oidc.issuer}/scim/v2/Users/.search`;
    const ask = (proof: string, scheme = 'DPoP') =>
      fetch(url, { method: 'POST', headers: { authorization: `${scheme} ${value}`, dpop: proof }, body: '{}' });
    // There is no registry behind the gate here.
    expect((await ask(await prove('POST', url))).status).toBe(502);
    expect((await ask(await prove('GET', url))).status).toBe(401);
    expect((await ask(await prove('POST', url), 'Bearer')).status).toBe(401);
    expect((await oidc.order()).scim.slice(-3)).toEqual(['DPoP 200', 'DPoP 401', 'Bearer 401']);
    // And the key is there after a restart.
    const next = desk.start();
    await next.signIn.resume();
    await expect.poll(() => next.signIn.session?.agent).toBe('aino.agentti');
  });
});

describe('after a lock', () => {
  /** What somebody is asked who comes with nothing but the browser of the agent before. */
  const askedOf = async (page: string): Promise<'login' | 'consent'> => {
    const { to, page: form } = await visitor.visit(page);
    if (to !== null) return askedOf(to);
    return form.includes('name="login"') ? 'login' : 'consent';
  };
  const lockAndSignOut = async () => {
    await signInAs('aino');
    desk.shut();
    await desk.signIn.signOut(() => Promise.resolve());
    await desk.pages.next();
  };

  it('the provider’s own cookie signs nobody in: it is asked for a new login, and the desk stays shut', async () => {
    await lockAndSignOut();
    const done = desk.signIn.start();
    const page = await desk.pages.next();
    const asked = new URL(page).searchParams;
    expect([asked.get('prompt'), asked.get('max_age')]).toEqual(['login consent', '0']);
    expect(await askedOf(page)).toBe('login');
    desk.signIn.cancel();
    expect([await done, desk.isShut(), desk.signIn.session]).toEqual([refusal('sign-in-cancelled'), true, null]);
  });

  it('the cookie is alive: without a lock it signs in', async () => {
    await signInAs('aino');
    await desk.signIn.signOut(() => Promise.resolve());
    await desk.pages.next();
    const done = desk.signIn.start();
    const page = await desk.pages.next();
    expect(await askedOf(page)).toBe('consent');
    await visitor.comeBack(page, 'whoever is never asked');
    expect([(await done).ok, desk.signIn.session?.agent]).toEqual([true, 'aino.agentti']);
  });

  it('a page that was changed so that the cookie does is refused, by the time of the login', async () => {
    let clock = Date.now();
    await open({ now: () => clock });
    await lockAndSignOut();
    // Later than the tolerated difference of the clocks.
    clock += 90_000;
    await oidc.order({ skewSeconds: 90 });
    const done = desk.signIn.start();
    const page = new URL(await desk.pages.next());
    page.searchParams.set('prompt', 'consent');
    page.searchParams.set('max_age', '86400');
    await visitor.comeBack(page.href, 'aino');
    expect([await done, desk.isShut()]).toEqual([refusal('sign-in-refused'), true]);
    expect([desk.signIn.session, desk.store.kept()]).toEqual([null, null]);
  });

  it('signing in anew opens it, and a refresh token is kept as ever', async () => {
    await lockAndSignOut();
    expect(await signInAs('bertil')).toMatchObject({ ok: true });
    expect([desk.isShut(), desk.signIn.session?.agent]).toEqual([false, 'bertil.berg']);
    expect(desk.store.kept()).not.toBeNull();
  });

  it('is the same for a desk that keeps no refresh token', async () => {
    await open({ policy: { consent: false, scopes: ['openid', 'profile', 'email'] } });
    await lockAndSignOut();
    const next = desk.start();
    const done = next.signIn.start();
    expect(await askedOf(await desk.pages.next())).toBe('login');
    next.signIn.cancel();
    expect(await done).toEqual(refusal('sign-in-cancelled'));
  });

  it('a session that was kept comes back without opening it', async () => {
    await signInAs('aino');
    desk.shut();
    const next = desk.start();
    expect(await next.signIn.start()).toMatchObject({ ok: true });
    expect([next.signIn.session?.agent, desk.isShut()]).toEqual(['aino.agentti', true]);
  });

  it('is not opened by a sign-in that began before it, for which a cookie was enough', async () => {
    const done = desk.signIn.start();
    const page = await desk.pages.next();
    desk.shut();
    await visitor.comeBack(page, 'aino');
    expect([await done, desk.isShut(), desk.signIn.session]).toEqual([refusal('sign-in-cancelled'), true, null]);
    expect(desk.steps).toEqual([]);
  });
});

describe('a session that ran out', () => {
  const lapse = async () => {
    await oidc.order({ revokeRefresh: true });
    expect(await desk.signIn.accessToken(await token())).toEqual(refusal('session-ended'));
  };

  it('shuts the desk, and the cookie does not open it', async () => {
    await signInAs('aino');
    await lapse();
    expect([desk.isShut(), desk.signIn.hasLapsed]).toEqual([true, true]);
    const done = desk.signIn.start();
    expect(new URL(await desk.pages.next()).searchParams.get('prompt')).toBe('login consent');
    desk.signIn.cancel();
    await done;
  });

  it('shuts the desk also when that is found at the start', async () => {
    await signInAs('aino');
    await oidc.order({ revokeRefresh: true });
    const next = desk.start();
    await next.signIn.resume();
    await expect.poll(() => next.signIn.failure).toEqual({ code: 'session-ended' });
    expect(desk.isShut()).toBe(true);
  });

  it('can be signed out of: the call is left, it is on record, and the next person finds nothing of it', async () => {
    await signInAs('aino');
    await lapse();
    const left: unknown[] = [];
    const agents: unknown[] = [];
    const leaving = () => Promise.resolve(void left.push('call', agents.push(desk.signIn.agent)));
    expect(await desk.signIn.signOut(leaving)).toEqual({ ok: true, value: undefined });
    expect([left[0], agents]).toEqual(['call', ['aino.agentti']]);
    expect(desk.signIn).toMatchObject({ session: null, agent: null, sub: null, hasLapsed: false, failure: null });
    expect(types().at(-1)).toEqual(['session.signed-out', undefined]);
    expect(await desk.signIn.signOut(leaving)).toEqual(refusal('not-signed-in'));
    expect(desk.isShut()).toBe(true);
  });

  it('leaves no call to the same person who is no agent any more', async () => {
    await signInAs('cilla');
    await lapse();
    await oidc.order({ accounts: { ...accounts, cilla: { ...accounts.cilla, groups: ['audit'] } } });
    expect(await signInAs('cilla')).toMatchObject({ ok: true });
    expect([desk.signIn.session?.roles, desk.left]).toEqual([['auditor'], ['roles-removed']]);
  });

  it('leaves no call to the same person who has no role any more, and lets a stranger end nobody’s', async () => {
    await signInAs('cilla');
    await lapse();
    visitor = createVisitor();
    expect(await signInAs('eeva')).toEqual(refusal('sign-in-no-role'));
    expect(desk.left).toEqual([]);
    visitor = createVisitor();
    await oidc.order({ accounts: { ...accounts, cilla: { ...accounts.cilla, groups: ['canteen'] } } });
    await desk.pages.next();
    expect(await signInAs('cilla')).toEqual(refusal('sign-in-no-role'));
    expect(desk.left).toEqual(['roles-removed']);
  });
});

describe('the time of a session', () => {
  it('is that of signing in, over renewals and restarts, until somebody signs in again', async () => {
    let clock = Date.now();
    await open({ now: () => clock });
    await signInAs('aino');
    const began = clock;
    expect(desk.signIn.signedInAt).toBe(began);
    clock += 5000;
    await oidc.order({ skewSeconds: 5 });
    await token(await token());
    expect(desk.signIn.signedInAt).toBe(began);
    const next = desk.start();
    await next.signIn.resume();
    await expect.poll(() => next.signIn.session?.agent).toBe('aino.agentti');
    expect(next.signIn.signedInAt).toBe(began);
    await next.signIn.signOut(() => Promise.resolve());
    expect(next.signIn.signedInAt).toBeNull();
  });
});

describe('renewing', () => {
  it('comes by itself, so that roles are never older than a token', async () => {
    await oidc.order({ accessSeconds: 2 });
    await signInAs('cilla');
    await oidc.order({ accounts: { ...accounts, cilla: { ...accounts.cilla, groups: ['audit'] } } });
    await expect.poll(() => desk.signIn.session?.roles, { timeout: 10_000 }).toEqual(['auditor']);
    await desk.signIn.signOut(() => Promise.resolve());
  });

  it('is one exchange for all who need it, and the new refresh token is in the file', async () => {
    await signInAs('aino');
    const old = await token();
    const renewed = await Promise.all([token(old), token(old), token(old)]);
    expect(new Set(renewed).size).toBe(1);
    expect(renewed[0]).not.toBe(old);
    const { refresh } = await oidc.order();
    expect(desk.store.kept()?.refreshToken.open()).toBe(refresh.at(-1));
    expect((await oidc.order()).access.slice(-2)).toEqual([old, renewed[0]]);
    const reopened = desk.start();
    await reopened.store.open();
    expect(reopened.store.kept()?.refreshToken.open()).toBe(refresh.at(-1));
  });

  it('comes before the token expires', async () => {
    let clock = Date.now();
    await open({ now: () => clock });
    await signInAs('aino');
    const old = await token();
    clock += 50_000;
    expect(await token()).toBe(old);
    // Within a few seconds of its end, by the desk's clock.
    await oidc.order({ skewSeconds: 596 });
    clock += 546_000;
    expect(await token()).not.toBe(old);
  });

  it('survives the provider changing its signing keys', async () => {
    await signInAs('aino');
    await oidc.order({ rotateKeys: true });
    const old = await token();
    expect(await token(old)).not.toBe(old);
    await oidc.order({ rotateKeys: true });
    expect(await token(await token())).not.toBe(old);
  });

  it('ends the session when the provider ended it, and keeps what the same person left open', async () => {
    await signInAs('aino');
    await oidc.order({ revokeRefresh: true });
    expect(await desk.signIn.accessToken(await token())).toEqual(refusal('session-ended'));
    expect(desk.signIn).toMatchObject({ session: null, failure: { code: 'session-ended' }, agent: 'aino.agentti' });
    expect(desk.store.kept()).toBeNull();
    expect(types().at(-1)).toEqual(['session.signed-out', 'session-ended']);
    await signInAs('aino');
    expect([desk.signIn.session?.agent, desk.left]).toEqual(['aino.agentti', []]);
  });

  it('leaves what is open when another person signs in after that', async () => {
    await signInAs('aino');
    await oidc.order({ revokeRefresh: true });
    await desk.signIn.accessToken(await token());
    visitor = createVisitor();
    await signInAs('bertil');
    expect([desk.signIn.session?.agent, desk.left]).toEqual(['bertil.berg', ['another-agent']]);
  });

  it('takes away roles that the provider took away', async () => {
    await signInAs('cilla');
    await oidc.order({ accounts: { ...accounts, cilla: { ...accounts.cilla, groups: ['audit'] } } });
    expect(desk.signIn.session?.roles).toEqual(['agent', 'supervisor']);
    await token(await token());
    expect(desk.signIn.session?.roles).toEqual(['auditor']);
    expect(types().at(-1)).toEqual(['session.roles-changed', 'auditor']);
    // Who is no agent any more has no call.
    expect(desk.left).toEqual(['roles-removed']);
  });

  it('gives no new role that cannot be recorded', async () => {
    await signInAs('aino');
    await oidc.order({ accounts: { ...accounts, aino: { ...accounts.aino, groups: ['support-leads'] } } });
    desk.failRecords('audit-unavailable');
    await token(await token());
    expect(desk.signIn.session?.roles).toEqual(['agent']);
  });

  it('ends the session of somebody whose last role is gone', async () => {
    await signInAs('aino');
    await oidc.order({ accounts: { ...accounts, aino: { preferred_username: 'aino.agentti', groups: [] } } });
    expect(await desk.signIn.accessToken(await token())).toEqual(refusal('sign-in-no-role'));
    expect([desk.signIn.session, desk.left, desk.store.kept()]).toEqual([null, ['roles-removed'], null]);
  });

  it('that fails on the way leaves the session as it is, and works when the provider is back', async () => {
    await signInAs('aino');
    const old = await token();
    await oidc.order({ fault: 'broken' });
    expect(await desk.signIn.accessToken(old)).toEqual(refusal('provider-failed'));
    expect(desk.signIn.session?.agent).toBe('aino.agentti');
    await oidc.order({ fault: null });
    expect(await token(old)).not.toBe(old);
  });

  describe.each([
    ['user info', '/me'],
    ['signing keys', '/jwks'],
  ])('whose %s cannot be had after the exchange', (_what, faultAt) => {
    beforeEach(async () => {
      await oidc.order({ userInfoOnly: true });
      await signInAs('aino');
    });

    it('keeps the new refresh token sealed, for the old one is good no more', async () => {
      const old = await token();
      await oidc.order({ fault: 'broken', faultAt });
      expect(await desk.signIn.accessToken(old)).toEqual(refusal('provider-failed'));
      const { refresh } = await oidc.order({ fault: null });
      const reopened = desk.start();
      await reopened.store.open();
      expect(reopened.store.kept()?.refreshToken.open()).toBe(refresh.at(-1));
      expect(await token(old)).not.toBe(old);
      expect(types()).toHaveLength(1);
    });

    it('loses no session that was kept from last time', async () => {
      await oidc.order({ fault: 'broken', faultAt });
      const next = desk.start();
      await next.signIn.resume();
      await expect.poll(() => next.signIn.failure).toEqual({ code: 'provider-failed' });
      await oidc.order({ fault: null });
      expect(await next.signIn.start()).toEqual({ ok: true, value: undefined });
      expect([next.signIn.session?.agent, desk.pages.size]).toEqual(['aino.agentti', 0]);
    });

    it('leaves no refresh token in force when the agent signs out meanwhile', async () => {
      const old = await token();
      const { requests } = await oidc.order({ fault: 'silent', faultAt });
      const renewing = desk.signIn.accessToken(old);
      await expect.poll(async () => (await oidc.order()).requests.slice(requests.length)).toContain(`GET ${faultAt}`);
      const kept = desk.store.kept();
      await oidc.order({ fault: null });
      await desk.signIn.signOut(() => Promise.resolve());
      if (!kept) throw new Error('nothing was kept');
      expect(kept.refreshToken.open()).toBe((await oidc.order()).refresh.at(-1));
      expect(await desk.provider.refresh(kept, () => Promise.resolve())).toEqual(refusal('session-ended'));
      expect(desk.store.kept()).toBeNull();
      expect(await renewing).toEqual(refusal('not-signed-in'));
    });
  });
});

describe('a sign-in beside the session, by the same person', () => {
  it.each(['confirmSamePerson', 'secondAgent'] as const)('leaves the session its tokens: %s', async (way) => {
    await signInAs('aino');
    const old = await token();
    const asked = desk[way](new AbortController().signal);
    await visitor.comeBack(await desk.pages.next(), 'aino');
    const same = way === 'secondAgent' ? { ...refusal('second-agent-same'), agent: 'aino.agentti' } : { ok: true };
    expect(await asked).toMatchObject(same);
    expect(await token(old)).not.toBe(old);
    expect(types()).toHaveLength(1);
  });
});

describe('a start with a session kept from last time', () => {
  it('renews it before anybody is signed in', async () => {
    await signInAs('aino');
    const next = desk.start();
    await next.signIn.resume();
    expect([next.signIn.session, next.signIn.signingIn]).toEqual([null, 'renewing']);
    await expect.poll(() => next.signIn.session?.agent).toBe('aino.agentti');
    expect(desk.steps.at(-1)).toMatchObject({ type: 'session.signed-in', outcome: 'kept-token' });
    expect(desk.pages.size).toBe(0);
  });

  it('says why when there is no network, signs nobody in, and goes on when asked again', async () => {
    await signInAs('aino');
    await oidc.order({ fault: 'broken' });
    const next = desk.start();
    await next.signIn.resume();
    await expect.poll(() => next.signIn.failure).toEqual({ code: 'provider-failed' });
    expect([next.signIn.session, desk.changed() > 0]).toEqual([null, true]);
    // Asked for the desk again it does not try by itself.
    const { requests } = await oidc.order();
    await next.signIn.resume();
    expect((await oidc.order()).requests).toEqual(requests);
    await oidc.order({ fault: null });
    expect(await next.signIn.start()).toEqual({ ok: true, value: undefined });
    expect(next.signIn.session?.agent).toBe('aino.agentti');
  });

  it('goes to the browser when the provider has ended it', async () => {
    await signInAs('aino');
    await oidc.order({ revokeRefresh: true });
    const next = desk.start();
    await next.signIn.resume();
    await expect.poll(() => next.signIn.failure).toEqual({ code: 'session-ended' });
    const done = next.signIn.start();
    await visitor.comeBack(await desk.pages.next(), 'aino');
    expect(await done).toMatchObject({ ok: true });
  });
});

describe('signing out while a session kept from last time is renewed', () => {
  /** A start whose renewal was answered by the provider, and the answer is on its way. */
  const startRenewing = async () => {
    let arrive: () => void = () => undefined;
    let isSlow = false;
    let underWay = 0;
    await open({
      way: (send) => async (request, signal) => {
        const answer = await send(request, signal);
        if (!isSlow || !request.url.endsWith('/token')) return answer;
        isSlow = false;
        underWay += 1;
        await new Promise<void>((resolve) => (arrive = resolve));
        return answer;
      },
    });
    await signInAs('aino');
    isSlow = true;
    const next = desk.start();
    await next.signIn.resume();
    await expect.poll(() => underWay).toBe(1);
    expect(await next.signIn.signOut(() => Promise.resolve())).toMatchObject({ ok: true });
    await visitor.signOut(await desk.pages.next());
    return { ...next, arrive: () => arrive() };
  };

  it('keeps nothing of it, and what came is good for nothing', async () => {
    const { signIn, store, provider, arrive } = await startRenewing();
    const { refresh } = await oidc.order();
    arrive();
    await expect.poll(() => signIn.signingIn).toBeNull();
    expect([signIn.session, signIn.failure, store.kept()]).toEqual([null, null, null]);
    const came = { sub: 'aino', refreshToken: sealText(refresh.at(-1) ?? ''), key: null };
    expect(await provider.refresh(came, () => Promise.resolve())).toEqual(refusal('session-ended'));
    const later = desk.start();
    await later.signIn.resume();
    expect(later.signIn.signingIn).toBeNull();
  });

  it('brings nobody back beside whoever signed in since', async () => {
    const { signIn, store, arrive } = await startRenewing();
    const signing = signIn.start();
    await visitor.comeBack(await desk.pages.next(), 'bertil');
    expect(await signing).toMatchObject({ ok: true });
    arrive();
    await expect.poll(() => signIn.signingIn).toBeNull();
    expect([signIn.agent, store.kept()?.sub, desk.isShut()]).toEqual(['bertil.berg', 'bertil', false]);
  });
});

describe('signing out', () => {
  it('that takes its time undoes nothing of the next sign-in', async () => {
    await signInAs('aino');
    let left: () => void = () => undefined;
    const leaving = desk.signIn.signOut(() => new Promise((resolve) => (left = resolve)));
    const signing = desk.signIn.start();
    expect(desk.pages.size).toBe(0);
    left();
    await leaving;
    expect(await desk.pages.next()).toContain('/session/end');
    await visitor.comeBack(await desk.pages.next(), 'aino');
    expect(await signing).toMatchObject({ ok: true });
    expect([desk.signIn.sub, desk.signIn.agent, desk.store.kept()?.sub]).toEqual(['aino', 'aino.agentti', 'aino']);
  });

  it('forgets what was kept also while it cannot be renewed', async () => {
    await signInAs('aino');
    await oidc.order({ fault: 'broken' });
    const next = desk.start();
    await next.signIn.resume();
    await expect.poll(() => next.signIn.failure).toEqual({ code: 'provider-failed' });
    expect(await next.signIn.signOut(() => Promise.resolve())).toMatchObject({ ok: true });
    expect(next.store.kept()).toBeNull();
  });

  it('tells the browser, and its history, nothing of who it was', async () => {
    await signInAs('aino');
    await desk.signIn.signOut(() => Promise.resolve());
    expect(await desk.pages.next()).toBe(`${oidc.issuer}/session/end?client_id=tunniste`);
  });

  it('forgets and revokes the tokens, ends the session in the browser, and does not sign in by itself', async () => {
    await signInAs('aino');
    const old = desk.store.kept();
    const order: unknown[] = [];
    const out = await desk.signIn.signOut(() => Promise.resolve(void order.push(desk.signIn.session)));
    expect([out, order]).toEqual([{ ok: true, value: undefined }, [null]]);
    await visitor.signOut(await desk.pages.next());
    expect([desk.signIn.session, desk.store.kept()]).toEqual([null, null]);
    expect(types().at(-1)?.[0]).toBe('session.signed-out');
    if (!old) throw new Error('nothing was kept');
    expect(await desk.provider.refresh(old, () => Promise.resolve())).toEqual(refusal('session-ended'));
    await desk.signIn.resume();
    await desk.start().signIn.resume();
    expect([desk.signIn.session, desk.signIn.agent]).toEqual([null, null]);
    // The provider asks the same browser anew who it is.
    await signInAs('bertil');
    expect(desk.signIn.agent).toBe('bertil.berg');
  });

  it('ends the session on this desk also when the provider is away', async () => {
    await signInAs('aino');
    await oidc.order({ fault: 'broken' });
    expect(await desk.signIn.signOut(() => Promise.resolve())).toMatchObject({ ok: true });
    expect([desk.signIn.session, desk.store.kept()]).toEqual([null, null]);
  });
});
