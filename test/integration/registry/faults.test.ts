import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../../shared/result.js';
import { opened } from '../../support/opened.js';
import { createScimRegistry } from '../../../electron/main/registry/scim.js';
import { startFaultServer } from '../../support/fault-server.mjs';
import { createNodeSend } from '../../support/node-send.js';
import { patienceFor } from '../../support/patience.js';
import { registryPolicy } from '../../support/registry-policy.js';
import { bearer } from '../../support/bearer.js';

let server: Awaited<ReturnType<typeof startFaultServer>>;
beforeAll(async () => {
  server = await startFaultServer();
});
afterAll(() => server.stop());

const query = { by: 'userName', value: 'mvirta' } as const;
const search = (signal = new AbortController().signal, deadlineMilliseconds = 10_000) =>
  createScimRegistry({
    policy: registryPolicy(server.url),
    allows: () => true,
    token: bearer('token'),
    send: createNodeSend({ deadlineMilliseconds }),
  }).search(query, signal);

const bad: readonly (readonly [what: string, fault: Parameters<typeof server.set>[0], code: ErrorCode])[] = [
  ['refused', 'refuse', 'registry-unreachable'],
  ['reset', 'reset', 'registry-unreachable'],
  ['silent', 'silent', 'registry-timeout'],
  ['slow (1 byte/s)', 'slow', 'registry-timeout'],
  ['401', 'unauthorised', 'registry-unauthorised'],
  ['403', 'forbidden', 'registry-forbidden'],
  ['404', 'missing', 'registry-not-found'],
  ['500', 'broken', 'registry-failed'],
  ['HTML', 'html', 'registry-invalid'],
  ['invalid JSON', 'notJson', 'registry-invalid'],
  ['wrong schema', 'wrongSchema', 'registry-invalid'],
  ['duplicate ids', 'duplicateIds', 'registry-invalid'],
  ['100 MB', 'huge', 'registry-too-large'],
  ['redirect', 'redirect', 'registry-redirected'],
  ['values that are not strings', 'notStrings', 'registry-invalid'],
  ['control characters', 'controlCharacters', 'registry-invalid'],
  ['somebody who was not asked for', 'someoneElse', 'registry-invalid'],
];

describe('a registry that misbehaves', () => {
  it.each(bad)('%s', async (_what, fault, code) => {
    await server.set(fault);
    expect(await search(undefined, patienceFor(code))).toEqual({ ok: false, error: { code } });
  });

  it('429 with Retry-After in seconds', async () => {
    await server.set('busySeconds');
    expect(await search()).toEqual({ ok: false, error: { code: 'registry-busy', retryAfterSeconds: 120 } });
  });

  it('429 with Retry-After as a date', async () => {
    await server.set('busyDate');
    const answer = await search();
    expect(answer).toMatchObject({ ok: false, error: { code: 'registry-busy' } });
    expect(answer.ok || answer.error.retryAfterSeconds).toBeGreaterThan(100);
    expect(answer.ok || answer.error.retryAfterSeconds).toBeLessThanOrEqual(120);
  });

  it('right-to-left marks are taken out', async () => {
    await server.set('directionMarks');
    const answer = await search();
    if (!answer.ok || answer.value === 'too-many') throw new Error('nobody was found');
    expect(answer.value.map((subject) => opened(subject).givenName)).toEqual(['Maija']);
  });

  it('a redirect is not followed', async () => {
    await server.set('redirect');
    const before = server.requests.length;
    await search();
    expect(server.requests.length).toBe(before + 1);
  });

  it('a search that is cancelled ends at once', async () => {
    await server.set('silent');
    const cancel = new AbortController();
    const answer = search(cancel.signal);
    cancel.abort();
    expect(await answer).toEqual({ ok: false, error: { code: 'search-cancelled' } });
    expect(await search(cancel.signal)).toEqual({ ok: false, error: { code: 'search-cancelled' } });
  });
});
