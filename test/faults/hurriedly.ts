/** Pauses that leave others room to work take no time while this is done, where nobody else is. */
export const hurriedly = async <T>(work: () => Promise<T>): Promise<T> => {
  const { setTimeout: real } = globalThis;
  const soon = (go: () => void) => {
    setImmediate(go);
    return { unref: () => undefined };
  };
  Object.assign(globalThis, { setTimeout: soon });
  return work().finally(() => Object.assign(globalThis, { setTimeout: real }));
};
