import { createSecureContext, type SecureContext } from 'node:tls';
import { BindRequest, UnbindRequest } from 'ldapts';
import { fail, ok, type Result } from '../../../shared/result.js';
import { converse, type Conversation } from './ldap-conversation.js';
import { openSocket, type Address } from './ldap-socket.js';
import { codeOfStatus, success } from './ldap-status.js';

interface Parts {
  readonly address: Address;
  readonly bindDn: string;
  readonly deadlineMilliseconds: number;
  /** Bytes that the directory may send in one exchange. */
  readonly largestAnswer: number;
  /** Whom to trust, PEM; asked once, when it has succeeded. */
  readonly authorities: () => Promise<readonly string[]>;
}

/** One exchange with the directory: connected, bound, asked and hung up. */
export type Exchange = <T>(
  password: string,
  run: (conversation: Conversation) => Promise<Result<T>>,
  signal: AbortSignal,
) => Promise<Result<T>>;

/** Ends with the deadline or the signal, whatever still runs then; `over` fires when nobody waits any more. */
const withinTime = <T>(
  run: (over: AbortSignal) => Promise<Result<T>>,
  signal: AbortSignal,
  milliseconds: number,
): Promise<Result<T>> => {
  if (signal.aborted) return Promise.resolve(fail('search-cancelled'));
  const over = new AbortController();
  let cancel = (): void => undefined;
  let deadline: NodeJS.Timeout | undefined;
  const stopped = new Promise<Result<T>>((resolve) => {
    cancel = () => resolve(fail('search-cancelled'));
    signal.addEventListener('abort', cancel);
    deadline = setTimeout(() => resolve(fail('registry-timeout')), milliseconds);
  });
  return Promise.race([run(over.signal), stopped]).finally(() => {
    clearTimeout(deadline);
    signal.removeEventListener('abort', cancel);
    over.abort();
  });
};

/** SECURITY: an empty password would bind as nobody and be answered with success (RFC 4513 §5.1.2). */
const bind = async (conversation: Conversation, dn: string, password: string): Promise<Result<void>> => {
  if (password === '') return fail('token-invalid');
  const answer = await conversation.ask((messageId) => new BindRequest({ messageId, dn, password }));
  if (!answer.ok) return answer;
  return answer.value.status === success ? ok(undefined) : fail(codeOfStatus(answer.value.status));
};

/** A connection of its own for each exchange: none can be stale, and nobody stays bound while the agent talks. */
export const createExchange = ({
  address,
  bindDn,
  deadlineMilliseconds,
  largestAnswer,
  authorities,
}: Parts): Exchange => {
  let trusted: SecureContext | null = null;
  const secureContext = async (): Promise<Result<SecureContext>> => {
    try {
      // SECURITY: only these authorities, and nothing that can be read on the way.
      trusted ??= createSecureContext({ ca: [...(await authorities())], minVersion: 'TLSv1.2' });
      return ok(trusted);
    } catch {
      return fail('registry-certificate');
    }
  };

  return (password, run, signal) =>
    withinTime(
      async (over) => {
        const context = await secureContext();
        if (!context.ok) return context;
        const socket = await openSocket(address, context.value, over);
        if (!socket.ok) return socket;
        const conversation = converse(socket.value, largestAnswer);
        const bound = await bind(conversation, bindDn, password);
        const answer = bound.ok ? await run(conversation) : bound;
        socket.value.end(new UnbindRequest({ messageId: 1 }).write());
        return answer;
      },
      signal,
      deadlineMilliseconds,
    );
};
