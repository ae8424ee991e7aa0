import * as z from 'zod/mini';
import {
  endEvidence,
  legalBases,
  misuseMatters,
  privacyMatters,
  requestKinds,
  type RequestView,
} from '../../../shared/request.js';

const time = z.iso.datetime();

const kept = z.strictObject({
  v: z.literal(1),
  id: z.string().check(z.regex(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)),
  kind: z.enum(requestKinds),
  matter: z.enum([...privacyMatters, ...endEvidence, ...misuseMatters, ...legalBases]),
  subject: z.string(),
  purpose: z.string(),
  ticket: z.string(),
  agent: z.nullable(z.string()),
  created: time,
  due: z.nullable(z.iso.date()),
  sealed: z.nullable(z.string()),
  sentAt: z.nullable(time),
  tries: z.int(),
  failure: z.nullable(z.string()),
  nextTry: z.nullable(time),
});

/**
 * A request as it lies on the disk. Whom it is about and what was said is sealed, and gone once it is sent; the rest is as it stands
 * in the journal. Times are RFC 3339 UTC.
 */
export type KeptRequest = Readonly<z.output<typeof kept>>;

export type NewRequest = Pick<
  KeptRequest,
  'id' | 'kind' | 'matter' | 'subject' | 'purpose' | 'ticket' | 'agent' | 'created' | 'due'
>;

/** Null when that is no request. */
export const parseRequest = (text: string): KeptRequest | null => {
  try {
    return kept.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
};

export const newRequest = (about: NewRequest, sealed: string): KeptRequest => ({
  v: 1,
  ...about,
  sealed,
  sentAt: null,
  tries: 0,
  failure: null,
  nextTry: null,
});

export const requestView = (request: KeptRequest): RequestView => {
  const { id, kind, matter, subject, ticket, created, due, sentAt, tries, failure, nextTry } = request;
  return { id, kind, matter, subject, ticket, created, due, sentAt, tries, failure, nextTry };
};
