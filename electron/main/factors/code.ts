import { createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** What main keeps of a code that it sent: enough to know it again, nothing to read it from. */
export interface IssuedCode {
  readonly salt: Uint8Array;
  readonly hash: Uint8Array;
  readonly digits: number;
  /** By a clock that nobody can set, in milliseconds. */
  readonly expires: number;
}

/** What a code is good for, and nothing else. */
export interface CodeUse {
  /** The call's reference. */
  readonly call: string;
  readonly factor: string;
}

const hashed = (salt: Uint8Array, { call, factor }: CodeUse, code: string): Buffer =>
  createHmac('sha256', salt)
    .update(JSON.stringify([call, factor, code]))
    .digest();

/** A new code, each of its digits as likely as any other, and what to keep of it. */
export const issueCode = (
  use: CodeUse,
  { digits, minutes }: { readonly digits: number; readonly minutes: number },
  now: number,
): { readonly code: string; readonly issued: IssuedCode } => {
  const code = Array.from({ length: digits }, () => randomInt(10)).join('');
  const salt = randomBytes(32);
  return { code, issued: { salt, hash: hashed(salt, use, code), digits, expires: now + minutes * 60_000 } };
};

/**
 * The digits of what was typed or pasted: spaces, dashes and full-width digits do not count. Null when there is anything else, or not that
 * many digits: that was never a code, so it is nobody's wrong answer.
 */
export const parseCode = (typed: string, least: number, most = least): string | null => {
  const digits = typed.normalize('NFKC').replace(/[\s\p{Pd}\u2212\p{Cf}]/gu, '');
  return /^[0-9]+$/.test(digits) && digits.length >= least && digits.length <= most ? digits : null;
};

/** SECURITY: compared whole and in constant time; what came late is not even compared. */
export const judgeCode = (
  { salt, hash, expires }: IssuedCode,
  use: CodeUse,
  code: string,
  now: number,
): 'right' | 'wrong-answer' | 'expired' => {
  if (now >= expires) return 'expired';
  return timingSafeEqual(hash, hashed(salt, use, code)) ? 'right' : 'wrong-answer';
};
