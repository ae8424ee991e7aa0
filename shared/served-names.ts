import type { OperationName } from './contract.js';

/** The contract's names, put in when the app is built: its parsers are the desk's business, and every window would wait for them. */
declare const OPERATION_NAMES: readonly OperationName[];

export const servedNames = OPERATION_NAMES;
