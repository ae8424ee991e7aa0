import { fail, ok, type ErrorCode, type Failure, type Result } from '../../../shared/result.js';

const full = new Set(['ENOSPC', 'EDQUOT']);

/**
 * A file system's error as a value: `disk-low` when there is no room, else what the room that met it says.
 * @throws what is not a file system's error: a bug.
 */
export const diskFailure = (
  cause: unknown,
  otherwise: ErrorCode = 'audit-unavailable',
): { ok: false; error: Failure } => {
  const code = errorCode(cause);
  if (code === null) throw cause;
  return fail(full.has(code) ? 'disk-low' : otherwise);
};

/** What work on files brings, or why it failed, as {@link diskFailure} tells it. */
export const attempt = async <T>(work: () => Promise<T>, otherwise?: ErrorCode): Promise<Result<T>> => {
  try {
    return ok(await work());
  } catch (cause) {
    return diskFailure(cause, otherwise);
  }
};

/** `ENOSPC`, `EIO` and so on; null for anything that did not come from the operating system. */
const errorCode = (cause: unknown): string | null =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' && /^E[A-Z0-9]+$/.test(cause.code)
    ? cause.code
    : null;
