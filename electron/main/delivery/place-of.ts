import { fail, ok, type Result } from '../../../shared/result.js';
import { sha256 } from '../../evidence/sha256.js';
import { lineOf } from '../audit/entry.js';
import type { Cursor, Stored } from './outgoing.js';

/**
 * The cursor, where the journal still holds the entry it names. Fails with `collector-ahead` where that is another entry or none: the journal
 * was cut, or brought back from an old copy, and the collector knows what it no longer does. What retention has taken away is no such case.
 */
export const placeOf = async (stored: Stored, cursor: Cursor): Promise<Result<Cursor>> => {
  if (cursor.seq === 0) return ok(cursor);
  const page = await stored(cursor.seq - 1, 1);
  if (!page.ok) return page;
  const [found] = page.value;
  if (!found) return fail('collector-ahead');
  const isSame = found.seq > cursor.seq || sha256(lineOf(found)) === cursor.hash;
  return isSame ? ok(cursor) : fail('collector-ahead');
};
