import { afterEach, beforeEach, expect, it } from 'vitest';
import { createDelivery } from '../../../../../electron/main/delivery/delivery.js';
import { createDrills } from '../../../../../electron/main/delivery/drills.js';
import { ok } from '../../../../../shared/result.js';
import { noon } from '../../../../support/entries.js';
import {
  courierDesk,
  createFakeCollector,
  createFakeStore,
  hour,
  minute,
  type CourierDesk,
} from '../../../../support/courier-desk.js';

let desk: CourierDesk;
beforeEach(() => void (desk = courierDesk()));
afterEach(() => desk.end());

const open = async (fakes: readonly ReturnType<typeof createFakeCollector>[], maxUndelivered = 10) => {
  const couriers = fakes.map(({ collector }) => desk.start(collector, createFakeStore().store));
  const delivery = createDelivery({
    ...{ couriers, head: desk.head, maxUndelivered, changed: () => undefined },
    drills: createDrills(desk.stored, desk.head, () => Math.min(...couriers.map(({ acknowledged }) => acknowledged))),
  });
  await delivery.open();
  delivery.begin();
  await desk.pass(minute);
  return delivery;
};
const append = (count: number, more = {}): void => {
  for (let nth = 0; nth < count; nth++) desk.append(more);
};
const tooMany = { ok: false, error: { code: 'undelivered-too-many' } };

it('tells how many wait and since when, and stops lookups while there are too many', async () => {
  const siem = createFakeCollector();
  const delivery = await open([siem]);
  expect(delivery.view()).toEqual({
    stopped: false,
    collectors: [{ kind: 'syslog', name: 'siem.example:6514', waiting: 0, since: null, failure: null }],
  });
  siem.fails('collector-unreachable');
  append(9);
  await desk.pass(minute);
  // With the entry that says that it failed there are as many as may be.
  expect(await delivery.mayLookUp()).toEqual(ok(undefined));
  append(1);
  delivery.follow();
  expect(await delivery.mayLookUp()).toEqual(tooMany);
  expect(delivery.view()).toMatchObject({
    stopped: true,
    collectors: [
      {
        waiting: 11,
        since: new Date(noon + minute).toISOString(),
        failure: { code: 'collector-unreachable' },
      },
    ],
  });
  siem.works();
  await desk.pass(hour);
  expect(await delivery.mayLookUp()).toEqual(ok(undefined));
  expect(delivery.view()).toMatchObject({ stopped: false, collectors: [{ waiting: 0, since: null, failure: null }] });
});

it('an agent who is told of too many does not wait out a long pause', async () => {
  const siem = createFakeCollector();
  siem.fails('collector-unreachable');
  const delivery = await open([siem]);
  append(20);
  await desk.pass(hour + 16_000);
  siem.works();
  expect(await delivery.mayLookUp()).toEqual(tooMany);
  await desk.pass(3000);
  expect(await delivery.mayLookUp()).toEqual(ok(undefined));
});

it('what one collector has nobody here can undo: another may be behind, or new, without stopping anything', async () => {
  const [first, second] = [createFakeCollector(), createFakeCollector('tls://other.example')];
  second.fails('collector-unreachable');
  append(200);
  const delivery = await open([first, second]);
  expect(await delivery.mayLookUp()).toEqual(ok(undefined));
  expect(delivery.view().collectors.map(({ waiting }) => waiting)).toEqual([0, desk.entries.length]);
  second.works();
  await desk.pass(hour);
  expect(second.seqs()).toEqual(desk.seqs());
  expect(second.seqs()[0]).toBe(1);
});

it('drills do not count', async () => {
  const siem = createFakeCollector();
  const delivery = await open([siem]);
  siem.fails('collector-unreachable');
  append(5);
  await desk.pass(minute);
  append(500, { drill: true });
  expect(await delivery.mayLookUp()).toEqual(ok(undefined));
  expect(delivery.view().collectors[0]?.waiting).toBe(6);
});

it('a collector that knows more than the journal stops lookups', async () => {
  const siem = createFakeCollector();
  const file = createFakeStore();
  file.put({ seq: 50, hash: 'f'.repeat(64) });
  append(3);
  const courier = desk.start(siem.collector, file.store);
  const delivery = createDelivery({
    ...{ couriers: [courier], head: desk.head, maxUndelivered: 1000, changed: () => undefined },
    drills: createDrills(desk.stored, desk.head, () => 0),
  });
  await delivery.open();
  delivery.begin();
  await desk.pass(minute);
  expect(await delivery.mayLookUp()).toEqual({ ok: false, error: { code: 'collector-ahead' } });
  expect(delivery.view().stopped).toBe(true);
  expect(siem.tries).toEqual([]);
});
