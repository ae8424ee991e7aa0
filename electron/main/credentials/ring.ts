import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { holdGrounds } from '../../../shared/erasure.js';
import { sealText, type SealedText } from './sealed-text.js';

const sealedText = z.pipe(z.string(), z.transform(sealText));
const sealedSession = z.strictObject({ sub: z.string(), refreshToken: sealedText, key: z.nullable(sealedText) });
export type SealedSession = Readonly<z.output<typeof sealedSession>>;

const hold = z.strictObject({
  id: z.string(),
  over: z.union([z.strictObject({ subject: z.string() }), z.strictObject({ from: z.string(), to: z.string() })]),
  ground: z.enum(holdGrounds),
  since: z.string(),
  /** Of the subject's key; null where it is over a time. */
  key: z.nullable(z.string()),
});
/** A legal hold. It lies with the keys, so that it outlives what is recorded of it. */
export type Hold = Readonly<z.output<typeof hold>>;

/** What the key file holds. Keys are 32 bytes; months read `2026-11`. */
export interface Ring {
  /** The registry's bearer token. */
  readonly token: SealedText | null;
  /** The seed of the desk's signing key; null in a file that is older than such keys. */
  readonly device: Uint8Array | null;
  /** The notes by which its keys until then left the journal to the next one (C2SP signed-note), in order. */
  readonly successions: readonly string[];
  /** What renews the session with the organisation's provider; a file of before it was known has none. */
  readonly session: SealedSession | null;
  /** What opens the registry where agents sign in with a provider; it belongs to the desk, not to a session. */
  readonly registryKey: SealedText | null;
  /** Milliseconds since 1970 when the agent last signed in themselves, of whom something is kept. */
  readonly signedInAt: number | null;
  /** The wrong tries to unlock since somebody last signed in or unlocked. */
  readonly wrongTries: number;
  /** What opens a gateway, by its name; a file of before there were any has none. */
  readonly secrets: ReadonlyMap<string, SealedText>;
  /** Under which a subject's key is found, so that the file names no subject. Never changes. */
  readonly index: Uint8Array;
  readonly peppers: ReadonlyMap<string, Uint8Array>;
  readonly months: ReadonlyMap<string, Uint8Array>;
  readonly subjects: Map<string, Uint8Array>;
  /** The last month in which something was sealed with a subject's key; a file of before that was kept does not know it of some. */
  readonly sealedIn: Map<string, string>;
  /** One for each request that waits to be sent; a file of before there were any has none. */
  readonly requests: ReadonlyMap<string, Uint8Array>;
  readonly holds: readonly Hold[];
}

export type Table = 'peppers' | 'months' | 'subjects' | 'requests';

export const newKey = (): Uint8Array => randomBytes(32);

export const emptyRing = (): Ring => ({
  token: null,
  device: newKey(),
  successions: [],
  session: null,
  registryKey: null,
  signedInAt: null,
  wrongTries: 0,
  secrets: new Map(),
  index: newKey(),
  peppers: new Map(),
  months: new Map(),
  subjects: new Map(),
  sealedIn: new Map(),
  requests: new Map(),
  holds: [],
});

const key = z.pipe(
  z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
  z.transform((text: string): Uint8Array => Buffer.from(text, 'base64url')),
);
const table = z.pipe(
  z.record(z.string(), key),
  z.transform((keys: Record<string, Uint8Array>) => new Map(Object.entries(keys))),
);
const secrets = z.pipe(
  z.record(z.string(), sealedText),
  z.transform((held: Record<string, SealedText>): ReadonlyMap<string, SealedText> => new Map(Object.entries(held))),
);
const months = z.pipe(
  z.record(z.string(), z.string()),
  z.transform((held: Record<string, string>) => new Map(Object.entries(held))),
);
const ringSchema = z.strictObject({
  token: z.nullable(sealedText),
  device: z._default(z.nullable(key), null),
  successions: z._default(z.array(z.string()), []),
  session: z._default(z.nullable(sealedSession), null),
  registryKey: z._default(z.nullable(sealedText), null),
  signedInAt: z._default(z.nullable(z.number()), null),
  wrongTries: z._default(z.number(), 0),
  secrets: z._default(secrets, new Map()),
  index: key,
  peppers: table,
  months: table,
  subjects: table,
  sealedIn: z._default(months, new Map()),
  requests: z._default(table, new Map()),
  holds: z._default(z.array(hold), []),
});

