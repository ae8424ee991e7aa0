import { fail } from '../../../../shared/result.js';

/** What the system says of a connection; anything else that ends a handshake is about trust. */
const unreachable = /^(?:ECONNREFUSED|EHOST|ENET|ENOTFOUND|EAI_|EADDR|EACCES|EPERM)/;
const broken = /^(?:ECONNRESET|EPIPE|ENOTCONN|ECONNABORTED)/;
/** The collector wants a certificate and got none, or not one it takes (RFC 8446 §6.2). */
const unknownToIt =
  /ALERT_(?:CERTIFICATE_REQUIRED|BAD_CERTIFICATE|UNKNOWN_CA|HANDSHAKE_FAILURE|ACCESS_DENIED|CERTIFICATE_)/;

/** Which failure an error of the system or of TLS is, before or after the collector had proven who it is. */
export const syslogFailure = (error: unknown, secured: boolean): ReturnType<typeof fail> => {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (code === 'ETIMEDOUT') return fail('collector-timeout');
  if (unreachable.test(code)) return fail('collector-unreachable');
  if (unknownToIt.test(code)) return fail('collector-unauthorised');
  if (broken.test(code) || secured) return fail('collector-cut');
  return fail('collector-certificate');
};
