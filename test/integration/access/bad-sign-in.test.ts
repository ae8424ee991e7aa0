import { createServer, request } from 'node:http';
import { once } from 'node:events';
import { Server } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail, type ErrorCode } from '../../../shared/result.js';
import { createOidcDesk, type OidcDesk } from '../../support/oidc-desk.js';
import { startOidc } from '../../support/oidc.mjs';
import { createVisitor } from '../../support/oidc-visitor.mjs';

let oidc: Awaited<ReturnType<typeof startOidc>>;
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
  vi.restoreAllMocks();
  expect(desk.signIn.signingIn).toBeNull();
  for (const step of undo.splice(0)) await step();
});

const open = async (options: Partial<Parameters<typeof createOidcDesk>[0]> = {}): Promise<void> => {
  desk = await createOidcDesk({ issuer: oidc.issuer, ...options });
  undo.push(desk.end);
};
const refusal = (code: ErrorCode) => ({ ok: false, error: { code } });
const nobody = (): void => {
  expect([desk.signIn.session, desk.store.kept()]).toEqual([null, null]);
  expect(desk.steps.filter(({ type }) => type === 'session.signed-in')).toEqual([]);
};

/** Signs in at the provider and comes back to an address that something happened to. */
const comeBackWith = async (change: (back: URL) => URL | Promise<URL>) => {
  const done = desk.signIn.start();
  const back = new URL(await visitor.signIn(await desk.pages.next(), 'aino'));
  const changed = await change(back);
  await visitor.visit(changed.href);
  return done;
};
const withParameter = (name: string, value: string | null) => (back: URL) => {
  if (value === null) back.searchParams.delete(name);
  else back.searchParams.set(name, value);
  return back;
};

/** One request as it is written, whatever a browser would make of it. */
const rawRequest = async (url: URL, method: string, host: string): Promise<number | undefined> => {
  const asked = request({
    host: '127.0.0.1',
    port: url.port,
    path: url.pathname + url.search,
    method,
    headers: { host },
  });
  asked.end();
  const [answer] = (await once(asked, 'response')) as [{ statusCode?: number; resume(): void }];
  answer.resume();
  return answer.statusCode;
};

describe('the browser comes back with', () => {
  it.each<[string, (back: URL) => URL, ErrorCode]>([
    ['another state', withParameter('state', 'somebody-elses'), 'sign-in-state'],
    ['no state', withParameter('state', null), 'sign-in-state'],
    ['the issuer of another provider', withParameter('iss', 'https://login.elsewhere.example'), 'provider-mismatch'],
    ['no issuer, though the provider names it', withParameter('iss', null), 'provider-mismatch'],
    ['a code that nobody issued', withParameter('code', 'made-up'), 'sign-in-refused'],
    ['no code', withParameter('code', null), 'id-token-invalid'],
    [
      'a refusal',
      (back) => withParameter('error', 'access_denied')(withParameter('code', null)(back)),
      'sign-in-refused',
    ],
  ])('%s: nobody is signed in', async (_what, change, code) => {
    expect(await comeBackWith(change)).toEqual(refusal(code));
    nobody();
  });

  it('the state twice: nobody is signed in', async () => {
    const twice = (back: URL) => {
      back.searchParams.append('state', 'another');
      return back;
    };
    expect(await comeBackWith(twice)).toEqual(refusal('sign-in-state'));
    nobody();
  });

  it('a code that was used before: nobody is signed in, and the provider ends what it was used for', async () => {
    let used = '';
    await comeBackWith((back) => {
      used = back.searchParams.get('code') ?? '';
      return back;
    });
    await desk.signIn.signOut(() => Promise.resolve());
    await desk.pages.next();
    desk.steps.length = 0;
    expect(await comeBackWith(withParameter('code', used))).toEqual(refusal('sign-in-refused'));
    nobody();
  });

  it('a code of another sign-in on this desk: nobody is signed in', async () => {
    const first = desk.signIn.start();
    const stolen = new URL(await visitor.signIn(await desk.pages.next(), 'bertil')).searchParams.get('code') ?? '';
    desk.signIn.cancel();
    await first;
    expect(await comeBackWith(withParameter('code', stolen))).toEqual(refusal('sign-in-refused'));
    nobody();
  });
});

