// @ts-check

/** Undoes, last first, what was done, however the run ends. */
export function createEnding() {
  /** @type {(() => unknown)[]} */
  const steps = [];
  let ended = Promise.resolve();
  const undoAll = async () => {
    for (let step = steps.pop(); step; step = steps.pop()) {
      try {
        await step();
      } catch (error) {
        console.error(error);
      }
    }
  };
  const end = () => (ended = ended.then(undoAll));
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.once(signal, () => void end().then(() => process.exit(1)));
  }
  // npm passes no SIGTERM on: it is just gone, and this would live for ever.
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    void end().then(() => process.exit(1));
  }, 500);
  watch.unref();
  return { undo: (/** @type {() => unknown} */ step) => void steps.push(step), end };
}
