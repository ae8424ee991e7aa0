import { expect, test } from 'vitest';
import { newRequest, type KeptRequest } from '../../../../../electron/main/requests/kept-request.js';
import { countUnsent } from '../../../../../electron/main/requests/unsent.js';
import { fail, ok } from '../../../../../shared/result.js';

const about = {
  ...({
    kind: 'privacy-request',
    matter: 'access',
    subject: 'a-subject',
    purpose: 'privacy',
    ticket: 'INC-1',
  } as const),
  ...{ agent: 'an-agent', created: '2026-11-22T10:00:00.000Z', due: null },
};
const request = (id: string, more: Partial<KeptRequest> = {}): KeptRequest => ({
  ...newRequest({ id, ...about }, 'sealed'),
  ...more,
});
const store = (requests: readonly KeptRequest[], unreadable = 0) => ({
  load: async () => ok({ requests, unreadable }),
});

test('a request that was sent is not missed, one that waits is', async () => {
  const sent = request('AAAA-AAAA', { sealed: null, sentAt: '2026-11-22T10:05:00.000Z' });
  expect(await countUnsent(store([sent]))).toEqual(ok(0));
  expect(await countUnsent(store([sent, request('BBBB-BBBB', { tries: 3, failure: 'mail-refused' })]))).toEqual(ok(1));
});

test('what cannot be read may not have been sent', async () => {
  expect(await countUnsent(store([], 2))).toEqual(ok(2));
});

test('a folder that cannot be read is no empty folder', async () => {
  const refused = fail('requests-unavailable');
  expect(await countUnsent({ load: async () => refused })).toEqual(refused);
});
