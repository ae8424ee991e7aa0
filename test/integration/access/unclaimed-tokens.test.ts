import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sealText } from '../../../electron/main/credentials/sealed-text.js';
import { fail, type ErrorCode } from '../../../shared/result.js';
import { createOidcDesk, type OidcDesk } from '../../support/oidc-desk.js';
import { startOidc } from '../../support/oidc.mjs';
import { createVisitor } from '../../support/oidc-visitor.mjs';

let oidc: Awaited<ReturnType<typeof startOidc>>;
let desk: OidcDesk;
let visitor: ReturnType<typeof createVisitor>;

beforeAll(async () => {
  oidc = await startOidc({ url: 'http://127.0.0.1:1/scim/v2', token: 'none' });
});
afterAll(() => oidc.stop());
beforeEach(async () => {
  await oidc.reset();
  visitor = createVisitor();
  desk = await createOidcDesk({ issuer: oidc.issuer });
});
afterEach(() => desk.end());

const none = new AbortController().signal;
const keepNothing = () => Promise.resolve();
const refusal = (code: ErrorCode) => fail(code);

const signIn = async (account: string, change = (page: URL): URL => page) => {
  const done = desk.signIn.start();
  await visitor.comeBack(change(new URL(await desk.pages.next())).href, account);
  return done;
};
/** As a page is changed by whoever would have the browser's own session do. */
const notAnew = (page: URL): URL => {
  page.searchParams.delete('prompt');
  page.searchParams.delete('max_age');
  return page;
};
/** What becomes of the newest refresh token that the provider issued. */
const newest = async (sub: string) => {
  const { refresh } = await oidc.order({ fault: null });
  return desk.provider.refresh({ sub, refreshToken: sealText(refresh.at(-1) ?? ''), key: null }, keepNothing);
};
const revocations = async () =>
  (await oidc.order()).requests.filter((request) => request === 'POST /token/revocation').length;

describe('tokens that nobody takes are good for nobody', () => {
  it('of a sign-in whose user info cannot be had', async () => {
    const before = await revocations();
    await oidc.order({ userInfoOnly: true, fault: 'broken', faultAt: '/me' });
    expect(await signIn('aino')).toEqual(refusal('provider-failed'));
    expect(await revocations()).toBe(before + 2);
    expect(await newest('aino')).toEqual(refusal('session-ended'));
  });

  it('of a sign-in at a shut desk that was older than the desk asked for', async () => {
    await oidc.order({ skewSeconds: -45 });
    await signIn('aino');
    await desk.signIn.signOut(() => Promise.resolve());
    await desk.pages.next();
    const before = await revocations();
    await oidc.order({ skewSeconds: 45 });
    desk.shut();
    const consent = (page: URL): URL => {
      notAnew(page).searchParams.set('prompt', 'consent');
      return page;
    };
    expect(await signIn('aino', consent)).toEqual(refusal('sign-in-refused'));
    expect(await revocations()).toBe(before + 2);
    expect(await newest('aino')).toEqual(refusal('session-ended'));
  });

  it('of a renewal that answers for another person', async () => {
    await signIn('aino');
    const kept = desk.store.kept();
    if (!kept) throw new Error('nothing was kept');
    expect(await desk.provider.refresh({ ...kept, sub: 'bertil' }, keepNothing)).toEqual(refusal('another-person'));
    expect(await newest('aino')).toEqual(refusal('session-ended'));
  });

  it('but the session keeps its own when the same person does not confirm anew', async () => {
    await oidc.order({ skewSeconds: -45 });
    await signIn('aino');
    const before = await revocations();
    await oidc.order({ skewSeconds: 45 });
    const done = desk.confirmSamePerson(none);
    await visitor.comeBack(notAnew(new URL(await desk.pages.next())).href, 'aino');
    expect(await done).toEqual(refusal('sign-in-refused'));
    expect(await revocations()).toBe(before);
    expect(await newest('aino')).toMatchObject({ ok: true });
  });
});

describe('when somebody signed in', () => {
  it('is said by the ID token alone: the user info proves nothing of it', async () => {
    await oidc.order({ userInfoOnly: true, fault: 'lateAuthTime' });
    desk.shut();
    expect(await signIn('aino')).toEqual(refusal('sign-in-refused'));
    expect(desk.signIn.session).toBeNull();
    expect(desk.isShut()).toBe(true);
  });
});
