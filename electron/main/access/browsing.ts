import { fail, ok, type Result } from '../../../shared/result.js';

interface Parts {
  readonly openBrowser: (url: string) => Promise<void>;
  /** Whether the policy lets the desk talk to this address. */
  readonly allows: (url: URL) => boolean;
  /** Milliseconds on a clock that nobody sets. */
  readonly now?: () => number;
}

export interface Browsing {
  /** For whoever asked. Fails with `sign-in-browser`, or `sign-in-too-often` and the seconds until the next page may open. */
  browse(url: string): Promise<Result<void>>;
  /** What follows a sign-in that somebody finished, and is as rare as that. Fails with `sign-in-browser`. */
  open(url: string): Promise<Result<void>>;
}

/** Milliseconds that the system gets to open a page; one that says nothing may have opened it. */
const patience = 5000;
/** Pages within so many milliseconds, all kinds of sign-in together: enough for whoever closes one and asks again. */
const mostPages = 6;
const span = 60_000;

/** The system's browser, for pages of the provider alone. */
export const createBrowsing = ({ openBrowser, allows, now = () => performance.now() }: Parts): Browsing => {
  let opened: readonly number[] = [];

  const open = (url: string): Promise<Result<void>> => {
    if (!allows(new URL(url))) return Promise.resolve(fail('sign-in-browser'));
    const shown = openBrowser(url).then(
      () => ok(undefined),
      () => fail('sign-in-browser'),
    );
    const silent = new Promise<Result<void>>((resolve) => setTimeout(resolve, patience, ok(undefined)).unref());
    return Promise.race([shown, silent]);
  };

  return {
    open,
    browse: (url) => {
      const at = now();
      opened = opened.filter((before) => at - before < span);
      const [first] = opened;
      // SECURITY: a window that was taken over buries nobody in pages, one of which might be signed in to unseen.
      if (first !== undefined && opened.length >= mostPages)
        return Promise.resolve(fail('sign-in-too-often', { retryAfterSeconds: Math.ceil((first + span - at) / 1000) }));
      opened = [...opened, at];
      return open(url);
    },
  };
};
