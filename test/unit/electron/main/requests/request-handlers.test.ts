import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Session } from '../../../../../electron/main/access/session.js';
import type { Role } from '../../../../../electron/main/policy/schema.js';
import { createRequestHandlers } from '../../../../../electron/main/requests/request-handlers.js';
import { createRequestDesk } from '../../../../../electron/main/requests/request-desk.js';
import { requestPlace, type RequestPlace } from '../../../../support/requests.js';

const person = { userName: null, email: null, familyName: null };
let place: RequestPlace;
let session: Session | null;
beforeEach(async () => void (place = await requestPlace()));
afterEach(() => place.end());

/** Two requests, one of each agent, at a desk without a relay. */
const openDesk = async () => {
  const { queue } = place.open({ relay: null });
  for (const [index, agent] of ['aino', 'bertil'].entries()) {
    const desk = createRequestDesk({ queue, language: 'sv', agent: () => agent });
    const filing = { kind: 'block', matter: 'misuse', words: '' } as const;
    const about = { purpose: 'block', ticket: 'INC-1', pseudonym: 'p', registryId: 'r', filing };
    await desk.keep({
      ...{ ...about, id: `AAAA-000${index}`, created: new Date(2026, 10, 22 - index) },
      subject: { values: [], restricted: false },
    });
  }
  return createRequestHandlers({ queue, audit: place.audit, session: () => session });
};
const as = (agent: string, ...roles: Role[]): void => void (session = { agent, roles, person });
const idsIn = (answer: unknown) =>
  (answer as { value: { requests: { id: string }[] } }).value.requests.map(({ id }) => id);

test('an agent reads their own requests, a supervisor and a privacy officer all, those that wait longest first', async () => {
  const handlers = await openDesk();
  as('aino', 'agent');
  expect(idsIn(await handlers.readRequests())).toEqual(['AAAA-0000']);
  as('cecilia', 'agent');
  expect(idsIn(await handlers.readRequests())).toEqual([]);
  for (const role of ['supervisor', 'privacy-officer'] as const) {
    as('cecilia', role);
    expect(idsIn(await handlers.readRequests())).toEqual(['AAAA-0001', 'AAAA-0000']);
  }
});

test('reading them is on record', async () => {
  const handlers = await openDesk();
  as('aino', 'agent');
  await handlers.readRequests();
  expect((await place.entries()).map(({ type }) => type)).toEqual(['requests.read']);
});

test('only a privacy officer is told that they may finish one', async () => {
  const handlers = await openDesk();
  as('aino', 'agent', 'supervisor');
  expect(await handlers.readRequests()).toMatchObject({ value: { mayFinish: false } });
  as('aino', 'privacy-officer');
  expect(await handlers.readRequests()).toMatchObject({ value: { mayFinish: true } });
});

test('nobody sends on what they may not read', async () => {
  const handlers = await openDesk();
  as('aino', 'agent');
  const unknown = { ok: false, error: { code: 'request-unknown' } };
  expect(await handlers.retryRequest({ id: 'AAAA-0001' })).toEqual(unknown);
  expect(await handlers.retryRequest({ id: 'AAAA-0000' })).toMatchObject({
    value: { requests: [{ id: 'AAAA-0000', failure: 'request-nowhere', sentAt: null }] },
  });
});

test('without a record there is no list', async () => {
  const handlers = await openDesk();
  as('aino', 'agent');
  await place.audit.close();
  expect(await handlers.readRequests()).toEqual({ ok: false, error: { code: 'audit-not-open' } });
});
