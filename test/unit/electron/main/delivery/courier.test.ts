import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fail, ok, type Result } from '../../../../../shared/result.js';
import { noon } from '../../../../support/entries.js';
import {
  courierDesk,
  createFakeCollector,
  createFakeStore,
  hour,
  minute,
  second,
  type CourierDesk,
} from '../../../../support/courier-desk.js';

let desk: CourierDesk;
let siem: ReturnType<typeof createFakeCollector>;
let file: ReturnType<typeof createFakeStore>;
beforeEach(() => {
  desk = courierDesk();
  siem = createFakeCollector();
  file = createFakeStore();
});
afterEach(() => desk.end());

const appendMany = (count: number): void => {
  for (let nth = 0; nth < count; nth++) desk.append();
};
const begun = async () => {
  const courier = desk.start(siem.collector, file.store);
  await courier.open();
  courier.begin();
  await desk.pass(0);
  return courier;
};
/** Broken off when the desk says so. */
const untilAborted = (signal: AbortSignal): Promise<Result<void>> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(fail('collector-timeout'))));

describe('a courier', () => {
  it('brings everything there is, in order, and puts its beginning on record', async () => {
    appendMany(1200);
    await begun();
    await desk.pass(5 * second);
    expect(siem.got.map((piece) => piece.length)).toEqual([500, 500, 201]);
    expect(siem.seqs()).toEqual(desk.seqs());
    expect(desk.entries.at(-1)).toMatchObject({
      ...{ type: 'delivery.begun', outcome: 'syslog', fields: ['siem.example:6514'], agent: null },
    });
    expect(file.kept()?.seq).toBe(1201);
  });

  it('gathers what one step leaves, and is quiet when there is nothing', async () => {
    await begun();
    await desk.pass(minute);
    const before = siem.got.length;
    appendMany(3);
    await desk.pass(1900);
    expect(siem.got).toHaveLength(before);
    await desk.pass(200);
    expect(siem.got.slice(before).map((piece) => piece.length)).toEqual([3]);
    await desk.pass(24 * hour);
    expect(siem.tries).toHaveLength(before + 1);
    expect(desk.seqs()).toEqual(siem.seqs());
  });

  it('goes on where it stood when the desk starts anew, and records no second beginning', async () => {
    appendMany(3);
    const first = await begun();
    await desk.pass(minute);
    await first.stop();
    const pieces = siem.got.length;
    desk.append();
    await begun();
    await desk.pass(minute);
    expect(siem.got.slice(pieces).flat()).toMatchObject([{ seq: 5 }]);
    expect(desk.types().filter((type) => type === 'delivery.begun')).toHaveLength(1);
  });

  it('never says on disk what the collector has not acknowledged: a crash in between sends again and loses nothing', async () => {
    appendMany(3);
    siem.answers((entries, signal) => {
      siem.take(entries);
      return untilAborted(signal);
    });
    await begun();
    expect(siem.got.flat()).toHaveLength(4);
    expect(file.kept()).toBeNull();
    siem.works();
    await begun();
    await desk.pass(minute);
    expect(siem.seqs()).toEqual(desk.seqs());
    expect(siem.got.flat().length).toBeGreaterThan(desk.entries.length);
  });

  it('leaves drills out, and passes them without a word to the collector', async () => {
    appendMany(2);
    desk.append({ drill: true });
    await begun();
    await desk.pass(minute);
    const { length } = siem.tries;
    for (let nth = 0; nth < 30; nth++) desk.append({ drill: true });
    await desk.pass(minute);
    expect(siem.tries).toHaveLength(length);
    expect(file.kept()?.seq).toBe(desk.entries.length);
    expect(siem.got.flat().some((entry) => 'drill' in entry)).toBe(false);
    expect(siem.seqs()).toEqual([1, 2, 4]);
  });
});

