import type { Candidate, Field } from '../../../shared/subject.js';
import { callingCode } from '../registry/phone.js';
import type { Subject } from '../registry/subject.js';

const dots = (count: number): string => '•'.repeat(Math.max(count, 0));

/** At most `most` leading characters, never more than half of them all, then dots up to `length` in characters. */
const lead = (text: string, most: number, length: number): string => {
  const characters = [...text.trim()];
  const shown = characters.slice(0, Math.min(most, Math.floor(characters.length / 2)));
  return shown.join('') + dots(length - shown.length);
};

const maskedName = (given: string, family: string): string => `${lead(given, 1, 6)} ${lead(family, 1, 9)}`;

/** A country's domain says little; any other is as telling as a name, and of any length. */
const maskedEmail = (email: string): string => {
  const [local = '', domain = ''] = email.split('@');
  const labels = domain.split('.');
  const top = labels.at(-1) ?? '';
  return `${lead(local, 2, 6)}@${lead(labels[0] ?? '', 2, 4)}.${labels.length > 1 && /^[a-z]{2}$/i.test(top) ? top : dots(2)}`;
};

const phoneLength = 15;

const maskedPhone = (phone: string): string => {
  const code = callingCode(phone);
  if (code === null) return dots(phoneLength);
  const start = `+${code} `;
  return start + dots(phoneLength - start.length - 2) + phone.slice(-2);
};

const masks: Readonly<Record<Field, (value: string) => string>> = {
  name: (value) => maskedName(value.split(' ')[0] ?? '', value.split(' ').at(-1) ?? ''),
  userName: (value) => lead(value, 2, 6),
  workEmail: maskedEmail,
  workPhone: maskedPhone,
  stationCode: (value) => lead(value, 1, 6),
  organisation: (value) => lead(value, 2, 8),
  status: () => dots(6),
};

/** One field's value with a mask of fixed length: it tells neither the whole of a short value nor the length of a long one. */
export const maskedValue = (field: Field, value: string): string => masks[field](value.normalize('NFC'));

/** The masked hit. An address that is missing is empty. */
export const mask = (
  { givenName, familyName, organisation, workEmail }: Subject,
  number: number,
  hidesOrganisation = false,
): Candidate => ({
  number,
  name: maskedName(givenName, familyName),
  organisation: hidesOrganisation ? maskedValue('organisation', organisation) : organisation,
  workEmail: workEmail === null ? '' : maskedValue('workEmail', workEmail),
});

/** A hit of whom nothing may be told, not even a letter. */
export const hiddenMask = (number: number): Candidate => ({
  number,
  name: maskedName('', ''),
  organisation: dots(8),
  workEmail: '',
});
