import { ok, type Result } from '../../../shared/result.js';
import type { Field } from '../../../shared/subject.js';
import type { Claims } from '../registry/registry.js';
import type { Call, Chosen } from './call.js';
import { record, type CallRoom } from './call-room.js';
import { allMatch } from './claims.js';

type InPlace = NonNullable<CallRoom['registry']['inPlace']>;

/** On record, durably, and only if its answer could be recorded too: then the registry is asked. */
const askInPlace = async (
  room: CallRoom,
  { compare }: InPlace,
  call: Call,
  { subject }: Chosen,
  claims: Claims,
  signal: AbortSignal,
): Promise<Result<boolean>> => {
  const allowed = await room.audit.mayDisclose();
  if (!allowed.ok) return allowed;
  const fields = Object.keys(claims);
  const requested = await record(room, call, { type: 'comparison.requested', subject, fields });
  return requested.ok ? compare(subject, claims, signal) : requested;
};

/** Asks the registry about the fields whose values it keeps. */
const matchInPlace = async (room: CallRoom, call: Call, chosen: Chosen, claims: Claims): Promise<Result<boolean>> => {
  const { inPlace } = room.registry;
  if (Object.keys(claims).length === 0 || !inPlace) return ok(true);
  // Before anything is waited for, so that a lock that comes meanwhile finds what it has to end.
  const { signal } = (room.search = new AbortController());
  try {
    return await askInPlace(room, inPlace, call, chosen, claims, signal);
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
  call: Call,
  chosen: Chosen,
  compare: readonly Field[],
  claims: Claims,
): Promise<Result<boolean>> => {
  const isKept = (field: Field): boolean => room.registry.inPlace?.fields.has(field) ?? false;
  const here = compare.filter((field) => !isKept(field));
  const there = compare.filter(isKept).map((field) => [field, claims[field] ?? '']);
  const matchesHere = here.length === 0 || chosen.subject.test((subject) => allMatch(subject, here, claims));
  const matchesThere = await matchInPlace(room, call, chosen, Object.fromEntries(there) as Claims);
  return matchesThere.ok ? ok(matchesHere && matchesThere.value) : matchesThere;
};
