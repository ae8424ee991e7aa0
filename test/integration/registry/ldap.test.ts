import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLdapRegistry } from '../../../electron/main/registry/ldap.js';
import type { LdapPolicy } from '../../../electron/main/policy/registry-schema.js';
import { parsePhone } from '../../../electron/main/registry/phone.js';
import type { RegistryQuery } from '../../../electron/main/registry/registry.js';
import type { Subject } from '../../../electron/main/registry/subject.js';
import { fail, ok } from '../../../shared/result.js';
import type { Field } from '../../../shared/subject.js';
import { makeCertificates } from '../../support/certificates.mjs';
import { crowd, demoPersons } from '../../support/demo-persons.mjs';
import { startDirectory, type Directory } from '../../support/directory.mjs';
import { double, expired, limitedDn, password, second, size } from '../../support/directory-people.mjs';
import { ldapPolicy } from '../../support/ldap-policy.js';
import { opened } from '../../support/opened.js';

const { signal } = new AbortController();
let directory: Directory;
beforeAll(async () => {
  const { good, ca } = await makeCertificates();
  directory = await startDirectory({ ...good, ca });
}, 60_000);
afterAll(() => directory.stop());

interface Options {
  readonly policy?: object;
  readonly tree?: LdapPolicy['directory'];
  readonly kept?: readonly Field[];
  readonly secret?: string | null;
  readonly trusted?: readonly string[];
}

const registry = ({ policy = {}, tree = 'openldap', kept = [], secret = password, trusted }: Options = {}) =>
  createLdapRegistry({
    policy: ldapPolicy(directory, policy, tree),
    allows: () => true,
    password: () => Promise.resolve(secret === null ? fail('not-signed-in') : ok(secret)),
    authorities: () => Promise.resolve(trusted ?? [directory.ca]),
    kept: new Set(kept),
  });

const found = async (query: RegistryQuery, options?: Options): Promise<readonly Subject[] | 'too-many'> => {
  const answer = await registry(options).search(query, signal);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value === 'too-many' ? answer.value : answer.value.map((subject) => opened(subject));
};
const userNames = async (query: RegistryQuery, options?: Options) => {
  const subjects = await found(query, options);
  return subjects === 'too-many' ? subjects : subjects.map(({ userName }) => userName);
};
const failure = async (query: RegistryQuery, options?: Options) => {
  const answer = await registry(options).search(query, signal);
  return answer.ok ? null : answer.error.code;
};
const mvirta = { by: 'userName', value: 'mvirta' } as const;
const numbered = (line: string) => Number(/conn=(\d+) /.exec(line)?.[1] ?? -1);
/** What the server says of the last conversation that `run` has with it; its log comes a little later than its answers. */
const overheard = async (run: () => Promise<unknown>, mark: RegExp) => {
  const from = directory.log.length;
  await run();
  const last = () => {
    const since = directory.log.slice(from);
    const number = Math.max(...since.map(numbered));
    return { number, lines: since.filter((line) => numbered(line) === number) };
  };
  await expect.poll(() => last().lines.join('\n')).toMatch(new RegExp(`${mark.source}[^]*UNBIND`));
  return last();
};
/** A conversation that can be told from others. */
const marked = async () => {
  const value = `mark-${directory.log.length}`;
  return (await overheard(() => found({ by: 'userName', value }), new RegExp(value))).number;
};

describe('whether a password opens a real OpenLDAP server', () => {
  it('is the bind itself, and nothing is searched', async () => {
    const { lines } = await overheard(() => registry({ secret: null }).opens(password), /BIND/);
    expect(lines.filter((line) => / op=\d+ (?!BIND|RESULT|UNBIND)/.test(line))).toEqual([]);
    expect(await registry({ secret: null }).opens(password)).toEqual({ ok: true, value: undefined });
  });

  it.each([
    ['another password', 'väärä salasana', 'registry-unauthorised'],
    ['none, which a directory takes for a guest', '', 'token-invalid'],
  ])('is refused with %s', async (_what, secret, code) => {
    expect(await registry().opens(secret)).toEqual({ ok: false, error: { code } });
  });
});

