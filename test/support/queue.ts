/** Values in the order they came, for whoever waits for the next. */
export const createQueue = <T>() => {
  const values: T[] = [];
  const waiting: ((value: T) => void)[] = [];
  return {
    put: (value: T): void => {
      const next = waiting.shift();
      if (next) next(value);
      else values.push(value);
    },
    next: (): Promise<T> => {
      const value = values.shift();
      return value === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(value);
    },
    get size() {
      return values.length;
    },
  };
};
