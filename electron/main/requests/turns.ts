/** Runs what is done about one name one after the other; different names do not wait for each other. */
export const createTurns = (): (<T>(name: string, work: () => Promise<T>) => Promise<T>) => {
  const last = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const mine = (last.get(name) ?? Promise.resolve()).then(work, work);
    last.set(name, mine);
    const forget = (): void => void (last.get(name) === mine && last.delete(name));
    mine.then(forget, forget);
    return mine;
  };
};
