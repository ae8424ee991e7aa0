import type { ErrorCode } from '../../../shared/result.js';

/** Result codes of RFC 4511 §4.1.9 and appendix A. The server's own words are never read. */
const codes: Readonly<Record<number, ErrorCode>> = {
  3: 'registry-timeout', // timeLimitExceeded
  7: 'registry-unauthorised', // authMethodNotSupported
  8: 'registry-unauthorised', // strongerAuthRequired
  10: 'registry-redirected', // referral
  13: 'registry-unauthorised', // confidentialityRequired
  32: 'registry-not-found', // noSuchObject
  34: 'registry-not-found', // invalidDNSyntax
  48: 'registry-unauthorised', // inappropriateAuthentication
  49: 'registry-unauthorised', // invalidCredentials
  50: 'registry-forbidden', // insufficientAccessRights
  51: 'registry-busy', // busy
  52: 'registry-busy', // unavailable
};

export const success = 0;
export const sizeLimitExceeded = 4;
export const compareFalse = 5;
export const compareTrue = 6;
/** The entry has no such attribute. */
export const noSuchAttribute = 16;
/** The value is none that the attribute could have. */
export const invalidAttributeSyntax = 21;

export const codeOfStatus = (status: number): ErrorCode => codes[status] ?? 'registry-failed';
