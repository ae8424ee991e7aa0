import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLdapRegistry } from '../../../electron/main/registry/ldap.js';
import { ok, type ErrorCode } from '../../../shared/result.js';
import { makeCertificates } from '../../support/certificates.mjs';
import { bindDn, password } from '../../support/directory-people.mjs';
import { onlyOldTls } from '../../support/fault-server.mjs';
import { startClearServer, startLdapFaultServer, type LdapFault } from '../../support/ldap-fault-server.mjs';
import { startTlsAnswers } from '../../support/ldap-faults.mjs';
import { ldapPolicy } from '../../support/ldap-policy.js';
import { opened } from '../../support/opened.js';
import { patienceFor } from '../../support/patience.js';

let certificates: Awaited<ReturnType<typeof makeCertificates>>;
let server: Awaited<ReturnType<typeof startLdapFaultServer>>;
beforeAll(async () => {
  certificates = await makeCertificates();
  server = await startLdapFaultServer(certificates.good);
});
afterAll(() => server.stop());

const query = { by: 'userName', value: 'mvirta' } as const;
const registry = (ldaps = server.ldaps, changes: object = {}, allows = true, deadlineMilliseconds = 10_000) =>
  createLdapRegistry({
    policy: ldapPolicy({ ldaps }, { scope: undefined, ...changes }),
    allows: () => allows,
    password: () => Promise.resolve(ok(password)),
    authorities: () => Promise.resolve([certificates.ca]),
    kept: new Set(),
    deadlineMilliseconds,
  });
const search = (ldaps?: string, signal = new AbortController().signal) => registry(ldaps).search(query, signal);
const failed = (code: ErrorCode) => ({ ok: false, error: { code } });

const bad: readonly (readonly [what: string, fault: LdapFault, code: ErrorCode])[] = [
  ['silence', 'silent', 'registry-timeout'],
  ['ten bytes a second', 'drip', 'registry-timeout'],
  ['pages without end', 'pagesWithoutEnd', 'registry-timeout'],
  ['a hang-up in the middle', 'hangsUp', 'registry-unreachable'],
  ['a hang-up at once', 'hangsUpBefore', 'registry-unreachable'],
  ['a notice of disconnection', 'saysGoodbye', 'registry-unreachable'],
  ['an attribute of 10 MB', 'huge', 'registry-too-large'],
  ['pointers to other servers without end', 'manyReferences', 'registry-too-large'],
  ['something that is no LDAP', 'garbage', 'registry-invalid'],
  ['a length without end', 'indefiniteLength', 'registry-invalid'],
  ['a length of 4 GB', 'greatLength', 'registry-too-large'],
  ['an answer to another question', 'foreignAnswer', 'registry-invalid'],
  ['a referral', 'referral', 'registry-redirected'],
  ['a referral of who signs in', 'bindReferral', 'registry-redirected'],
  ['its time limit', 'timeLimit', 'registry-timeout'],
  ['that it is busy', 'busy', 'registry-busy'],
  ['that it is busy when signing in', 'bindBusy', 'registry-busy'],
  ['that it is unavailable', 'unavailable', 'registry-busy'],
  ['that it wants to know more of the desk', 'bindWantsMore', 'registry-unauthorised'],
  ['that the desk has no right', 'noRights', 'registry-forbidden'],
  ['a code that nobody has heard of', 'unheardOf', 'registry-failed'],
  ['somebody who was not asked for', 'someoneElse', 'registry-invalid'],
  ['somebody twice', 'twice', 'registry-invalid'],
  ['somebody without an id', 'noId', 'registry-invalid'],
  ['somebody without a name', 'noFamilyName', 'registry-invalid'],
  ['somebody of whom it does not tell whether use goes on', 'noActive', 'registry-invalid'],
  ['a flag that is none', 'strangeActive', 'registry-invalid'],
  ['a time that is none', 'strangeTime', 'registry-invalid'],
  ['bytes that are no text', 'notUtf8', 'registry-invalid'],
  ['control characters', 'controlCharacters', 'registry-invalid'],
];

