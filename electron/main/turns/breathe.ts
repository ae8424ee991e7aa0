/** Lets everybody else who waits in this process go first: for long work that is done in pieces. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
