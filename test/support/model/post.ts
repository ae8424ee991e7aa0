import type { FactorPorts } from '../../../electron/main/factors/factors.js';
import { ok } from '../../../shared/result.js';
import type { SentCode } from '../../../shared/call-view.js';

/** Everything that is mailed or texted, as whoever gets it reads it. One mailbox may get codes in two ways. */
export const createPost = () => {
  const codes = new Map<SentCode, string[]>();
  let next: SentCode = 'email-code';
  const of = (way: SentCode): string[] => codes.get(way) ?? [];
  const take = (text: string) => {
    const [code] = /(?<!\d)\d{6}(?!\d)/.exec(text) ?? [];
    if (!code) throw new Error(`no code in: ${text}`);
    codes.set(next, [...of(next), code]);
    return Promise.resolve(ok(undefined));
  };
  const ports: FactorPorts = {
    relay: { send: ({ text }) => take(text) },
    sms: { send: (_to, text) => take(text) },
    verifier: null,
  };
  return {
    ports,
    /** Told before a code is asked for. */
    expect: (way: SentCode): void => void (next = way),
    /** The newest that went that way, or the one before it; if there is none, one that nobody was sent. */
    code: (way: SentCode, which: 'newest' | 'old'): string => of(way).at(which === 'old' ? -2 : -1) ?? '000000',
  };
};