/** Null when that is no ring. */
export const parseRing = (bytes: Uint8Array): Ring | null => {
  try {
    return ringSchema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data ?? null;
  } catch {
    return null;
  }
};

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const tableText = (keys: ReadonlyMap<string, Uint8Array>): Record<string, string> =>
  Object.fromEntries([...keys].map(([name, bytes]) => [name, text(bytes)]));

const sessionText = ({ sub, refreshToken, key }: SealedSession) => ({
  sub,
  refreshToken: refreshToken.open(),
  key: key?.open() ?? null,
});

export const ringBytes = ({
  token,
  device,
  session,
  registryKey,
  secrets,
  index,
  peppers,
  months,
  subjects,
  sealedIn,
  requests,
  ...rest
}: Ring): Uint8Array =>
  Buffer.from(
    JSON.stringify({
      ...rest,
      token: token?.open() ?? null,
      device: device && text(device),
      session: session && sessionText(session),
      registryKey: registryKey?.open() ?? null,
      secrets: Object.fromEntries([...secrets].map(([name, secret]) => [name, secret.open()])),
      index: text(index),
      peppers: tableText(peppers),
      months: tableText(months),
      subjects: tableText(subjects),
      sealedIn: Object.fromEntries(sealedIn),
      requests: tableText(requests),
    }),
  );

/** The ring with a key of that name; the same ring when it has one. */
export const withKey = (ring: Ring, within: Table, name: string): Ring =>
  ring[within].has(name) ? ring : { ...ring, [within]: new Map(ring[within]).set(name, newKey()) };

/** The ring without the key of that name; the same ring when it has none. */
export const withoutKey = (ring: Ring, within: Table, name: string): Ring =>
  ring[within].has(name) ? { ...ring, [within]: new Map([...ring[within]].filter(([each]) => each !== name)) } : ring;

/** The ring that knows that something is sealed in that month with the subject's key of that name. */
export const withSealedIn = (ring: Ring, name: string, month: string): Ring => ({
  ...withKey(ring, 'subjects', name),
  sealedIn: new Map(ring.sealedIn).set(name, month),
});

const addedKeys = z.array(z.tuple([z.string(), key, z.string()]));
/** That something is sealed with the subject's key of that name in that month. */
type AddedKey = readonly [name: string, key: Uint8Array, month: string];

/** What `withSealedIn` would change for each of these, with a key where there is none. */
export const addedTo = (ring: Ring, sealed: readonly (readonly [name: string, month: string])[]): AddedKey[] => {
  const made = new Map<string, Uint8Array>();
  return sealed.map(([name, month]) => {
    const own = ring.subjects.get(name) ?? made.get(name) ?? newKey();
    made.set(name, own);
    return [name, own, month];
  });
};

export const addedBytes = (added: readonly AddedKey[]): Uint8Array =>
  Buffer.from(JSON.stringify(added.map(([name, own, month]) => [name, text(own), month])));

/** Null when that is no such thing. */
export const parseAdded = (bytes: Uint8Array): AddedKey[] | null =>
  addedKeys.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data ?? null;

/** Changes the ring itself, of which there may be a hundred thousand keys: only once what is added is on the disk, where it stays. */
export const addInPlace = ({ subjects, sealedIn }: Ring, added: readonly AddedKey[]): void => {
  for (const [name, own, month] of added) {
    subjects.set(name, own);
    sealedIn.set(name, month);
  }
};

/** The ring without the subject's key of that name; the same ring when it has none. */
export const withoutSubject = (ring: Ring, name: string): Ring => {
  const rest = withoutKey(ring, 'subjects', name);
  return rest === ring ? ring : { ...rest, sealedIn: new Map([...ring.sealedIn].filter(([each]) => each !== name)) };
};

/** The ring without the keys and peppers of months before that one, and the keys of subjects of whom nothing was sealed since; the same ring when it has none. */
export const withoutMonthsBefore = (ring: Ring, month: string): Ring => {
  const before = (names: Iterable<string>): string[] => [...names].filter((each) => each < month);
  const keys = before(ring.months.keys()).reduce((rest, each) => withoutKey(rest, 'months', each), ring);
  const peppers = before(ring.peppers.keys()).reduce((rest, each) => withoutKey(rest, 'peppers', each), keys);
  const subjects = [...ring.sealedIn].filter(([, last]) => last < month);
  return subjects.reduce((rest, [name]) => withoutSubject(rest, name), peppers);
};
