import { createHash } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StoredEntry } from '../../../electron/main/audit/entry.js';
import type { Courier } from '../../../electron/main/delivery/courier.js';
import { createOtlpCollector } from '../../../electron/main/delivery/otlp/otlp-collector.js';
import { isAllowedCollector } from '../../../electron/main/policy/hosts.js';
import { testPolicy } from '../../support/call-desk.js';
import { makeCertificates } from '../../support/certificates.mjs';
import { deliveryDesk } from '../../support/delivery-desk.js';
import { createNodeSend } from '../../support/node-send.js';
import { startOtlpReceiver } from '../../support/otlp-receiver.mjs';
import { patienceFor } from '../../support/patience.js';

let certificates: Awaited<ReturnType<typeof makeCertificates>>;
let desk: Awaited<ReturnType<typeof deliveryDesk>>;
let receiver: Awaited<ReturnType<typeof startOtlpReceiver>>;
beforeAll(async () => void (certificates = await makeCertificates()));
beforeEach(async () => {
  [desk, receiver] = await Promise.all([deliveryDesk(), startOtlpReceiver(certificates.good)]);
});
afterEach(async () => {
  expect(receiver.mistakes).toEqual([]);
  await desk.end();
  await receiver.stop();
});

const collectorAt = (url: string, { allows = (_url: URL): boolean => true, patience = 10_000 } = {}) =>
  createOtlpCollector({
    policy: { kind: 'otlp', url },
    allows,
    send: createNodeSend({ ca: certificates.ca, deadlineMilliseconds: patience }),
  });
const bodies = (): unknown[] => receiver.records.map(({ body }) => (body as { stringValue: string }).stringValue);
/** As long as a busy machine takes. */
const patient = { timeout: 12_000, interval: 50 };
/** Done when a try has gone well; each pause is cut short. */
const well = (courier: Courier): Promise<void> =>
  vi.waitFor(() => {
    courier.hurry();
    expect(courier.failure).toBeNull();
  }, patient);
const complete = (): Promise<void> =>
  vi.waitFor(async () => expect([...new Set(bodies())]).toEqual(await desk.lines()), patient);

describe('OTLP over HTTPS', { timeout: 30_000 }, () => {
  it('carries every entry as it lies in the journal, in order and once, in the published JSON mapping', async () => {
    await desk.record(300);
    await desk.start(collectorAt(receiver.url));
    await complete();
    expect(bodies()).toEqual(await desk.lines());
    for (const { body, attributes, eventName, timeUnixNano, severityNumber } of receiver.records) {
      const line = (body as { stringValue: string }).stringValue;
      const entry = JSON.parse(line) as StoredEntry;
      expect(eventName).toBe(entry.type);
      expect(timeUnixNano).toBe(`${Date.parse(entry.time)}000000`);
      expect(severityNumber).toBe(['operation.refused', 'delivery.begun'].includes(entry.type) ? 13 : 9);
      expect(attributes).toEqual([
        { key: 'log.record.uid', value: { stringValue: entry.id } },
        { key: 'tunniste.seq', value: { intValue: String(entry.seq) } },
        { key: 'tunniste.sha256', value: { stringValue: createHash('sha256').update(line).digest('hex') } },
      ]);
    }
    expect(receiver.requests[0]?.resourceLogs).toMatchObject([
      {
        resource: {
          attributes: [
            { key: 'service.name', value: { stringValue: 'tunniste' } },
            { key: 'service.version', value: { stringValue: '0.1.0' } },
            { key: 'host.name', value: { stringValue: 'desk' } },
          ],
        },
      },
    ]);
  });

  it.each([
    ['busy', 'collector-busy'],
    ['unauthorised', 'collector-unauthorised'],
    ['refuse', 'collector-refused'],
    ['reject-one', 'collector-refused'],
    ['page', 'collector-refused'],
    ['empty', 'collector-refused'],
    ['silent', 'collector-timeout'],
    ['cut', 'collector-unreachable'],
  ] as const)('that is %s has acknowledged nothing, and gets everything once it is well', async (mode, code) => {
    receiver.set(mode);
    await desk.record(5);
    const courier = await desk.start(collectorAt(receiver.url, { patience: patienceFor(code) }));
    await vi.waitFor(() => expect(courier.failure).toMatchObject({ code }), patient);
    expect(courier.failure?.retryAfterSeconds).toBe(mode === 'busy' ? 120 : undefined);
    expect(courier.acknowledged).toBe(0);
    receiver.set('pass');
    await well(courier);
    await vi.waitFor(async () => {
      const last = new Map(bodies().map((line, nth) => [line, nth]));
      const lines = await desk.lines();
      expect(lines.map((line) => last.has(line))).toEqual(lines.map(() => true));
      expect(courier.acknowledged).toBe(lines.length);
    }, patient);
  });

  it('with a certificate that is not valid is told nothing', async () => {
    const foreign = await startOtlpReceiver(certificates.foreign);
    await desk.record(1);
    const courier = await desk.start(collectorAt(foreign.url));
    await vi.waitFor(() => expect(courier.failure).toEqual({ code: 'collector-certificate' }), patient);
    expect(foreign.requests).toEqual([]);
    await foreign.stop();
  });

  it('goes to no host that the policy does not list', async () => {
    const policy = { ...testPolicy((text) => text), allowedHosts: ['elsewhere.example'] };
    await desk.record(1);
    const courier = await desk.start(collectorAt(receiver.url, { allows: (url) => isAllowedCollector(url, policy) }));
    await vi.waitFor(() => expect(courier.failure).toEqual({ code: 'policy-invalid' }), patient);
    expect(receiver.requests).toEqual([]);
  });
});
