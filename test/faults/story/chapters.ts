import type { Step } from '../../../electron/main/audit/audit-log.js';
import { Withheld } from '../../../electron/main/audit/disclosure.js';
import { monthOf } from '../../../electron/main/audit/seal.js';
import { verifierKey } from '../../../electron/main/credentials/device-key.js';
import { rotateKey } from '../../../electron/main/device-key-rotation.js';
import { ok, type Result } from '../../../shared/result.js';
import { domain, type FaultDesk } from '../fault-desk.js';
import { handOver, type Outside } from './delivering.js';
import type { Listener } from './told.js';

type Below = (below: number) => number;

/** Where a story goes on. */
export interface Place extends Outside {
  /** The time it is there, which a story moves. */
  readonly clock: { at: Date };
  /** Number of the last entry that this process knows the collector has. */
  delivered: number;
  /** A desk that nobody opened before. */
  open(): FaultDesk;
}

/** Something that a desk does from its start to its end, telling what it answers. */
export type Chapter = (place: Place, listener: Listener, below: Below) => Promise<void>;

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

const opened = async (desk: FaultDesk, listener: Listener): Promise<FaultDesk> => {
  must(await desk.keys.open());
  const seed = desk.keys.deviceKey();
  if (seed) listener.key(verifierKey(domain, seed));
  must(await desk.audit.mayDisclose());
  return desk;
};

const persons = ['aino', 'eero', 'helmi', 'onni'];

/** A caller's entries, that go to the disk together. */
export const record = async (
  desk: FaultDesk,
  { clock }: Pick<Place, 'clock'>,
  listener: Listener,
  below: Below,
  closes = false,
): Promise<Result<void>> => {
  const month = monthOf(clock.at);
  const made = Array.from({ length: 1 + below(3) }, () => ({
    person: persons[below(persons.length)] ?? '',
    outcome: `${below(1_000_000)}`,
    month,
  }));
  const steps = made.map(({ person, outcome }, nth): Step => {
    const isLast = closes && nth === made.length - 1;
    const type = isLast ? 'call.closed' : 'lookup.answered';
    return { type, outcome, subject: new Withheld({ id: person }), sealed: { identifier: person } };
  });
  const recorded = await desk.audit.record(...steps);
  if (!recorded.ok) return recorded;
  const first = recorded.value.seq - made.length + 1;
  for (const [nth, each] of made.entries()) listener.acknowledged(first + nth, each);
  return ok(undefined);
};

const work = async (desk: FaultDesk, place: Place, listener: Listener, below: Below, rounds: number): Promise<void> => {
  for (let round = 0; round < rounds; round += 1) {
    const callers = Array.from({ length: 1 + below(3) }, () => record(desk, place, listener, below, below(3) === 0));
    for (const recorded of await Promise.all(callers)) must(recorded);
  }
};

const day = 24 * 60 * 60 * 1000;
const pass = ({ clock }: Place, days: number): void => void (clock.at = new Date(clock.at.getTime() + days * day));

const works: Chapter = async (place, listener, below) => {
  const desk = await opened(place.open(), listener);
  await work(desk, place, listener, below, 1 + below(2));
  if (below(2) === 0) pass(place, 20);
  await work(desk, place, listener, below, 1 + below(2));
  await desk.audit.close();
};

const erases: Chapter = async (place, listener, below) => {
  const desk = await opened(place.open(), listener);
  const person = persons[below(persons.length)] ?? '';
  await work(desk, place, listener, below, 1);
  const head = desk.audit.head;
  listener.erasing(person);
  const about = { call: null, purpose: null, ticket: null, subject: null };
  must(await desk.erasure.byId(person, about, 'law'));
  listener.erased(person, head);
  await work(desk, place, listener, below, 1);
  await desk.audit.close();
};

const delivers: Chapter = async (place, listener, below) => {
  const desk = await opened(place.open(), listener);
  await work(desk, place, listener, below, 1);
  place.delivered = must(await handOver(desk, place, listener));
  await work(desk, place, listener, below, 1);
  place.delivered = must(await handOver(desk, place, listener));
  await desk.audit.close();
};

/** What no collector has stays, however old it is. */
const retains: Chapter = async (place, listener, below) => {
  pass(place, 30 + below(90));
  const desk = await opened(place.open(), listener);
  await work(desk, place, listener, below, 1);
  place.delivered = must(await handOver(desk, place, listener));
  listener.retaining();
  must(await desk.retain());
  await work(desk, place, listener, below, 1);
  await desk.audit.close();
};

const rotates: Chapter = async (place) => {
  must(await rotateKey(() => place.open(), domain));
};

export const chapters = { begins: works, works, erases, delivers, retains, rotates } as const;
export type ChapterName = keyof typeof chapters;