describe('while the collector', () => {
  it('is down for a week, nothing is lost, and the week is two entries long', async () => {
    await begun();
    siem.fails('collector-unreachable');
    for (let passed = 0; passed < 7 * 24; passed++) {
      desk.append();
      await desk.pass(hour);
    }
    expect(desk.reasons()).toEqual(['collector-unreachable']);
    // Ten minutes at most between two tries, and never more often than that in the long run.
    expect(siem.tries.length).toBeLessThan(7 * 24 * 7);
    expect(siem.got.flat()).toHaveLength(1);
    siem.works();
    await desk.pass(11 * minute);
    expect(siem.seqs()).toEqual(desk.seqs());
    expect(desk.types().slice(-1)).toEqual(['delivery.resumed']);
    expect(desk.entries).toHaveLength(1 + 7 * 24 + 2);
  });

  it('is tried after longer and longer pauses, with jitter, or as long as it asks for', async () => {
    siem.fails('collector-unreachable');
    await begun();
    await desk.pass(2 * hour);
    const pauses = siem.tries.slice(1).map((at, nth) => (at - (siem.tries[nth] ?? 0)) / second);
    expect(pauses.slice(0, 9)).toEqual([5, 10, 20, 40, 80, 160, 320, 600, 600]);
    siem.answers(() => fail('collector-busy', { retryAfterSeconds: 1800 }));
    await desk.pass(10 * minute);
    const asked = siem.tries.length;
    await desk.pass(19 * minute);
    expect(siem.tries).toHaveLength(asked);
  });

  it('is slow, smaller pieces are tried, down to one', async () => {
    appendMany(600);
    const sizes: number[] = [];
    siem.answers((entries) => {
      sizes.push(entries.length);
      return entries.length > 10 ? fail('collector-timeout') : ok(undefined);
    });
    await begun();
    await desk.pass(hour);
    expect(sizes.slice(0, 7)).toEqual([500, 250, 125, 62, 31, 15, 7]);
    expect(siem.seqs().slice(0, 7)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    await desk.pass(24 * hour);
    expect(siem.seqs()).toEqual(desk.seqs());
  });

  it('cuts in the middle of a piece, the whole piece comes again, and the collector can tell by the ids', async () => {
    appendMany(10);
    let cuts = 0;
    siem.answers((entries) => {
      if (++cuts > 3) return ok(undefined);
      siem.take(entries.slice(0, 4));
      return fail('collector-cut');
    });
    await begun();
    await desk.pass(hour);
    expect(siem.got.slice(0, 4).map((piece) => piece[0]?.seq)).toEqual([1, 1, 1, 1]);
    expect(siem.seqs()).toEqual(desk.seqs());
    expect(desk.reasons()).toEqual(['collector-cut']);
  });

  it('has a certificate that is not valid, that is told once, and it is trusted again with a good one', async () => {
    siem.fails('collector-certificate');
    const courier = await begun();
    await desk.pass(hour);
    expect(courier.failure).toEqual({ code: 'collector-certificate' });
    siem.fails('collector-unreachable');
    await desk.pass(hour);
    siem.works();
    await desk.pass(hour);
    expect(desk.reasons()).toEqual(['collector-certificate', 'collector-unreachable']);
    expect(courier.failure).toBeNull();
    expect(siem.seqs()).toEqual(desk.seqs());
  });

  it('is back and somebody waits for it, a long pause ends', async () => {
    siem.fails('collector-unreachable');
    const courier = await begun();
    await desk.pass(hour);
    const { length } = siem.tries;
    siem.works();
    await desk.pass(16 * second);
    expect(siem.tries).toHaveLength(length);
    courier.hurry();
    await desk.pass(0);
    expect(siem.tries.length).toBeGreaterThan(length);
  });

  it('cannot be hurried into being asked all the time', async () => {
    siem.fails('collector-unreachable');
    const courier = await begun();
    await desk.pass(hour);
    const { length } = siem.tries;
    for (let nth = 0; nth < 60; nth++) {
      courier.hurry();
      await desk.pass(second);
    }
    expect(siem.tries.length).toBeLessThanOrEqual(length + 12);
  });
});

describe('when the clock is put back an hour', () => {
  it('the order is the journal’s, and no pause is longer', async () => {
    await begun();
    siem.fails('collector-unreachable');
    appendMany(2);
    await desk.pass(minute);
    desk.setClock(noon - hour);
    appendMany(2);
    siem.works();
    await desk.pass(2 * minute);
    expect(siem.seqs()).toEqual(desk.seqs());
    const times = siem.got.flat().map(({ time }) => time);
    expect([...times].sort()).not.toEqual(times);
  });

  it('what has waited does not look young', async () => {
    const courier = await begun();
    siem.fails('collector-unreachable');
    desk.append();
    await desk.pass(50 * minute);
    desk.setClock(Date.now() - hour);
    expect(Date.now() - Date.parse(courier.since() ?? '')).toBeGreaterThanOrEqual(50 * minute - 3 * second);
  });
});

describe('when the machine sleeps', () => {
  it('what is under way is broken off, nothing is sent, and after it everything is', async () => {
    const courier = await begun();
    siem.answers((_entries, signal) => untilAborted(signal));
    appendMany(3);
    await desk.pass(minute);
    const { length } = siem.tries;
    courier.sleep();
    desk.append();
    siem.works();
    await desk.pass(30 * second);
    expect(siem.tries).toHaveLength(length);
    courier.wake();
    await desk.pass(6 * second);
    expect(siem.seqs()).toEqual(desk.seqs());
    expect(desk.reasons()).toEqual([]);
  });

  it('and nobody says that it woke, the next entry does', async () => {
    const courier = await begun();
    courier.sleep();
    await desk.pass(8 * hour);
    desk.append();
    await desk.pass(6 * second);
    expect(siem.seqs()).toEqual(desk.seqs());
  });
});

describe('a cursor', () => {
  it('that the disk does not take is no reason to send again', async () => {
    file.fails('disk-low');
    appendMany(2);
    const courier = await begun();
    await desk.pass(minute);
    expect(courier.failure).toEqual({ code: 'disk-low' });
    expect(file.kept()).toBeNull();
    file.fails(null);
    await desk.pass(hour);
    expect(file.kept()?.seq).toBe(desk.entries.length);
    expect(siem.got.flat().map(({ seq }) => seq)).toEqual(desk.seqs());
  });

  it.each([
    ['was cut', (to: number) => desk.cut(to)],
    [
      'was written anew',
      (to: number) => {
        desk.cut(to);
        appendMany(20);
      },
    ],
  ])('of a journal that %s sends nothing and says so', async (_what, change) => {
    appendMany(10);
    const first = await begun();
    await desk.pass(minute);
    await first.stop();
    const pieces = siem.got.length;
    change(5);
    const courier = await begun();
    await desk.pass(24 * hour);
    expect(courier.failure).toEqual({ code: 'collector-ahead' });
    expect(siem.got).toHaveLength(pieces);
    expect(desk.reasons()).toEqual(['collector-ahead']);
  });
});

describe('stopping', () => {
  it('breaks off what is under way, waits for its end, and sends nothing after it', async () => {
    const courier = await begun();
    await desk.pass(minute);
    siem.answers((_entries, signal) => untilAborted(signal));
    desk.append();
    await desk.pass(minute);
    const { length } = siem.tries;
    await courier.stop();
    desk.append();
    courier.wake();
    courier.hurry();
    await desk.pass(24 * hour);
    expect(siem.tries).toHaveLength(length);
    expect(desk.reasons()).toEqual([]);
  });
});