describe('the listener for the browser', () => {
  it('takes one answer: a second finds nobody', async () => {
    const done = desk.signIn.start();
    const back = await visitor.signIn(await desk.pages.next(), 'aino');
    const both = await Promise.allSettled([visitor.visit(back), visitor.visit(back)]);
    expect(both.filter((each) => each.status === 'fulfilled' && each.value.status === 200)).toHaveLength(1);
    expect(await done).toMatchObject({ ok: true });
    await expect(visitor.visit(back)).rejects.toThrow();
    expect(desk.steps).toHaveLength(1);
  });

  it('is not for another host name, path or method, and waits on', async () => {
    const done = desk.signIn.start();
    const back = new URL(await visitor.signIn(await desk.pages.next(), 'aino'));
    expect(await rawRequest(back, 'GET', `localhost:${back.port}`)).toBe(421);
    expect(await rawRequest(back, 'GET', 'login.elsewhere.example')).toBe(421);
    expect(await rawRequest(new URL('/', back), 'GET', back.host)).toBe(404);
    expect(await rawRequest(new URL(`${back.pathname}x`, back), 'GET', back.host)).toBe(404);
    expect(await rawRequest(back, 'POST', back.host)).toBe(404);
    expect((await visitor.visit(back.href)).page).toContain('go back to the desk');
    expect(await done).toMatchObject({ ok: true });
  });

  it('that cannot be opened ends the sign-in', async () => {
    vi.spyOn(Server.prototype, 'listen').mockImplementationOnce(function (this: Server) {
      queueMicrotask(() => this.emit('error', Object.assign(new Error(), { code: 'EADDRINUSE' })));
      return this;
    });
    expect(await desk.signIn.start()).toEqual(refusal('sign-in-listener'));
    nobody();
  });

  it('is given up when nobody comes', async () => {
    await open({ patience: 50 });
    expect(await desk.signIn.start()).toEqual(refusal('sign-in-timeout'));
    nobody();
    const page = new URL(await desk.pages.next());
    await expect(visitor.visit(page.searchParams.get('redirect_uri') ?? '')).rejects.toThrow();
  });

  it('is closed when the agent cancels, and a late answer finds nobody', async () => {
    const done = desk.signIn.start();
    const page = await desk.pages.next();
    expect(desk.signIn.cancel()).toBe(true);
    expect(await done).toEqual(refusal('sign-in-cancelled'));
    const back = await visitor.signIn(page, 'aino');
    await expect(visitor.visit(back)).rejects.toThrow();
    expect(desk.signIn.cancel()).toBe(false);
    nobody();
  });

  it('is closed when the browser does not open', async () => {
    await open({ browse: () => Promise.resolve(fail('sign-in-browser')) });
    expect(await desk.signIn.start()).toEqual(refusal('sign-in-browser'));
    nobody();
  });
});

describe('the provider', () => {
  const discovery = '/.well-known/openid-configuration';

  it('that is down ends the sign-in, before any page opens', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    server.close();
    await open({ issuer: `http://127.0.0.1:${port}` });
    expect(await desk.signIn.start()).toEqual(refusal('provider-unreachable'));
    nobody();
  });

  it.each([
    ['discovery', discovery, 'html', 'provider-invalid'],
    ['discovery', discovery, 'broken', 'provider-failed'],
    ['discovery', discovery, 'redirect', 'provider-redirected'],
    ['discovery', discovery, 'huge', 'provider-too-large'],
    ['discovery', discovery, 'otherIssuer', 'provider-mismatch'],
    ['discovery', discovery, 'otherHost', 'provider-mismatch'],
    ['the token endpoint', '/token', 'html', 'provider-invalid'],
    ['the token endpoint', '/token', 'broken', 'provider-failed'],
    ['the token endpoint', '/token', 'redirect', 'provider-redirected'],
    ['the token endpoint', '/token', 'huge', 'provider-too-large'],
    ['its keys', '/jwks', 'html', 'provider-invalid'],
    ['its keys', '/jwks', 'broken', 'provider-failed'],
  ] as const)('whose %s (%s) answers with %s ends the sign-in', async (_what, faultAt, fault, code) => {
    await oidc.order({ fault, faultAt });
    const done = desk.signIn.start();
    if (faultAt !== discovery) await visitor.comeBack(await desk.pages.next(), 'aino');
    expect(await done).toEqual(refusal(code));
    expect(desk.pages.size).toBe(0);
    nobody();
  });

  it('that says nothing is given up', async () => {
    await open({ deadlineMilliseconds: 100 });
    await oidc.order({ fault: 'silent', faultAt: discovery });
    expect(await desk.signIn.start()).toEqual(refusal('provider-timeout'));
    nobody();
  });

  it.each([-45, 45])('may have its clock off by %i seconds', async (skewSeconds) => {
    await oidc.order({ skewSeconds });
    expect(await comeBackWith((back) => back)).toMatchObject({ ok: true });
  });

  it.each([-75, 75, -7200, 7200])('may not have its clock off by %i seconds', async (skewSeconds) => {
    await oidc.order({ skewSeconds });
    expect(await comeBackWith((back) => back)).toEqual(refusal('sign-in-clock'));
    nobody();
  });

  it('is asked with a key only when it knows about keys', async () => {
    await open({ policy: { dpop: true } });
    await oidc.order({ fault: 'noProofs', faultAt: discovery });
    expect(await desk.signIn.start()).toEqual(refusal('provider-mismatch'));
  });
});

