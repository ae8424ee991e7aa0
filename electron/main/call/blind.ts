import { ok, type Result } from '../../../shared/result.js';
import type { Field } from '../../../shared/subject.js';
import type { Claims } from '../registry/registry.js';
import type { Chosen } from './call.js';
import type { CallRoom } from './call-room.js';
import { allMatch } from './claims.js';

/** Asks the registry about the fields whose values it keeps. Nothing is asked that could not be recorded afterwards. */
const matchInPlace = async (room: CallRoom, { subject }: Chosen, claims: Claims): Promise<Result<boolean>> => {
  if (Object.keys(claims).length === 0 || !room.registry.inPlace) return ok(true);
  const allowed = await room.audit.mayDisclose();
  if (!allowed.ok) return allowed;
  try {
    return await room.registry.inPlace.compare(subject, claims, (room.search = new AbortController()).signal);
  } finally {
    room.search = null;
  }
};

/**
 * Whether everything the caller says is right: some of it is compared here, some where the values are. Both are done whatever the other
 * says, and there is one answer for all. Fails as a search does.
 */
export const compareBlind = async (
  room: CallRoom,
  chosen: Chosen,
  compare: readonly Field[],
  claims: Claims,
): Promise<Result<boolean>> => {
  const isKept = (field: Field): boolean => room.registry.inPlace?.fields.has(field) ?? false;
  const here = compare.filter((field) => !isKept(field));
  const there = compare.filter(isKept).map((field) => [field, claims[field] ?? '']);
  const matchesHere = here.length === 0 || chosen.subject.test((subject) => allMatch(subject, here, claims));
  const matchesThere = await matchInPlace(room, chosen, Object.fromEntries(there) as Claims);
  return matchesThere.ok ? ok(matchesHere && matchesThere.value) : matchesThere;
};