describe('a directory that answers with', () => {
  it.each(bad)('%s', async (_what, fault, code) => {
    server.set(fault);
    const before = server.counted.connections;
    const patient = registry(server.ldaps, {}, true, patienceFor(code));
    expect(await patient.search(query, new AbortController().signal)).toEqual(failed(code));
    expect(server.counted.connections).toBe(before + 1);
  });

  it('a sound answer is heard', async () => {
    server.set('sound');
    expect(await search()).toEqual({ ok: true, value: ['[withheld]'].map(() => expect.anything() as unknown) });
  });

  it('its size limit: that is too many, however few came', async () => {
    server.set('sizeLimit');
    expect(await search()).toEqual({ ok: true, value: 'too-many' });
  });

  it.each(['references', 'directionMarks'] as const)('%s: those are left out', async (fault) => {
    server.set(fault);
    const answer = await search();
    if (!answer.ok || answer.value === 'too-many') throw new Error('nobody was found');
    expect(answer.value.map((subject) => opened(subject).givenName)).toEqual(['Maija']);
  });

  it('10 MB: most of it is never taken', async () => {
    server.set('huge');
    server.counted.sent = 0;
    expect(await search()).toEqual(failed('registry-too-large'));
    await expect.poll(() => server.counted.sent).toBeGreaterThan(0);
    expect(server.counted.sent).toBeLessThan(8 * 2 ** 20);
  });

  it('anything can be cancelled, and is not asked when it was before', async () => {
    server.set('silent');
    const cancel = new AbortController();
    const answer = search(server.ldaps, cancel.signal);
    cancel.abort();
    expect(await answer).toEqual(failed('search-cancelled'));
    const { connections } = server.counted;
    expect(await search(server.ldaps, cancel.signal)).toEqual(failed('search-cancelled'));
    server.set('sound');
    await search();
    expect(server.counted.connections).toBe(connections + 1);
  });

  it('nothing is asked where the policy does not allow it', async () => {
    const answer = await registry(server.ldaps, {}, false).search(query, new AbortController().signal);
    expect(answer).toEqual(failed('policy-invalid'));
  });

  it('whatever it does and whenever it is stopped, the desk lives on', async () => {
    const faults = ['sound', 'silent', 'hangsUp', 'hangsUpBefore', 'huge', 'garbage', 'saysGoodbye'] as const;
    const rounds = Array.from({ length: 150 }, async (_, round) => {
      server.set(faults[round % faults.length] ?? 'sound');
      const cancel = new AbortController();
      const answer = search(server.ldaps, cancel.signal);
      setTimeout(() => cancel.abort(), round % 40);
      expect(typeof (await answer).ok).toBe('boolean');
    });
    await Promise.all(rounds);
    server.set('sound');
    expect(await search()).toMatchObject({ ok: true });
  });
});

describe('a directory over TLS', () => {
  it.each(['expired', 'foreign', 'wrongHost'] as const)(
    'is told nothing with a certificate that is %s',
    async (which) => {
      const other = await startLdapFaultServer(certificates[which]);
      expect(await search(other.ldaps)).toEqual(failed('registry-certificate'));
      await other.stop();
      expect(other.counted.connections).toBe(0);
    },
  );

  it('is told nothing over TLS 1.1', async () => {
    const other = await startLdapFaultServer({ ...certificates.good, ...onlyOldTls });
    expect(await search(other.ldaps)).toEqual(failed('registry-certificate'));
    await other.stop();
    expect(other.counted.connections).toBe(0);
  });

  it('is trusted by the policy’s authorities even where the environment would trust everybody', async () => {
    const other = await startLdapFaultServer(certificates.foreign);
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    const answer = await search(other.ldaps);
    delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    await other.stop();
    expect(answer).toEqual(failed('registry-certificate'));
  });

  it('is not there where nobody listens', async () => {
    const gone = await startLdapFaultServer(certificates.good);
    await gone.stop();
    expect(await search(gone.ldaps)).toEqual(failed('registry-unreachable'));
  });
});

describe('a directory that is asked for StartTLS', () => {
  const { agrees, ...refusals } = startTlsAnswers;
  const asked = async (answer: Parameters<typeof startClearServer>[0], code: ErrorCode) => {
    const clear = await startClearServer(answer);
    const here = registry(clear.ldap, { startTls: true }, true, patienceFor(code));
    const result = await here.search(query, new AbortController().signal);
    await clear.stop();
    const heard = Buffer.concat(clear.clear);
    for (const secret of [bindDn, password, 'mvirta', 'uid']) expect(heard.includes(secret), secret).toBe(false);
    expect(result).toEqual(failed(code));
    return heard.length;
  };
  /** Bytes of the request for TLS, the only thing ever said in clear. */
  const request = 31;

  it.each(Object.entries({ ...refusals, cuts: 'cuts' as const }))(
    'and %s hears nothing more',
    async (_what, answer) => {
      expect(await asked(answer, 'registry-unencrypted')).toBe(request);
    },
  );

  it('and is silent hears nothing more', async () => {
    expect(await asked('silence', 'registry-timeout')).toBe(request);
  });

  it('and agrees without meaning it hears a handshake and nothing else', async () => {
    expect(await asked(agrees, 'registry-timeout')).toBeGreaterThan(request);
  });
});