describe('an ID token', () => {
  it('for another client is not believed', async () => {
    await oidc.order({ fault: 'otherAudience', faultAt: '/token' });
    expect(await comeBackWith((back) => back)).toEqual(refusal('id-token-invalid'));
    nobody();
  });

  it('with a signature of somebody else is not believed', async () => {
    await oidc.order({ fault: 'otherKey', faultAt: '/token' });
    expect(await comeBackWith((back) => back)).toEqual(refusal('id-token-invalid'));
    nobody();
  });

  it('with another nonce is not believed', async () => {
    await oidc.order({ fault: 'otherNonce', faultAt: '/token' });
    expect(await comeBackWith((back) => back)).toEqual(refusal('id-token-invalid'));
    nobody();
  });
});

describe('sign-ins beside the session', () => {
  const signIn = (account: string) => comeBackAs(desk.signIn.start(), account);
  const comeBackAs = async <T>(done: Promise<T>, account: string): Promise<T> => {
    await visitor.comeBack(await desk.pages.next(), account);
    return done;
  };
  const none = new AbortController().signal;

  it('let another agent confirm, once, and keep nothing of it', async () => {
    await signIn('aino');
    const before = desk.store.kept();
    expect(await comeBackAs(desk.secondAgent(none), 'bertil')).toEqual({ ok: true, agent: 'bertil.berg' });
    expect(await desk.pages.next()).toContain('/session/end');
    expect([desk.signIn.session?.agent, desk.store.kept()]).toEqual(['aino.agentti', before]);
    const { access, scim: _scim, requests } = await oidc.order();
    const held = await desk.signIn.accessToken();
    expect(held).toMatchObject({ ok: true, value: { value: access.at(-2) } });
    expect(requests.at(-1)).toBe('POST /token/revocation');
  });

  it('ask to sign in anew, though the browser still knows the agent', async () => {
    await signIn('aino');
    const done = desk.secondAgent(none);
    const page = new URL(await desk.pages.next());
    expect(Object.fromEntries(page.searchParams)).toMatchObject({ prompt: 'login', max_age: '0' });
    expect(page.searchParams.get('scope')).not.toContain('offline_access');
    await visitor.comeBack(page.href, 'bertil');
    expect(await done).toMatchObject({ ok: true });
  });

  it('do not believe that somebody signed in anew when the page was changed not to ask', async () => {
    // A session at the provider that is older than the tolerated difference of the clocks.
    await oidc.order({ skewSeconds: -45 });
    await signIn('aino');
    await oidc.order({ skewSeconds: 45 });
    const done = desk.confirmSamePerson(none);
    const page = new URL(await desk.pages.next());
    page.searchParams.delete('prompt');
    page.searchParams.delete('max_age');
    await visitor.comeBack(page.href, 'aino');
    expect(await done).toEqual(refusal('sign-in-refused'));
  });

  it('let nobody confirm their own call', async () => {
    await signIn('aino');
    expect(await comeBackAs(desk.secondAgent(none), 'aino')).toEqual({
      ...refusal('second-agent-same'),
      agent: 'aino.agentti',
    });
    expect(desk.pages.size).toBe(0);
  });

  it.each([
    ['an auditor', 'daavid', 'second-agent-role', 'daavid.dokumentti'],
    ['somebody without a role', 'eeva', 'second-agent-role', 'eeva.eiroolia'],
    ['somebody without a name', 'nimeton', 'sign-in-no-name', null],
  ] as const)('let not %s confirm, and say who it was', async (_who, account, code, agent) => {
    await signIn('aino');
    expect(await comeBackAs(desk.secondAgent(none), account)).toEqual({ ...refusal(code), agent });
    expect(desk.signIn.session?.agent).toBe('aino.agentti');
  });

  it('can be cancelled', async () => {
    await signIn('aino');
    const controller = new AbortController();
    const done = desk.secondAgent(controller.signal);
    await desk.pages.next();
    controller.abort();
    expect(await done).toEqual({ ...refusal('sign-in-cancelled'), agent: null });
  });

  it('know the same person again, and nobody else', async () => {
    await signIn('aino');
    expect(await comeBackAs(desk.confirmSamePerson(none), 'aino')).toEqual({ ok: true, value: undefined });
    expect(await comeBackAs(desk.confirmSamePerson(none), 'bertil')).toEqual({
      ...refusal('another-person'),
      tried: 'bertil.berg',
    });
    expect(desk.signIn.session?.agent).toBe('aino.agentti');
  });
});
