import type { FactorPorts } from '../../../electron/main/factors/factors.js';
import type { Mail } from '../../../electron/main/mail/relay.js';
import { fail, ok, type ErrorCode, type Result } from '../../../shared/result.js';
import type { SentCode } from '../../../shared/call-view.js';
import { passwordOf } from './world.js';

/** `slow`: what is handed over arrives, but nobody says so in time. */
export const postStates = ['well', 'refusing', 'slow'] as const;
export type PostState = (typeof postStates)[number];

/** Everything that is mailed or texted, as whoever gets it reads it, and the verifier. One mailbox may get codes in two ways. */
export const createPost = () => {
  const codes = new Map<SentCode, string[]>();
  const letters: string[] = [];
  let next: SentCode = 'email-code';
  let state: PostState = 'well';
  const of = (way: SentCode): string[] => codes.get(way) ?? [];
  const handOver = (take: () => void, refused: ErrorCode, late: ErrorCode): Promise<Result<void>> => {
    if (state !== 'refusing') take();
    if (state === 'well') return Promise.resolve(ok(undefined));
    return Promise.resolve(fail(state === 'slow' ? late : refused));
  };
  const takeCode = (text: string) => (): void => {
    const [code] = /(?<!\d)\d{6}(?!\d)/.exec(text) ?? [];
    if (!code) throw new Error(`no code in: ${text}`);
    codes.set(next, [...of(next), code]);
  };
  const ports: FactorPorts = {
    relay: { send: ({ text }) => handOver(takeCode(text), 'mail-busy', 'mail-timeout') },
    sms: { send: (_to, text) => handOver(takeCode(text), 'gateway-busy', 'gateway-timeout') },
    verifier: {
      check: (account, code) =>
        Promise.resolve(state === 'well' ? ok(code === passwordOf(account)) : fail('gateway-timeout')),
    },
  };
  return {
    ports,
    /** Where requests go. */
    relay: {
      send: ({ messageId = '' }: Mail) => handOver(() => letters.push(messageId), 'mail-busy', 'mail-timeout'),
    },
    letters,
    is: (now: PostState): void => void (state = now),
    /** Told before a code is asked for. */
    expect: (way: SentCode): void => void (next = way),
    /** The newest that went that way, or the one before it; if there is none, one that nobody was sent. */
    code: (way: SentCode, which: 'newest' | 'old'): string => of(way).at(which === 'old' ? -2 : -1) ?? '000000',
  };
};
