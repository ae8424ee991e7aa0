import { randomUUID } from 'node:crypto';

/**
 * Ids of the entries of one write: UUID version 7 (RFC 9562 §5.7) whose counter (§6.2, method 1) is the entry's place in the write.
 * The last 62 bits are random, once a write. So a reader can tell which lines went to the disk together, and only those can tear together.
 * @param milliseconds since 1970, UTC
 */
export const createIdsOfWrite = (milliseconds: number): ((place: number) => string) => {
  const time = milliseconds.toString(16).padStart(12, '0');
  const write = randomUUID().slice('xxxxxxxx-xxxx-4xxx-'.length); // variant and 62 random bits, the same in version 4
  return (place) => {
    const counter = place.toString(16).padStart(3, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${write}`;
  };
};

/** The entry's place in its write, from 0; null when that is no such id. */
export const placeInWrite = (id: unknown): number | null => {
  const counter =
    typeof id === 'string'
      ? /^[0-9a-f]{8}-[0-9a-f]{4}-7([0-9a-f]{3})-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.exec(id)?.[1]
      : undefined;
  return counter === undefined ? null : Number.parseInt(counter, 16);
};