describe('a search of a real OpenLDAP server with 50,000 people', () => {
  it('finds everything of a person by user name, over LDAPS', async () => {
    expect(await found({ by: 'userName', value: 'MVirta' })).toEqual([
      {
        id: expect.stringMatching(/^[\da-f-]{36}$/) as string,
        givenName: 'Maija',
        familyName: 'Virtanen',
        userName: 'mvirta',
        workEmail: 'maija.virtanen@acme.example',
        workPhone: '+358470000101',
        // The desk's account may compare it and not read it.
        stationCode: null,
        organisation: 'Acme Oy',
        active: true,
        endedAt: null,
        restricted: false,
        phoneChangedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
        emailChangedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
        privileged: false,
        preferredLanguage: null,
      },
    ]);
  });

  it('begins TLS on the plain port before it binds', async () => {
    const policy = { url: directory.ldap, startTls: true };
    const { lines } = await overheard(
      async () => expect(await userNames(mvirta, { policy })).toEqual(['mvirta']),
      /SRCH/,
    );
    const said = lines.flatMap((line) => /(STARTTLS|TLS established|BIND dn|SRCH base)/.exec(line)?.[1] ?? []);
    expect(said).toEqual(['STARTTLS', 'TLS established', 'BIND dn', 'BIND dn', 'SRCH base']);
  });

  it.each(Object.entries(demoPersons).filter(([, person]) => 'workPhone' in person && !('userType' in person)))(
    'finds %s by phone, however the directory spells it',
    async (_name, person) => {
      const digits = /47.*/.exec(('workPhone' in person ? person.workPhone : '').replaceAll(/[ -]/g, ''))?.[0] ?? '';
      expect(await userNames({ by: 'workPhone', value: `+358${digits}` })).toEqual([person.userName]);
    },
  );

  it('finds by e-mail, and by name and organisation in either order', async () => {
    expect(await userNames({ by: 'workEmail', value: 'Maija.Virtanen@ACME.example' })).toEqual(['mvirta']);
    for (const names of [['Kaisa', 'Kaksonen'] as const, ['kaksonen', 'kaisa'] as const])
      expect(await userNames({ by: 'name', names, organisation: 'acme' })).toEqual(['kkakson']);
  });

  it('finds one of two addresses and numbers by the second as well, and shows and calls the first all the same', async () => {
    const [byEmail] = await found({ by: 'workEmail', value: second.workEmail });
    expect(byEmail).toMatchObject({
      userName: double.userName,
      workEmail: double.workEmail,
      others: { workEmail: [second.workEmail] },
    });
    const [byPhone] = await found({ by: 'workPhone', value: '+358470000121' });
    expect(byPhone).toMatchObject({
      userName: double.userName,
      workPhone: parsePhone(double.workPhone),
      others: { workPhone: ['+358470000121'] },
    });
    expect(await userNames({ by: 'workPhone', value: double.workPhone })).toEqual([double.userName]);
  });

  it('tells whose use has ended and who has restricted it, by the attributes of the policy', async () => {
    expect(await found({ by: 'userName', value: demoPersons.ended.userName })).toMatchObject([
      { active: false, endedAt: expect.stringMatching(/^\d{4}-/) as string },
    ]);
    expect(await found({ by: 'userName', value: demoPersons.restricted.userName })).toMatchObject([
      { active: true, restricted: true },
    ]);
  });

  it('never finds anybody outside the scope, nor by a wildcard', async () => {
    expect(await found({ by: 'userName', value: demoPersons.applicant.userName })).toEqual([]);
    for (const value of ['*', 'mvirt*', 'mvirta)(uid=*', '\\2a', 'mvirta\0'])
      expect(await found({ by: 'userName', value })).toEqual([]);
  });

  it('does not ask by what is no text', async () => {
    const before = await marked();
    expect(await failure({ by: 'userName', value: 'mvirta\ud800' })).toBe('identifier-invalid');
    expect(await marked()).toBe(before + 1);
  });

  it('asks for the attributes of the policy and no more', async () => {
    const { lines } = await overheard(() => found(mvirta, { kept: ['workEmail', 'stationCode'] }), /SRCH attr=/);
    const asked = lines.flatMap((line) => /SRCH attr=(.*)/.exec(line)?.[1]?.split(' ') ?? []);
    expect(asked.sort()).toEqual(
      [
        ...['entryUUID', 'givenName', 'sn', 'uid', 'telephoneNumber', 'o'],
        ...['useGoesOn', 'useEndedAt', 'useRestricted', 'phoneChangedAt', 'emailChangedAt'],
      ].sort(),
    );
  });
});

