/** Milliseconds after which waiting wants to know, and between two tellings. */
const patience = 1000;

/** Says on the standard error output how far it is, where that takes longer than a second. */
export const createProgress = (write: (text: string) => void, now = Date.now): ((entries: number) => void) => {
  let last = now();
  return (entries) => {
    if (now() - last < patience) return;
    last = now();
    write(`tunniste-audit: ${entries} entries …\n`);
  };
};
