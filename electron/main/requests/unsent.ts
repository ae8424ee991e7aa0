import { ok, type Result } from '../../../shared/result.js';
import type { RequestStore } from './request-store.js';

/** How many requests have not been sent, as far as anybody can tell: one that cannot be read may not have been. Fails as the store does. */
export const countUnsent = async (store: Pick<RequestStore, 'load'>): Promise<Result<number>> => {
  const kept = await store.load();
  if (!kept.ok) return kept;
  const { requests, unreadable } = kept.value;
  return ok(requests.filter(({ sentAt }) => sentAt === null).length + unreadable);
};
