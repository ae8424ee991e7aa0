import { onDisk } from './audit/durable-file.js';
import type { AuditLog } from './audit/audit-log.js';
import { createCourier, type Courier } from './delivery/courier.js';
import { createCursorStore } from './delivery/cursor-store.js';
import { createDelivery, type Delivery } from './delivery/delivery.js';
import { createDrills } from './delivery/drills.js';
import type { Collector } from './delivery/collector.js';
import { createOtlpCollector } from './delivery/otlp/otlp-collector.js';
import { createSyslogCollector } from './delivery/syslog/syslog-collector.js';
import type { Host } from './desk.js';
import type { Network } from './network/network.js';
import { isAllowedCollector } from './policy/hosts.js';
import type { Policy } from './policy/schema.js';
import { systemAuthorities } from './registry/ldap-authorities.js';
import { createNetSend } from './registry/net-transport.js';
import { trailing } from './trailing.js';

export interface DeliveryParts {
  readonly host: Pick<Host, 'deliveryFolder' | 'power'>;
  readonly emit: Host['emit'];
  readonly policy: Policy;
  readonly audit: AuditLog;
  readonly network: Network;
}

const composeCollectors = ({ policy, network }: DeliveryParts): Collector[] => {
  const allows = (url: URL): boolean => isAllowedCollector(url, policy);
  const authorities = async () => [...(await systemAuthorities()), ...network.caCertificates()];
  return policy.audit.deliver.map((collector) =>
    collector.kind === 'syslog'
      ? createSyslogCollector({ policy: collector, allows, authorities })
      : createOtlpCollector({
          policy: collector,
          allows,
          send: createNetSend({ network, deadlineMilliseconds: 60_000 }),
        }),
  );
};

/** The delivery's part of the composition root: a courier for each collector of the policy. */
export const composeDelivery = async (parts: DeliveryParts): Promise<Delivery> => {
  const { host, emit, policy, audit } = parts;
  const changed = trailing<void>(200, () => emit({ kind: 'delivery', delivery: delivery.view() }));
  const courierTo = (collector: Collector): Courier =>
    createCourier({
      collector,
      store: createCursorStore({ folder: host.deliveryFolder, place: onDisk.place }, collector.url),
      stored: audit.stored,
      audit,
      changed,
      now: () => Date.now(),
      monotonic: () => performance.now(),
      random: Math.random,
    });
  const couriers = composeCollectors(parts).map(courierTo);
  const head = (): number => audit.head;
  const slowest = (): number => Math.min(...couriers.map(({ acknowledged }) => acknowledged));
  const delivery = createDelivery({
    couriers,
    drills: createDrills(audit.stored, head, slowest),
    head,
    maxUndelivered: policy.audit.maxUndelivered,
    changed,
  });
  host.power.onSuspend(delivery.sleep);
  host.power.onResume(delivery.wake);
  await delivery.open();
  return delivery;
};
