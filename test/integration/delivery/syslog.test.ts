import { createHash } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StoredEntry } from '../../../electron/main/audit/entry.js';
import type { Courier } from '../../../electron/main/delivery/courier.js';
import type { SyslogPolicy } from '../../../electron/main/policy/audit-schema.js';
import { createSyslogCollector } from '../../../electron/main/delivery/syslog/syslog-collector.js';
import {
  authorityExtensions,
  certify,
  clientExtensions,
  makeCertificates,
  pair,
  type Pair,
} from '../../support/certificates.mjs';
import { deliveryDesk, parameterOf } from '../../support/delivery-desk.js';
import { startLine } from '../../support/cut-line.js';
import { layDown } from '../../support/policy.mjs';
import { startSyslogCollector } from '../../support/syslog-collector.mjs';

type Server = Awaited<ReturnType<typeof startSyslogCollector>>;

let certificates: Awaited<ReturnType<typeof makeCertificates>>;
let desk: Awaited<ReturnType<typeof deliveryDesk>>;
let server: Server;
beforeAll(async () => void (certificates = await makeCertificates()));
beforeEach(async () => {
  [desk, server] = await Promise.all([
    deliveryDesk(),
    startSyslogCollector({ ca: certificates.ca, ...certificates.good }),
  ]);
});
afterEach(async () => {
  await desk.end();
  await server.stop();
});

const patience = { deadline: 10_000, lingering: 20 };
const collectorAt = (url: string, more: Partial<SyslogPolicy> = {}, trusted = () => [certificates.ca]) =>
  createSyslogCollector({
    policy: { kind: 'syslog', url, enterprise: 32473, ...more },
    allows: () => true,
    authorities: () => Promise.resolve(trusted()),
    patience,
  });
const sha256 = (line: string): string => createHash('sha256').update(line).digest('hex');
/** As long as a busy machine takes. */
const patient = { timeout: 12_000, interval: 50 };
/** Done when a try has gone well; each pause is cut short. */
const well = (courier: Courier): Promise<void> =>
  vi.waitFor(() => {
    courier.hurry();
    expect(courier.failure).toBeNull();
  }, patient);
/** Done when what the collector wrote is the journal, whatever was repeated. */
const complete = async (): Promise<void> =>
  vi.waitFor(async () => {
    const written = await server.written();
    expect([...new Set(written.map(({ message }) => message))]).toEqual(await desk.lines());
  }, patient);

