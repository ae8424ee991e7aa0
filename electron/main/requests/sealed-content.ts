import * as z from 'zod/mini';

const content = z.strictObject({
  letter: z.strictObject({ language: z.string(), subject: z.string(), text: z.string() }),
  /** The same however often the letter is sent (RFC 5322 §3.6.4). */
  messageId: z.string(),
  /** The registry's own id of the subject. */
  registryId: z.string(),
});

/** What of a request is sealed until it is no longer needed. */
export type SealedContent = Readonly<z.output<typeof content>>;

/** Null when that is none. */
export const parseContent = (text: string): SealedContent | null => {
  try {
    return content.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
};
