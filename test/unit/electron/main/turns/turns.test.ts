import { EventEmitter, once } from 'node:events';
import { expect, it } from 'vitest';
import { createTurns, createTurnsByName } from '../../../../../electron/main/turns/turns.js';

/** Whatever is due has run. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Work that ends when it is told to, and writes down when it began. */
const held = (done: string[], name: string) => {
  const told = new EventEmitter();
  const work = async (): Promise<void> => {
    done.push(name);
    await once(told, 'end'); // an error event is how it fails
  };
  return { work, end: () => told.emit('end'), fail: (error: Error) => told.emit('error', error) };
};

it('each piece of work begins when the one before has ended, also where that one failed', async () => {
  const done: string[] = [];
  const inTurn = createTurns();
  const [one, other] = [held(done, 'one'), held(done, 'other')];
  const first = inTurn(one.work);
  const second = inTurn(other.work);
  await settled();
  expect(done).toEqual(['one']);
  one.fail(new Error('of the first'));
  await expect(first).rejects.toThrow('of the first');
  await settled();
  expect(done).toEqual(['one', 'other']);
  other.end();
  await second;
});

it('what is about one name waits for that name alone', async () => {
  const done: string[] = [];
  const inTurn = createTurnsByName();
  const [one, again, other] = [held(done, 'one'), held(done, 'again'), held(done, 'other')];
  const first = inTurn('a', one.work);
  const second = inTurn('a', again.work);
  const third = inTurn('b', other.work);
  await settled();
  expect(done).toEqual(['one', 'other']);
  one.end();
  await first;
  await settled();
  expect(done).toEqual(['one', 'other', 'again']);
  again.end();
  other.end();
  await Promise.all([second, third]);
});
