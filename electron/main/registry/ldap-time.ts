const generalised = /^(\d{4})(\d\d)(\d\d)(\d\d)(?:(\d\d)(?:(\d\d))?)?(?:[.,]\d{1,9})?(?:(Z)|([+-]\d\d)(\d\d)?)$/;

/** RFC 3339 of a generalised time (RFC 4517 §3.3.13), to the second. */
const fromGeneralised = (text: string): string | undefined => {
  const [, year, month, day, hour, minute = '00', second = '00', , zoneHour = '+00', zoneMinute = '00'] =
    generalised.exec(text) ?? [];
  if (year === undefined) return undefined;
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zoneHour}:${zoneMinute}`);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
};

/** Milliseconds from 1601, where Windows begins to count, to 1970. */
const toUnix = 11_644_473_600_000n;
const never = new Set(['0', '9223372036854775807']);

/** Active Directory counts 100 ns since 1601 (MS-ADTS 2.2.x `accountExpires`); 0 and the greatest number mean never. */
const fromWindows = (text: string): string | null | undefined => {
  if (never.has(text)) return null;
  const at = new Date(Number(BigInt(text) / 10_000n - toUnix));
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
};

/** A directory's time as RFC 3339; null for never, undefined when it is no time. */
export const timeOf = (text: string): string | null | undefined =>
  /^\d{1,19}$/.test(text) && !/^\d{14}$/.test(text) ? fromWindows(text) : fromGeneralised(text);