describe('rsyslog over TLS', { timeout: 60_000 }, () => {
  it('writes down every entry as it lies in the journal, in order and once, with what it sorts by', async () => {
    await desk.record(300);
    const courier = await desk.start(collectorAt(server.url));
    await complete();
    const written = await server.written();
    expect(written.map(({ message }) => message)).toEqual(await desk.lines());
    let last = '0'.repeat(64);
    for (const { message, type, time, host, data, priority } of written) {
      const entry = JSON.parse(message) as StoredEntry;
      expect({ type, time: new Date(time).toISOString(), host }).toEqual({
        ...{ type: entry.type, time: entry.time, host: entry.desk },
      });
      expect(priority).toBe(['operation.refused', 'delivery.begun'].includes(entry.type) ? 108 : 110);
      expect(parameterOf(data, 'seq')).toBe(String(entry.seq));
      expect(parameterOf(data, 'id')).toBe(entry.id);
      expect(parameterOf(data, 'sha256')).toBe(sha256(message));
      expect(data).toContain('[origin software="Tunniste" swVersion="0.1.0"]');
      // The collector can follow the chain by itself.
      expect(entry.prev).toBe(last);
      last = sha256(message);
    }
    await vi.waitFor(() => expect(courier.acknowledged).toBe(written.length), patient);
  });

  it('gets the personal data sealed, as they are in the journal, and nothing else of them', async () => {
    await desk.record(1);
    await desk.start(collectorAt(server.url));
    await complete();
    const [started] = await server.written();
    expect(started?.message).not.toContain('358400000000');
    expect((JSON.parse(started?.message ?? '') as StoredEntry).sealed).toMatch(/^[\w-]+\.\.[\w-]+\.[\w-]+\.[\w-]+$/);
  });

  it('is down and comes back: nothing is lost and nothing is out of order', async () => {
    await desk.record(2);
    const courier = await desk.start(collectorAt(server.url));
    await complete();
    await vi.waitFor(() => expect(courier.acknowledged).toBe(9), patient);
    await server.goDown();
    await desk.record(5);
    await vi.waitFor(() => expect(courier.failure).toEqual({ code: 'collector-unreachable' }), patient);
    await server.comeBack();
    await well(courier);
    await vi.waitFor(async () => {
      const types = (await desk.lines()).map((line) => (JSON.parse(line) as StoredEntry).type);
      expect(types.filter((type) => type.startsWith('delivery.'))).toEqual([
        ...['delivery.begun', 'delivery.failed', 'delivery.resumed'],
      ]);
    }, patient);
    await complete();
  });

  it('with a new certificate of its authority goes on; with one of another it is told nothing until the policy trusts that', async () => {
    const other = await makeCertificates();
    const trusted = [certificates.ca];
    const show = async (certificate: Pair): Promise<void> => {
      await server.certify(certificate);
      await server.goDown();
      await server.comeBack();
    };
    await desk.record(1);
    const courier = await desk.start(collectorAt(server.url, {}, () => trusted));
    await complete();
    await show(certificates.renewed);
    await desk.record(1);
    await complete();
    await well(courier);

    const before = await server.written();
    for (const untrusted of [other.good, certificates.expired, certificates.wrongHost]) {
      await show(untrusted);
      await desk.record(1);
      courier.hurry();
      await vi.waitFor(() => expect(courier.failure).toEqual({ code: 'collector-certificate' }), patient);
    }
    expect(await server.written()).toEqual(before);
    await show(other.good);
    trusted.splice(0, 1, other.ca);
    await well(courier);
    await complete();
  });

  it('is started anew again and again in the middle of it all: nothing is lost and nothing is out of order', async () => {
    const courier = await desk.start(collectorAt(server.url));
    for (let times = 0; times < 3; times++) {
      const recorded = desk.record(40);
      courier.hurry();
      await server.goDown();
      await server.comeBack();
      await recorded;
      await well(courier);
    }
    await well(courier);
    await complete();
  });

  it('behind a line that is cut in the middle of a piece gets the whole piece again', async () => {
    const line = await startLine(server.url);
    line.cutsAfter(40_000);
    await desk.record(100);
    const courier = await desk.start(collectorAt(line.url));
    await vi.waitFor(() => expect(courier.failure).toEqual({ code: 'collector-cut' }), patient);
    expect(courier.acknowledged).toBe(0);
    line.cutsAfter(Number.POSITIVE_INFINITY);
    await well(courier);
    await complete();
    expect((await server.written()).length).toBeGreaterThan((await desk.lines()).length);
    await line.stop();
  });

  it('a second one, added later, gets the past from the first entry', async () => {
    await desk.record(20);
    await desk.start(collectorAt(server.url));
    await complete();
    const first = server;
    server = await startSyslogCollector({ ca: certificates.ca, ...certificates.good });
    try {
      await desk.start(collectorAt(server.url));
      await complete();
      const [one] = await server.written();
      expect(parameterOf(one?.data ?? '', 'seq')).toBe('1');
    } finally {
      await first.stop();
    }
  });

  it('that asks for a certificate gets the desk’s, and takes nothing from a desk without one', async () => {
    const authority = await certify({ name: 'Desks', extensions: authorityExtensions({ pathLength: 0 }) });
    const own = await pair(await certify({ name: 'desk', extensions: clientExtensions }, { by: authority }));
    const strict = await startSyslogCollector(
      { ca: authority.cert.toString('pem'), ...certificates.good },
      { asksClient: true },
    );
    const [cert, key] = [await layDown('cert.pem', own.cert), await layDown('key.pem', own.key)];
    const previous = server;
    server = strict;
    try {
      await desk.record(1);
      const nameless = await desk.start(collectorAt(strict.url));
      await vi.waitFor(() => expect(nameless.failure?.code).toMatch(/^collector-(?:unauthorised|cut)$/), patient);
      expect(await strict.written()).toEqual([]);
      await nameless.stop();
      const clientCertificate = { certificateFile: cert.path, keyFile: key.path };
      await desk.start(collectorAt(strict.url, { clientCertificate }));
      await complete();
      const wrong = collectorAt(strict.url, { clientCertificate: { ...clientCertificate, keyFile: cert.path } });
      expect(await wrong.send([], new AbortController().signal)).toEqual({
        ...{ ok: false, error: { code: 'collector-key-unreadable' } },
      });
      const none = collectorAt(strict.url, { clientCertificate: { ...clientCertificate, keyFile: '/nonexistent' } });
      expect(await none.send([], new AbortController().signal)).toMatchObject({
        ...{ error: { code: 'collector-key-unreadable' } },
      });
    } finally {
      await strict.stop();
      server = previous;
      await Promise.all([cert.remove(), key.remove()]);
    }
  });
});
