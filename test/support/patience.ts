/**
 * How long a test lets somebody answer, in milliseconds: short where waiting in vain is the end that it expects, else longer than the
 * slowest machine takes.
 */
export const patienceFor = (code: string): number => (code.endsWith('-timeout') ? 1000 : 10_000);
