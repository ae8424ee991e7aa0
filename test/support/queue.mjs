// @ts-check

/** Values in the order they came, for whoever waits for the next. @template T */
export const createQueue = () => {
  /** @type {T[]} */
  const values = [];
  /** @type {((value: T) => void)[]} */
  const waiting = [];
  return {
    /** @param {T} value */
    put: (value) => {
      const next = waiting.shift();
      if (next) next(value);
      else values.push(value);
    },
    /** @returns {Promise<T>} */
    next: () => {
      const value = values.shift();
      return value === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(value);
    },
    get size() {
      return values.length;
    },
  };
};
