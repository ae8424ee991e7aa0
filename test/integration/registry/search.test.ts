import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScimPolicy } from '../../../electron/main/policy/registry-schema.js';
import { createScimRegistry } from '../../../electron/main/registry/scim.js';
import type { RegistryQuery } from '../../../electron/main/registry/registry.js';
import type { Subject } from '../../../electron/main/registry/subject.js';
import { opened } from '../../support/opened.js';
import { demoRegistry } from '../../support/demo-registry.mjs';
import { crowd, demoPersons } from '../../support/demo-persons.mjs';
import { startFaultServer } from '../../support/fault-server.mjs';
import { createNodeSend } from '../../support/node-send.js';
import { registryPolicy } from '../../support/registry-policy.js';
import { bearer } from '../../support/bearer.js';

const { signal } = new AbortController();
let server: Awaited<ReturnType<typeof demoRegistry>>;
let watched: Awaited<ReturnType<typeof startFaultServer>>;

beforeAll(async () => {
  server = await demoRegistry();
  watched = await startFaultServer({ upstream: server.url });
});
afterAll(async () => {
  await watched.stop();
  await server.stop();
});

const registry = (changes?: Partial<ScimPolicy>, token: string | null = server.token) =>
  createScimRegistry({
    policy: registryPolicy(watched.url, changes),
    allows: () => true,
    token: bearer(token),
    send: createNodeSend(),
  });

const found = async (query: RegistryQuery, changes?: Partial<ScimPolicy>): Promise<readonly Subject[] | 'too-many'> => {
  const answer = await registry(changes).search(query, signal);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value === 'too-many' ? answer.value : answer.value.map((subject) => opened(subject));
};
const userNames = async (query: RegistryQuery, changes?: Partial<ScimPolicy>) => {
  const subjects = await found(query, changes);
  return subjects === 'too-many' ? subjects : subjects.map(({ userName }) => userName);
};

describe('whether a key opens the real SCIM server', () => {
  it.each(['post', 'get'] as const)('is found out without asking about anybody, by %s', async (search) => {
    const before = watched.requests.length;
    expect(await registry({ search }, null).opens(server.token)).toEqual({ ok: true, value: undefined });
    const [asked, ...more] = watched.requests.slice(before);
    expect(more).toEqual([]);
    expect(asked?.headers.authorization).toBe(`Bearer ${server.token}`);
    const { count, attributes, filter } = (
      search === 'post'
        ? JSON.parse(asked?.body ?? '')
        : Object.fromEntries(new URL(asked?.url ?? '', watched.url).searchParams)
    ) as Record<string, unknown>;
    expect([Number(count), [attributes].flat()]).toEqual([1, ['id']]);
    // Of a user ID that is made up each time, and of those alone whom this desk may find.
    expect(filter).toMatch(/^userName eq "[\da-f-]{36}"/);
  });

  it.each(['another-token-123', 'x', `almost`])('no other does: %s', async (key) => {
    expect(await registry().opens(key)).toEqual({ ok: false, error: { code: 'registry-unauthorised' } });
  });

  it('no header is smuggled with it', async () => {
    expect(await registry().opens('a\r\nb: c')).toEqual({ ok: false, error: { code: 'token-invalid' } });
  });

  it.each([
    ['forbidden', 'registry-forbidden'],
    ['reset', 'registry-unreachable'],
    ['html', 'registry-invalid'],
    ['redirect', 'registry-redirected'],
    ['broken', 'registry-failed'],
    ['someoneElse', 'registry-invalid'],
  ] as const)('a server that answers %s proves nothing', async (fault, code) => {
    await watched.set(fault);
    expect(await registry().opens(server.token)).toEqual({ ok: false, error: { code } });
    await watched.set('pass');
  });
});

