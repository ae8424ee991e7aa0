import * as z from 'zod/mini';
import { fail, ok, type ErrorCode, type Failure, type Result } from '../../../../shared/result.js';
import type { HttpAnswer } from '../../registry/transport.js';

/** ExportLogsServiceResponse; what else it may hold is nothing we know. A 64-bit number may come as either (ProtoJSON). */
const response = z.object({
  partialSuccess: z.nullish(z.object({ rejectedLogRecords: z.nullish(z.union([z.string(), z.number()])) })),
});

const parsed = ({ body }: HttpAnswer): z.output<typeof response> | null => {
  try {
    return response.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))).data ?? null;
  } catch {
    return null;
  }
};

/** Statuses after which a sender is to try again (OTLP/HTTP, "Retryable Response Codes"). */
const retryable = [429, 502, 503, 504];

const codeOf = (status: number): ErrorCode => {
  if (status === 401 || status === 403) return 'collector-unauthorised';
  if (status === 407) return 'proxy-refused';
  return retryable.includes(status) ? 'collector-busy' : 'collector-refused';
};

/** Seconds that the collector asks to wait; its dates are not believed, for the clocks may differ. */
const waitOf = ({ retryAfter }: HttpAnswer): Omit<Failure, 'code'> =>
  retryAfter !== null && /^\d{1,5}$/.test(retryAfter) ? { retryAfterSeconds: Number(retryAfter) } : {};

/**
 * Ok when the collector says that it took every record. The protocol would have a sender drop what is refused; an audit trail may not, so
 * that is `collector-refused`, and everything is sent again until somebody has mended the collector.
 */
export const acknowledged = (answer: HttpAnswer): Result<void> => {
  const { status, contentType } = answer;
  if (status !== 200) return fail(codeOf(status), waitOf(answer));
  // A page that says 200, such as a network's own sign-in, is no acknowledgement.
  const said = /^application\/json\s*(?:;|$)/i.test(contentType) ? parsed(answer) : null;
  if (!said) return fail('collector-refused');
  const rejected = Number(said.partialSuccess?.rejectedLogRecords ?? 0);
  return rejected === 0 ? ok(undefined) : fail('collector-refused');
};
