import { ok } from '../../../shared/result.js';
import type { CallWatch } from '../call/call-watch.js';

/** The watch as a drill meets it: an agent is told first, as always, but nothing is counted, locked or asked about. */
export const unwatched = ({ mayStart }: Pick<CallWatch, 'mayStart'>): CallWatch => ({
  mayStart,
  mayLookUp: () => Promise.resolve(ok(undefined)),
  standing: () => Promise.resolve(ok({ wrong: 0, lockedUntil: null })),
  ofChoice: () => Promise.resolve(ok([])),
});
