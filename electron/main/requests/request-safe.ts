import { fail, ok, type Result } from '../../../shared/result.js';
import { parseContent, type SealedContent } from './sealed-content.js';

/** Where what a request tells of a person lies sealed, each under a key of its own. Each operation fails as the key file does. */
export interface RequestSafe {
  seal(id: string, content: string): Promise<Result<string>>;
  /** `request-unreadable` when the key is gone or the content damaged. */
  unseal(id: string, sealed: string): Promise<Result<string>>;
  /** What was sealed for this request is gone for good. */
  shred(id: string): Promise<Result<void>>;
  /** The same for every request but these. */
  shredAllBut(ids: readonly string[]): Promise<Result<void>>;
}

/** What was sealed. Fails as `unseal` does. */
export const contentOf = async (
  safe: Pick<RequestSafe, 'unseal'>,
  id: string,
  sealed: string,
): Promise<Result<SealedContent>> => {
  const opened = await safe.unseal(id, sealed);
  if (!opened.ok) return opened;
  const content = parseContent(opened.value);
  return content ? ok(content) : fail('request-unreadable');
};
