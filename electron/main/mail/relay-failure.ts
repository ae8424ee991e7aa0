import type { NodemailerError } from 'nodemailer';
import { fail, type ErrorCode } from '../../../shared/result.js';

/** What the system says of a connection; anything else that ends a handshake is about trust. */
const connectionErrors = /^(?:ECONN|EHOST|ENET|EPIPE|ENOTFOUND|EAI_|EADDR|ENOTCONN|EACCES|EPERM)/;

/** A relay that has not seen us before lets us wait so long as a rule (RFC 6647 §2.4). */
const greylistSeconds = 300;

const saidNo = (status: number): ReturnType<typeof fail> =>
  status >= 400 && status < 500 ? fail('mail-busy', { retryAfterSeconds: greylistSeconds }) : fail('mail-refused');

const codes: Readonly<Record<string, ErrorCode>> = {
  ETIMEDOUT: 'mail-timeout',
  EABORT: 'mail-timeout',
  ECONNECTION: 'mail-unreachable',
  EDNS: 'mail-unreachable',
  EPROTOCOL: 'mail-refused',
};

const isOfTls = (code: string): boolean => !connectionErrors.test(code) && /CERT|SSL|TLS|SIGNATURE|EPROTO/.test(code);

/** Which relay failure an error of the library or the system is. */
export const relayFailure = (error: unknown): ReturnType<typeof fail> => {
  if (!(error instanceof Error)) return fail('mail-unreachable');
  const { code = '', originalCode = '', responseCode, command = '' }: NodemailerError = error;
  if (code === 'EAUTH' || code === 'ENOAUTH' || responseCode === 530 || responseCode === 535)
    return fail('mail-unauthorised');
  if (code === 'ETLS' && command === 'STARTTLS' && originalCode === '') return fail('mail-unencrypted');
  if (responseCode !== undefined) return saidNo(responseCode);
  if (isOfTls(originalCode) || (code === 'ETLS' && !connectionErrors.test(originalCode)))
    return fail('mail-certificate');
  return fail(codes[code] ?? 'mail-unreachable');
};
