import type { Api, Bridge } from '../shared/contract.js';
import { fromText, type JsonText } from '../shared/json-text.js';
import type { Failure, Result } from '../shared/result.js';

declare global {
  interface Window {
    readonly desk: Bridge;
  }
}

/** A refused operation. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  constructor(readonly failure: Failure) {
    super(failure.code);
  }
}

type Operation = (request?: unknown) => Promise<JsonText<Result<unknown>>>;

const valueOrThrow = (operation: Operation) => async (request?: unknown) => {
  const result = fromText(await operation(request));
  if (!result.ok) throw new ApiError(result.error);
  return result.value;
};

/** The bridge with values for texts and `ApiError`s for refusals. */
export const createApi = ({ onEvent, ...operations }: Bridge): Api => {
  const named = Object.entries(operations).map(([name, operation]) => [name, valueOrThrow(operation as Operation)]);
  return {
    ...(Object.fromEntries(named) as Omit<Api, 'onEvent'>),
    onEvent: (listener) => onEvent((event) => listener(fromText(event))),
  };
};

/** Whatever was thrown, as a failure there are words for. */
export const failureOf = (error: unknown): Failure =>
  error instanceof ApiError ? error.failure : { code: 'unexpected' };