describe('too many', () => {
  const query = { by: 'name', names: [crowd.givenName, crowd.familyName], organisation: crowd.organisation } as const;

  it('are not listed, and no page is read after the sixth hit', async () => {
    const search = async () => expect(await found(query, { policy: { pageSize: 2 } })).toBe('too-many');
    const { lines } = await overheard(search, /SRCH base/);
    expect(lines.filter((line) => line.includes('SRCH base'))).toHaveLength(3);
  });

  it('are too many as well when the server will not count further', async () => {
    expect(await found(query, { policy: { bindDn: limitedDn } })).toBe('too-many');
  });

  it('are read to the end over several pages when they are few', async () => {
    const twins = { by: 'workPhone', value: '+358470000101' } as const;
    expect(await userNames(twins, { policy: { pageSize: 1 } })).toEqual(['mvirta']);
  });
});

describe('referrals', () => {
  it('inside an answer are not followed', async () => {
    // Every search below the people meets one, and is answered all the same.
    expect(await userNames(mvirta)).toEqual(['mvirta']);
  });

  it('in place of an answer are a typed failure', async () => {
    const baseDn = 'ou=elsewhere,ou=people,dc=esimerkki,dc=example';
    expect(await failure(mvirta, { policy: { baseDn } })).toBe('registry-redirected');
  });
});

describe('an Active Directory', () => {
  const tree = 'active-directory';

  it('is searched by its own attributes, by either user name', async () => {
    const [subject] = await found(mvirta, { tree });
    const { id } = typeof subject === 'object' ? subject : { id: '' };
    expect(subject).toMatchObject({
      id: expect.stringMatching(/^[\da-f]{32}$/) as string,
      userName: 'mvirta',
      organisation: 'Acme Oy',
      active: true,
      endedAt: null,
    });
    expect(await found({ by: 'userName', value: 'MVirta@ad.example' }, { tree })).toMatchObject([{ id }]);
  });

  it('tells by userAccountControl and accountExpires whose use has ended', async () => {
    expect(await found({ by: 'userName', value: demoPersons.ended.userName }, { tree })).toMatchObject([
      { active: false, endedAt: null },
    ]);
    expect(await found({ by: 'userName', value: expired.userName }, { tree })).toMatchObject([
      { active: false, endedAt: expect.stringMatching(/^\d{4}-/) as string },
    ]);
  });

  it('takes a scope by its bit tests', async () => {
    const enabled = '(!(userAccountControl:1.2.840.113556.1.4.803:=2))';
    expect(await userNames(mvirta, { tree, policy: { scope: enabled } })).toEqual(['mvirta']);
    const ended = { by: 'userName', value: demoPersons.ended.userName } as const;
    expect(await found(ended, { tree, policy: { scope: enabled } })).toEqual([]);
  });
});

