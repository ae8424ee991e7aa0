import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createRelay, type Mail } from '../../../electron/main/mail/relay.js';
import { isAllowedRelay } from '../../../electron/main/policy/hosts.js';
import { testPolicy } from '../../support/call-desk.js';
import { makeCertificates } from '../../support/certificates.mjs';
import { startMailRelay } from '../../support/mail-relay.mjs';

type Server = Awaited<ReturnType<typeof startMailRelay>>;
type Options = Partial<Parameters<typeof startMailRelay>[0]>;

let certificates: Awaited<ReturnType<typeof makeCertificates>>;
const open: Server[] = [];
const start = async (options: Options = {}): Promise<Server> => {
  const server = await startMailRelay({ tls: certificates.good, ...options });
  open.push(server);
  return server;
};
beforeAll(async () => void (certificates = await makeCertificates()));
afterEach(async () => void (await Promise.all(open.splice(0).map((server) => server.stop()))));
afterAll(() => expect(open).toEqual([]));

const mail: Mail = {
  to: 'maija.virtanen@acme.example',
  subject: 'Vahvistuskoodi: Esimerkki Oy:n tuki – ÄÖÅ',
  text: 'Hyvä vastaanottaja,\n\n.koodisi on 123 456. Älä kerro salasanaasi kenellekään.\n',
  language: 'fi',
};
const relayAt = (url: string, deadlineMilliseconds = 10_000, allows: (url: URL) => boolean = () => true) =>
  createRelay({
    policy: { relay: url, from: 'tuki@esimerkki.example' },
    allows,
    authorities: () => Promise.resolve([certificates.ca]),
    deadlineMilliseconds,
  });
const failed = (code: string) => ({ ok: false, error: { code } });

describe('mail through the company’s relay', () => {
  it.each([true, false])('arrives as it was written, TLS from the start: %s', async (secure) => {
    const server = await start({ secure });
    expect(await relayAt(server.url).send({ ...mail, messageId: 'the-same@esimerkki.example' })).toEqual({
      ok: true,
      value: undefined,
    });
    expect(server.received).toMatchObject([
      { from: 'tuki@esimerkki.example', to: [mail.to], subject: mail.subject, text: mail.text.trimEnd() },
    ]);
    expect(server.received[0]?.headers).toMatchObject({
      'message-id': '<the-same@esimerkki.example>',
      'auto-submitted': 'auto-generated',
      'content-language': 'fi',
    });
    expect(server.received[0]?.headers).not.toHaveProperty('x-mailer');
  });

  it('is told nothing when it does not encrypt', async () => {
    const server = await start({ secure: false, refusesTls: true });
    expect(await relayAt(server.url).send(mail)).toEqual(failed('mail-unencrypted'));
    expect(server.asked).toEqual([]);
  });

  it.each(['expired', 'foreign', 'wrongHost'] as const)(
    'is told nothing with a certificate that is %s',
    async (which) => {
      for (const secure of [true, false]) {
        const server = await start({ secure, tls: certificates[which] });
        expect(await relayAt(server.url).send(mail)).toEqual(failed('mail-certificate'));
        expect(server.asked).toEqual([]);
      }
    },
  );

  it('that is down', async () => {
    const server = await startMailRelay({ tls: certificates.good });
    await server.stop();
    expect(await relayAt(server.url).send(mail)).toEqual(failed('mail-unreachable'));
  });

  it('that greylists: later, and when', async () => {
    const server = await start();
    server.set('greylist');
    expect(await relayAt(server.url).send(mail)).toEqual({
      ok: false,
      error: { code: 'mail-busy', retryAfterSeconds: 300 },
    });
    server.set('pass');
    expect(await relayAt(server.url).send(mail)).toMatchObject({ ok: true });
  });

  it('that refuses', async () => {
    const server = await start();
    server.set('refuse');
    expect(await relayAt(server.url).send(mail)).toEqual(failed('mail-refused'));
  });

  it('that never answers', async () => {
    const server = await start();
    server.set('silent');
    expect(await relayAt(server.url, 300).send(mail)).toEqual(failed('mail-timeout'));
  });

  it.each([true, false])('is greeted and given no mail, TLS from the start: %s', async (secure) => {
    const server = await start({ secure });
    expect(await relayAt(server.url).greet()).toEqual({ ok: true, value: undefined });
    expect([...server.asked, ...server.received]).toEqual([]);
  });

  it('tells by a greeting what a mail would have met', async () => {
    const foreign = await start({ tls: certificates.foreign });
    expect(await relayAt(foreign.url).greet()).toEqual(failed('mail-certificate'));
    const open = await start({ secure: false, refusesTls: true });
    expect(await relayAt(open.url).greet()).toEqual(failed('mail-unencrypted'));
    const gone = await startMailRelay({ tls: certificates.good });
    await gone.stop();
    expect(await relayAt(gone.url).greet()).toEqual(failed('mail-unreachable'));
    expect(await relayAt(gone.url, 1000, () => false).greet()).toEqual(failed('policy-invalid'));
  });

  it.each(['smtp', 'smtps'])('that takes a connection and says nothing: %s', async (scheme) => {
    const mute = createServer().listen(0, '127.0.0.1');
    await once(mute, 'listening');
    const { port } = mute.address() as AddressInfo;
    expect(await relayAt(`${scheme}://127.0.0.1:${port}`, 300).greet()).toEqual(failed('mail-timeout'));
    mute.close();
  });

  it('goes to no host that the policy does not list', async () => {
    const server = await start();
    const policy = testPolicy((text) => text);
    const allows = (url: URL) => isAllowedRelay(url, { ...policy, allowedHosts: ['elsewhere.example'] });
    expect(await relayAt(server.url, 1000, allows).send(mail)).toEqual(failed('policy-invalid'));
    expect(server.asked).toEqual([]);
  });

  it.each([
    'a@acme.example, b@elsewhere.example',
    'a@acme.example\r\nBcc: b@elsewhere.example',
    '"a" <b@elsewhere.example>',
    'a@acme.example b@elsewhere.example',
    'nobody',
    '',
  ])('goes to one mailbox or to none: %j', async (to) => {
    const server = await start();
    expect(await relayAt(server.url).send({ ...mail, to })).toEqual(failed('mail-address-invalid'));
    expect(server.asked).toEqual([]);
  });
});
