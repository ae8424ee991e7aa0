import { fail, ok, type ErrorCode, type Result } from '../../../shared/result.js';

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

export interface Head {
  readonly status: number;
  readonly contentType: string;
  readonly retryAfter: string | null;
  /** What the next proof of a key has to name (RFC 9449 §8). */
  readonly dpopNonce?: string | null;
}

export interface HttpAnswer extends Head {
  readonly body: Uint8Array;
}

/** One exchange; fails with a `registry-…` code when there was no whole answer, or `search-cancelled`. */
export type Send = (request: HttpRequest, signal: AbortSignal) => Promise<Result<HttpAnswer>>;

/** What a network stack tells as it goes; never before `open` has returned. */
export interface Listener {
  head(head: Head): void;
  data(part: Uint8Array): void;
  end(): void;
  fail(code: ErrorCode): void;
}

/** Starts a request on some network stack; returns how to stop it. */
export type Open = (request: HttpRequest, listener: Listener) => () => void;

interface Parts {
  readonly open: Open;
  /** For the whole exchange, from the first byte sent to the last one read. */
  readonly deadlineMilliseconds?: number;
  /** Bytes of body, after decompression. */
  readonly largestBody?: number;
}

/** Keeps an exchange within its deadline and size, whatever stack carries it. */
export const createSend =
  ({ open, deadlineMilliseconds = 10_000, largestBody = 2 ** 20 }: Parts): Send =>
  (request, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve(fail('search-cancelled'));
      const parts: Uint8Array[] = [];
      let size = 0;
      let head: Head | null = null;

      const settle = (result: Result<HttpAnswer>) => {
        clearTimeout(deadline);
        signal.removeEventListener('abort', cancel);
        resolve(result);
      };
      const giveUp = (code: ErrorCode) => {
        settle(fail(code));
        stop();
      };
      const cancel = () => giveUp('search-cancelled');
      const deadline = setTimeout(() => giveUp('registry-timeout'), deadlineMilliseconds);
      signal.addEventListener('abort', cancel);

      let stop = (): void => undefined;
      try {
        stop = open(request, {
          head: (received) => (head = received),
          data: (part) => {
            size += part.byteLength;
            if (size > largestBody) giveUp('registry-too-large');
            else parts.push(part);
          },
          end: () => settle(head ? ok({ ...head, body: Buffer.concat(parts) }) : fail('registry-unreachable')),
          fail: giveUp,
        });
      } catch {
        // A stack that does not even take the request, such as one whose header it refuses.
        settle(fail('registry-unreachable'));
      }
    });
