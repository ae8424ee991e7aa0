import * as z from 'zod/mini';
import { mapped, valueAt, valuesAt, type Mapping } from './attributes.js';
import { parsePhone } from './phone.js';
import type { Subject } from './subject.js';

const longest = 500;

/** Line breaks, other control characters and broken UTF-16 are no part of anyone's name: such an answer is refused. */
const forbidden = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u;
/** Direction marks, zero-width and other invisible characters can make a value look like another: they are taken out. */
const invisible = /\p{Cf}|\u034f|\u115f|\u1160|\u17b4|\u17b5|\u3164|\uffa0|[\ufe00-\ufe0f]/gu;

/** What is read as something else than it is written. */
const read = <In extends z.ZodMiniType, Out>(written: In, as: (value: z.output<In>) => Out) =>
  z.pipe(written, z.transform(as));

const safe = z.string().check(
  z.maxLength(longest),
  z.refine((text) => !forbidden.test(text)),
);
const clean = read(safe, (text) => text.replace(invisible, '').normalize('NFC').trim());
const text = clean.check(z.refine((value) => value !== ''));
const optionalText = read(z.nullish(clean), (value) => value || null);
const phone = read(optionalText, (value) => (value === null ? null : (parsePhone(value) ?? value)));
const time = read(z.nullish(z.iso.datetime({ offset: true })), (value) =>
  value ? new Date(value).toISOString() : null,
);

/** Unassigned is false (RFC 7643 §2.5): nobody who did not forbid it is restricted. */
const flag = read(z.nullish(z.boolean()), (value) => value ?? false);

const others = (value: z.ZodMiniType<string | null>) =>
  read(z.array(value), (values) => values.filter((each) => each !== null));

const parser = z.object({
  id: text,
  givenName: text,
  familyName: text,
  userName: text,
  workEmail: optionalText,
  workPhone: phone,
  stationCode: optionalText,
  organisation: text,
  active: z.boolean(),
  endedAt: time,
  restricted: flag,
  privileged: flag,
  phoneChangedAt: time,
  emailChangedAt: time,
  others: z.optional(z.object({ workEmail: others(optionalText), workPhone: others(phone) })),
  preferredLanguage: optionalText,
});

/** The subject that these values make, or null when they are not what they must be. */
export const subjectOf = (values: Readonly<Record<string, unknown>>): Subject | null => {
  const parsed = parser.safeParse(values);
  if (!parsed.success) return null;
  const { others, ...subject } = parsed.data;
  return others && Object.values(others).some(({ length }) => length > 0) ? { ...subject, others } : subject;
};

/** The subject a SCIM resource stands for (RFC 7643 §4.1), or null when it does not hold what it must, as it must. */
export const parseSubject = (resource: unknown, mapping: Mapping): Subject | null => {
  const values = mapped(mapping).map(([name, path]) => [name, valueAt(resource, path)] as const);
  const others = (path: string) => valuesAt(resource, path).slice(1);
  return subjectOf({
    id: valueAt(resource, 'id'),
    ...Object.fromEntries(values),
    others: { workEmail: others(mapping.workEmail), workPhone: others(mapping.workPhone) },
  });
};