describe('a search of the real SCIM server', () => {
  it('finds everything of a person by user name', async () => {
    const [subject] = await found({ by: 'userName', value: 'MVirta' });
    expect(subject).toEqual({
      id: expect.any(String) as string,
      givenName: 'Maija',
      familyName: 'Virtanen',
      userName: 'mvirta',
      workEmail: 'maija.virtanen@acme.example',
      workPhone: '+358470000101',
      stationCode: 'HKI-204',
      organisation: 'Acme Oy',
      active: true,
      endedAt: null,
      restricted: false,
      phoneChangedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
      emailChangedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
      privileged: false,
      preferredLanguage: null,
    });
  });

  it.each(Object.entries(demoPersons).filter(([, person]) => 'workPhone' in person && !('userType' in person)))(
    'finds %s by phone, however the registry spells it',
    async (_name, person) => {
      const value = `+358${/47.*/.exec(('workPhone' in person ? person.workPhone : '').replaceAll(/[ -]/g, ''))?.[0] ?? ''}`;
      expect(await userNames({ by: 'workPhone', value })).toEqual([person.userName]);
    },
  );

  it('finds by work e-mail, not by another one', async () => {
    expect(await userNames({ by: 'workEmail', value: 'Maija.Virtanen@ACME.example' })).toEqual(['mvirta']);
    expect(await userNames({ by: 'workEmail', value: 'mvirta@home.example' })).toEqual([]);
  });

  it.each([
    { names: ['Kaisa', 'Kaksonen'], organisation: 'Acme Oy', expected: ['kkakson'] },
    { names: ['kaksonen', 'kaisa'], organisation: 'acme', expected: ['kkakson'] },
    { names: ['Kaisa', 'Kaksonen'], organisation: 'Beta', expected: ['kaisa.kaksonen'] },
    { names: ['Åsa-Märta', 'af Björkskär'], organisation: 'Beta Ab', expected: ['asa.bjorkskar'] },
    { names: ['Kaisa', 'Kaksonen'], organisation: 'Drömskärets Färja', expected: [] },
  ] as const)('finds $names of $organisation', async ({ names, organisation, expected }) => {
    expect(await userNames({ by: 'name', names, organisation })).toEqual(expected);
  });

  it('says too many, not who', async () => {
    const names = [crowd.givenName, crowd.familyName] as const;
    expect(await found({ by: 'name', names, organisation: crowd.organisation })).toBe('too-many');
  });

  it.each([
    { by: 'userName', value: 'hhakija' },
    { by: 'workEmail', value: 'hanna.hakija@acme.example' },
    { by: 'workPhone', value: '+358470000109' },
    { by: 'name', names: ['Hanna', 'Hakija'], organisation: 'Acme' },
  ] as const)('never finds an applicant, who is outside the scope, by $by', async (query) => {
    expect(await found(query)).toEqual([]);
    expect(await userNames(query, { scope: undefined })).toEqual(['hhakija']);
  });

  it('tells ended and restricted subjects', async () => {
    const [ended] = await found({ by: 'userName', value: demoPersons.ended.userName });
    const [restricted] = await found({ by: 'userName', value: demoPersons.restricted.userName });
    expect(ended).toMatchObject({ active: false, restricted: false, endedAt: expect.any(String) as string });
    expect(restricted).toMatchObject({ active: true, restricted: true, endedAt: null });
  });

  it('finds by GET when the policy says so', async () => {
    expect(await userNames({ by: 'userName', value: 'mvirta' }, { search: 'get' })).toEqual(['mvirta']);
    expect(watched.requests.at(-1)).toMatchObject({ method: 'GET', body: '' });
  });

  it('keeps the identifier out of the URL and asks for the mapped fields only', async () => {
    await found({ by: 'userName', value: 'mvirta' });
    const { method, url, body } = watched.requests.at(-1) ?? {};
    expect({ method, url }).toEqual({ method: 'POST', url: '/scim/v2/Users/.search' });
    const { attributes, count, startIndex } = JSON.parse(body ?? '') as Record<string, unknown>;
    expect({ attributes, count, startIndex }).toMatchInlineSnapshot(`
      {
        "attributes": [
          "id",
          "name.givenName",
          "name.familyName",
          "userName",
          "emails.type",
          "emails.value",
          "phoneNumbers.type",
          "phoneNumbers.value",
          "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department",
          "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:organization",
          "active",
          "urn:tunniste:params:scim:schemas:extension:subject:1.0:User:endedAt",
          "urn:tunniste:params:scim:schemas:extension:subject:1.0:User:restricted",
          "urn:tunniste:params:scim:schemas:extension:subject:1.0:User:phoneChangedAt",
          "urn:tunniste:params:scim:schemas:extension:subject:1.0:User:emailChangedAt",
        ],
        "count": 6,
        "startIndex": 1,
      }
    `);
  });

  it('sends nothing without a token, with one that is none, or to a host that is not allowed', async () => {
    const before = watched.requests.length;
    const query = { by: 'userName', value: 'mvirta' } as const;
    const policy = registryPolicy(watched.url);
    const elsewhere = createScimRegistry({
      policy,
      allows: () => false,
      token: bearer('token'),
      send: createNodeSend(),
    });
    expect(await registry({}, null).search(query, signal)).toEqual({ ok: false, error: { code: 'not-signed-in' } });
    expect(await registry({}, 'x\r\ny: z').search(query, signal)).toEqual({
      ok: false,
      error: { code: 'token-invalid' },
    });
    expect(await elsewhere.search(query, signal)).toEqual({ ok: false, error: { code: 'policy-invalid' } });
    expect(watched.requests.length).toBe(before);
  });

  it('is unauthorised with the wrong token', async () => {
    const answer = await registry({}, 'wrong').search({ by: 'userName', value: 'mvirta' }, signal);
    expect(answer).toEqual({ ok: false, error: { code: 'registry-unauthorised' } });
  });
});
