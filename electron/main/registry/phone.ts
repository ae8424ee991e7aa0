import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/**
 * A telephone number as E.164 (`+358401234567`), or null when the text is not one number and nothing else.
 * Reads what Finns write, RFC 3966 `tel:` and full-width digits; a number without a country is Finnish. An extension has no E.164 form.
 */
export const parsePhone = (text: string): string | null => {
  const number = text.normalize('NFKC').trim().replace(/^tel:/i, '');
  const phone = parsePhoneNumberFromString(number, { defaultCountry: 'FI', extract: false });
  return phone?.isValid() && !phone.ext ? phone.number : null;
};

/** `358` of `+358401234567`; null when it is no E.164 number. */
export const callingCode = (e164: string): string | null =>
  parsePhoneNumberFromString(e164, { extract: false })?.countryCallingCode ?? null;

/** The groups Finns write: 040 123 4567. */
const grouped = (national: string): string[] => {
  const [, area, first, last] = /^(\d{2})(\d{3})(\d{4})$/.exec(national) ?? [];
  return area && first && last
    ? [`+358 ${area} ${first} ${last}`, `0${area} ${first} ${last}`, `0${area}-${first} ${last}`]
    : [];
};

/**
 * The groups a number is read in: `+358`, `40`, `123`, `4567`. Written together they are the number.
 * @param e164 as `parsePhone` answers it
 */
export const phoneGroups = (e164: string): readonly string[] => {
  const phone = parsePhoneNumberFromString(e164, { extract: false });
  const finnish = phone?.country === 'FI' ? grouped(phone.nationalNumber)[0] : undefined;
  return (finnish ?? phone?.formatInternational() ?? e164).match(/\+?\d+/g) ?? [e164];
};

/**
 * The spellings under which a registry may keep this number. SCIM asks for RFC 3966 (RFC 7643 §4.1.2) and registries hold anything;
 * an `eq` filter compares letters, so each spelling has to be asked for.
 * @param e164 as `parsePhone` answers it
 */
export const phoneSpellings = (e164: string): readonly string[] => {
  const phone = parsePhoneNumberFromString(e164, { extract: false });
  if (!phone) return [e164];
  const international = phone.formatInternational();
  const always = [
    e164,
    `tel:${e164}`,
    `tel:${international.replaceAll(' ', '-')}`,
    international,
    `00${e164.slice(1)}`,
  ];
  if (phone.country !== 'FI') return always;
  const national = phone.formatNational();
  const { nationalNumber } = phone;
  return [
    ...new Set([...always, national, `0${nationalNumber}`, national.replaceAll(' ', '-'), ...grouped(nationalNumber)]),
  ];
};
