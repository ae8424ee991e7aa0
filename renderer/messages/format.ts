import { locales } from '../../shared/language.js';
import type { Language } from './languages.js';

export const localeOf = (language: Language): string => locales[language];

/** Made once for each language: making one takes longer than a row of a list may. */
const inEach = <Format>(make: (locale: string) => Format): ((language: Language) => Format) => {
  const made = new Map<Language, Format>();
  return (language) => {
    const format = made.get(language) ?? make(locales[language]);
    made.set(language, format);
    return format;
  };
};
const numbers = inEach((locale) => new Intl.NumberFormat(locale));
const moments = inEach((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'medium' }));

/** One, two or three digits are written alike everywhere, and opening the locale's data for them would keep the first screen waiting. */
const isPlain = (value: number): boolean => Number.isInteger(value) && value >= 0 && value < 1000;

export const formatNumber = (language: Language, value: number): string =>
  isPlain(value) ? String(value) : numbers(language).format(value);

export const formatTime = (language: Language, iso: string): string =>
  new Intl.DateTimeFormat(locales[language], { timeStyle: 'medium' }).format(new Date(iso));

export const formatClock = (language: Language, iso: string): string =>
  new Intl.DateTimeFormat(locales[language], { timeStyle: 'short' }).format(new Date(iso));

export const formatMoment = (language: Language, iso: string): string => moments(language).format(new Date(iso));

/** Of a day, `2026-12-22`, which is the same day everywhere. */
export const formatDay = (language: Language, day: string): string =>
  new Intl.DateTimeFormat(locales[language], { dateStyle: 'short', timeZone: 'UTC' }).format(new Date(day));

const stretches = {
  hour: { weekday: 'short', hour: '2-digit', minute: '2-digit' },
  day: { day: 'numeric', month: 'short' },
  week: { day: 'numeric', month: 'short' },
  month: { month: 'short', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** An hour, a day, a week or a month, by the millisecond it begins with. */
export const formatStretch = (language: Language, unit: keyof typeof stretches, start: number): string =>
  new Intl.DateTimeFormat(locales[language], stretches[unit]).format(start);

export const formatList = (language: Language, items: readonly string[]): string =>
  new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(items);

/** Of which one is enough. */
export const formatAnyOf = (language: Language, items: readonly string[]): string =>
  new Intl.ListFormat(locales[language], { type: 'disjunction' }).format(items);

/** `2:04`; hours only when there are any. Never negative. */
export const formatSpan = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (part: number) => String(part).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
};

/** A countdown shows the second that has begun, so that it reaches 0:00 only when the time is up. */
export const formatLeft = (milliseconds: number): string => formatSpan(Math.ceil(milliseconds / 1000) * 1000);
