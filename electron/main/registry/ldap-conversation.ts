import type { TLSSocket } from 'node:tls';
import { MessageParser, SearchEntry, SearchReference, SearchResponse, type PagedResultsControl } from 'ldapts';
import { fail, ok, type ErrorCode, type Result } from '../../../shared/result.js';
import { createFrames } from './ldap-frame.js';

/** A request of the library; all its messages are told apart by a number (RFC 4511 §4.1.1.1). */
type Request = Parameters<MessageParser['read']>[1] extends Map<string, { message: infer Message }> ? Message : never;

export interface Answer {
  /** RFC 4511 §4.1.9 */
  readonly status: number;
  readonly entries: readonly SearchEntry[];
  /** Where the next page begins (RFC 2696); null when there is none. */
  readonly cookie: Buffer | null;
}

export interface Conversation {
  /** Asks, and waits for the last message of the answer; several may be under way at once. */
  ask(request: (messageId: number) => Request): Promise<Result<Answer>>;
}

interface Waiting {
  readonly message: Request;
  readonly entries: SearchEntry[];
  readonly settle: (result: Result<Answer>) => void;
}

const cookieOf = (controls: readonly unknown[]): Buffer | null => {
  const paged = controls.find((control): control is PagedResultsControl => isPaged(control));
  return paged?.value?.cookie?.length ? paged.value.cookie : null;
};
const isPaged = (control: unknown): boolean =>
  typeof control === 'object' && control !== null && 'type' in control && control.type === '1.2.840.113556.1.4.319';

/**
 * Asks and hears over a connection. What cannot be read ends it with `registry-invalid`, more than `largest` bytes with `registry-too-large`
 * before they are kept, a hang-up with `registry-unreachable`; everybody who waits is told.
 */
export const converse = (socket: TLSSocket, largest: number): Conversation => {
  const waiting = new Map<string, Waiting>();
  const parser = new MessageParser();
  let ended: ErrorCode | null = null;
  let received = 0;
  let lastId = 1;

  const end = (code: ErrorCode): void => {
    ended ??= code;
    socket.destroy();
    for (const { settle } of waiting.values()) settle(fail(ended));
    waiting.clear();
  };

  parser.on('message', (message) => {
    const id = String(message.messageId);
    const asked = waiting.get(id);
    if (!asked) return end(message.messageId === 0 ? 'registry-unreachable' : 'registry-invalid');
    if (message instanceof SearchEntry) return void asked.entries.push(message);
    // SECURITY: other servers that this one points to are not the policy's; they are never asked.
    if (message instanceof SearchReference) return;
    waiting.delete(id);
    const cookie = message instanceof SearchResponse ? cookieOf(message.controls ?? []) : null;
    asked.settle(ok({ status: message.status, entries: asked.entries, cookie }));
  });
  parser.on('error', () => end('registry-invalid'));
  const frames = createFrames(largest, (bytes) => {
    if (ended === null) parser.read(bytes, waiting);
  });
  socket.on('data', (part: Buffer) => {
    received += part.length;
    if (received > largest) end('registry-too-large');
    const why = ended === null ? frames.take(part) : null;
    if (why !== null) end(why);
  });
  socket.on('close', () => end('registry-unreachable'));

  return {
    ask: (request) => {
      if (ended) return Promise.resolve(fail(ended));
      const message = request(++lastId);
      return new Promise((settle) => {
        waiting.set(String(message.messageId), { message, entries: [], settle });
        socket.write(message.write());
      });
    },
  };
};
