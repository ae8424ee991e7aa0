/** Calls `tell` with the last value once nothing earlier is waiting to be told: a burst becomes one call, `milliseconds` after it began. */
export const trailing = <T>(milliseconds: number, tell: (value: T) => void): ((value: T) => void) => {
  let waiting = false;
  let last: T;
  return (value) => {
    last = value;
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      tell(last);
    }, milliseconds).unref();
  };
};
