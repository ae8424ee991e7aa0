/** Runs pieces of work one after the other. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

/** A piece that fails keeps none of the next from its turn. */
export const createTurns = (): Turns => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine;
    return mine;
  };
};

/** As {@link Turns}, for what is done about one name; different names do not wait for each other. */
export type TurnsByName = <T>(name: string, work: () => Promise<T>) => Promise<T>;

export const createTurnsByName = (): TurnsByName => {
  const last = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const mine = (last.get(name) ?? Promise.resolve()).then(work, work);
    last.set(name, mine);
    const forget = (): void => void (last.get(name) === mine && last.delete(name));
    mine.then(forget, forget);
    return mine;
  };
};
