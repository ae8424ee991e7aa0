import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { atBeginning, nextBatch } from '../../../electron/main/delivery/outgoing.js';
import { createSyslogCollector } from '../../../electron/main/delivery/syslog/syslog-collector.js';
import { isAllowedCollector } from '../../../electron/main/policy/hosts.js';
import { ok } from '../../../shared/result.js';
import { testPolicy } from '../../support/call-desk.js';
import { makeCertificates } from '../../support/certificates.mjs';
import { entryWith } from '../../support/entries.js';
import { patienceFor } from '../../support/patience.js';

let certificates: Awaited<ReturnType<typeof makeCertificates>>;
beforeAll(async () => void (certificates = await makeCertificates()));
const sockets = new Set<Socket>();
const servers: Server[] = [];
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  for (const server of servers.splice(0)) server.close();
});

const listen = async (server: Server): Promise<string> => {
  servers.push(server);
  server.on('connection', (socket: Socket) => void sockets.add(socket.on('error', () => undefined)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `tls://127.0.0.1:${(server.address() as AddressInfo).port}`;
};
const overTls = (onSocket: (socket: Socket) => void, options: TlsOptions = {}): Promise<string> => {
  const server = createTlsServer({ ...certificates.good, allowHalfOpen: true, ...options }, (socket) => {
    socket.on('error', () => undefined);
    onSocket(socket);
  });
  return listen(server.on('tlsClientError', () => undefined));
};

const batch = async (count: number) => {
  const stored = Array.from({ length: count }, (_none, nth) => ({
    ...{ ...entryWith({ seq: nth + 1 }), sealed: null, prev: '0'.repeat(64) },
  }));
  const read = await nextBatch(() => Promise.resolve(ok(stored)), atBeginning, count);
  return read.ok ? read.value.entries : [];
};
const sendTo = async (
  url: string,
  {
    allows = (_url: URL): boolean => true,
    signal = new AbortController().signal,
    lingering = 20,
    deadline = 10_000,
  } = {},
) =>
  createSyslogCollector({
    policy: { kind: 'syslog', url, enterprise: 32473 },
    allows,
    authorities: () => Promise.resolve([certificates.ca]),
    patience: { deadline, lingering },
  }).send(await batch(300), signal);
const inVain = { deadline: patienceFor('collector-timeout') };
const failed = (code: string) => ({ ok: false, error: { code } });

it('a collector that closes after us has acknowledged', async () => {
  const url = await overTls((socket) => socket.resume().on('end', () => socket.end()));
  expect(await sendTo(url)).toEqual(ok(undefined));
});

it('one that takes the connection and never says a word has not', async () => {
  expect(await sendTo(await listen(createServer()), inVain)).toEqual(failed('collector-timeout'));
});

it('one that reads everything and never closes has not', async () => {
  expect(await sendTo(await overTls((socket) => void socket.resume()), inVain)).toEqual(failed('collector-timeout'));
});

it('one that reads nothing has not, however long its connection stays', async () => {
  expect(await sendTo(await overTls((socket) => void socket.pause()), inVain)).toEqual(failed('collector-timeout'));
});

it.each([0, 1000, 50_000])('one that resets the connection after %i bytes has not', async (most) => {
  const url = await overTls((socket) => {
    let got = 0;
    const cut = (): void => void ([...sockets].at(-1)?.resetAndDestroy() ?? socket.destroy());
    if (most === 0) cut();
    socket.on('data', (part: Buffer) => void ((got += part.length) >= most && cut()));
  });
  expect(await sendTo(url)).toEqual(failed('collector-cut'));
});

it.each([0, 1000, Number.POSITIVE_INFINITY])(
  'one that closes in order before we do, after %d bytes, has not',
  async (most) => {
    const url = await overTls((socket) => {
      let got = 0;
      if (most === 0) socket.end();
      socket.on('data', (part: Buffer) => {
        got += part.length;
        if (got >= Math.min(most, 90_000)) socket.end();
      });
    });
    expect(await sendTo(url, { lingering: 200 })).toEqual(failed('collector-cut'));
  },
);

it('one that does not speak TLS, or only what is too old, is told nothing', async () => {
  expect(await sendTo(await listen(createServer((socket) => socket.write('220 hello\r\n'))))).toEqual(
    failed('collector-certificate'),
  );
  const old = await overTls((socket) => socket.destroy(), {
    minVersion: 'TLSv1',
    maxVersion: 'TLSv1.1',
    ciphers: 'DEFAULT@SECLEVEL=0',
  });
  expect(await sendTo(old)).toEqual(failed('collector-certificate'));
});

it('nobody listens', async () => {
  const url = await listen(createServer());
  const server = servers.pop();
  if (server) await once(server.close(), 'close');
  expect(await sendTo(url)).toEqual(failed('collector-unreachable'));
});

it('a host that the policy does not list is not asked', async () => {
  let asked = 0;
  const url = await listen(createServer(() => void (asked += 1)));
  const policy = { ...testPolicy((text) => text), allowedHosts: ['elsewhere.example'] };
  expect(await sendTo(url, { allows: (at: URL) => isAllowedCollector(at, policy) })).toEqual(failed('policy-invalid'));
  expect(asked).toBe(0);
});

it('what is broken off on purpose ends at once', async () => {
  const breakOff = new AbortController();
  const url = await overTls((socket) => {
    socket.resume();
    breakOff.abort();
  });
  expect(await sendTo(url, { signal: breakOff.signal })).toMatchObject({ ok: false });
  expect(await sendTo(url, { signal: AbortSignal.abort() })).toMatchObject({ ok: false });
});
