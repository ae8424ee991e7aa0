import * as z from 'zod';
import { mapped, valueAt, valuesAt, type Mapping } from './attributes.js';
import { parsePhone } from './phone.js';
import type { Subject } from './subject.js';

const longest = 500;

/** Line breaks, other control characters and broken UTF-16 are no part of anyone's name: such an answer is refused. */
const forbidden = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u;
/** Direction marks, zero-width and other invisible characters can make a value look like another: they are taken out. */
const invisible = /\p{Cf}|\u034f|\u115f|\u1160|\u17b4|\u17b5|\u3164|\uffa0|[\ufe00-\ufe0f]/gu;

const clean = z
  .string()
  .max(longest)
  .refine((text) => !forbidden.test(text))
  .transform((text) => text.replace(invisible, '').normalize('NFC').trim());
const text = clean.refine((value) => value !== '');
const optionalText = clean.nullish().transform((value) => value || null);
const phone = optionalText.transform((value) => (value === null ? null : (parsePhone(value) ?? value)));
const time = z.iso
  .datetime({ offset: true })
  .nullish()
  .transform((value) => (value ? new Date(value).toISOString() : null));

/** Unassigned is false (RFC 7643 §2.5): nobody who did not forbid it is restricted. */
const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);

const others = (value: z.ZodType<string | null>) =>
  z.array(value).transform((values) => values.filter((each) => each !== null));

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
  others: z.object({ workEmail: others(optionalText), workPhone: others(phone) }).optional(),
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