describe('comparing in the directory', () => {
  const kept = ['workEmail', 'workPhone', 'stationCode'] as const;
  const { complete } = demoPersons;
  const compare = async (claims: object, query: RegistryQuery = mvirta, options: Options = {}) => {
    const here = registry({ kept, ...options });
    const answer = await here.search(query, signal);
    if (!answer.ok || answer.value === 'too-many' || !answer.value[0]) throw new Error('nobody was found');
    return here.inPlace?.compare(answer.value[0], claims, signal);
  };
  const yes = { ok: true, value: true };
  const no = { ok: true, value: false };

  it('needs no more than the right to compare, and the value never comes here', async () => {
    const from = directory.log.length;
    expect(await compare({ stationCode: 'HKI-205' })).toEqual(no);
    await overheard(async () => expect(await compare({ stationCode: 'hki 204' })).toEqual(yes), /CMP dn="uid=mvirta,/);
    expect(directory.log.slice(from).filter((line) => /SRCH attr=.*stationCode/.test(line))).toEqual([]);
  });

  it.each([
    ['what is right', { workEmail: complete.workEmail, workPhone: complete.workPhone, stationCode: 'HKI204' }, yes],
    ['another case and spelling', { workEmail: 'MAIJA.VIRTANEN@acme.example ', workPhone: '047 0000101' }, yes],
    ['one wrong fact among right ones', { workEmail: 'someone@acme.example', workPhone: complete.workPhone }, no],
    ['a wildcard', { workEmail: '*' }, no],
    ['nothing', { workEmail: '' }, no],
    ['what is no number', { workPhone: 'mvirta' }, no],
    ['what is no text', { workEmail: 'maija\ud800' }, no],
    ['what the attribute cannot hold', { workEmail: 'mäija@acme.example' }, no],
  ])('answers %s once for the whole set', async (_what, claims, answer) => {
    expect(await compare(claims)).toEqual(answer);
  });

  it('knows both of two values', async () => {
    const query = { by: 'userName', value: double.userName } as const;
    expect(await compare({ workEmail: double.workEmail }, query)).toEqual(yes);
    expect(await compare({ workEmail: second.workEmail, workPhone: '047-0000121' }, query)).toEqual(yes);
  });

  it('says no where the subject has no such value', async () => {
    const query = { by: 'userName', value: demoPersons.phoneless.userName } as const;
    expect(await compare({ workPhone: '047 0000101' }, query)).toEqual(no);
  });

  it('asks the same whether the first fact is wrong or the last', async () => {
    const asked = async (claims: object) => {
      const { lines } = await overheard(() => compare(claims), /CMP dn=/);
      return lines.filter((line) => line.includes('CMP dn=')).length;
    };
    const { workEmail, workPhone, stationCode } = complete;
    const right = await asked({ workEmail, workPhone, stationCode });
    expect(right).toBeGreaterThan(10);
    expect(await asked({ workEmail: 'x@y.example', workPhone, stationCode })).toBe(right);
    expect(await asked({ workEmail, workPhone, stationCode: 'TKU-999' })).toBe(right);
    expect(await asked({ workEmail: 'x@y.example', workPhone: '+358470000999', stationCode: 'TKU-999' })).toBe(right);
  });

  it('fails where the account may not even compare', async () => {
    expect(await compare({ stationCode: 'HKI-204' }, mvirta, { policy: { bindDn: limitedDn } })).toEqual({
      ok: false,
      error: { code: 'registry-forbidden' },
    });
  });
});

describe('opening the directory', () => {
  it('is refused with a wrong password, a wrong base and a certificate that nobody vouches for', async () => {
    expect(await failure(mvirta, { secret: 'wrong' })).toBe('registry-unauthorised');
    expect(await failure(mvirta, { policy: { baseDn: 'ou=nobody,dc=esimerkki,dc=example' } })).toBe(
      'registry-not-found',
    );
    expect(await failure(mvirta, { trusted: [] })).toBe('registry-certificate');
  });

  it('sends no empty password, which would be taken for a guest', async () => {
    const from = directory.log.length;
    expect(await failure(mvirta, { secret: null })).toBe('not-signed-in');
    expect(await failure(mvirta, { secret: '' })).toBe('token-invalid');
    await marked();
    const binds = directory.log.slice(from).filter((line) => line.includes('method=128'));
    expect(binds.every((line) => line.includes('BIND dn="cn=desk,'))).toBe(true);
    expect(directory.log.slice(from).some((line) => line.includes('err=48') || line.includes('err=53'))).toBe(false);
  });

  it('says when nobody is there, and works again when the server is back', async () => {
    const here = registry();
    expect(await here.search(mvirta, signal)).toMatchObject({ ok: true });
    await directory.goDown();
    expect(await here.search(mvirta, signal)).toEqual({ ok: false, error: { code: 'registry-unreachable' } });
    await directory.comeBack();
    expect(await here.search(mvirta, signal)).toMatchObject({ ok: true });
  });

  it('holds that many people', () => {
    expect(size).toBe(50_000);
  });
});
