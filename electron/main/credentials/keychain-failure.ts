import { fail, type ErrorCode, type Failure } from '../../../shared/result.js';

/** keytar hands on the platform's message and no code. The words of libsecret and D-Bus are English on every desk tried. */
const known: readonly (readonly [RegExp, ErrorCode])[] = [
  [/locked collection|is locked|interaction is not allowed/i, 'keychain-locked'],
  [/dismissed|cancell?ed|access ?denied|not permitted|passphrase you entered/i, 'keychain-denied'],
  [/timeout was reached|timed out|did not receive a reply/i, 'keychain-timeout'],
  [
    /not provided by any|autolaunch|could not connect|connection refused|connection is closed|machine-id|does not exist at path|no such (?:interface|secret collection)|logon session|spawn|serviceunknown|disconnected|keychain could not be found/i,
    'keychain-missing',
  ],
];

/** What a keychain's complaint means; unknown words are `keychain-denied`. The message itself goes nowhere. */
export const keychainFailure = (cause: unknown): { ok: false; error: Failure } => {
  const message = cause instanceof Error ? cause.message : String(cause);
  return fail(known.find(([words]) => words.test(message))?.[1] ?? 'keychain-denied');
};
