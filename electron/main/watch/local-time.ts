import type { Policy } from '../policy/schema.js';

type Hours = Policy['watch']['hours'];

/** When something was, as a clock on the wall shows it. */
export interface LocalTime {
  /** `2026-11-22`. */
  readonly day: string;
  /** ISO 8601: 1 is Monday. */
  readonly weekday: number;
  /** Minutes since midnight. */
  readonly minute: number;
}

const asNumbers: Intl.DateTimeFormatOptions = {
  calendar: 'gregory',
  numberingSystem: 'latn',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
};

/** Tells the local time of RFC 3339 times, in an IANA time zone or, without one, the workstation's. */
export const createLocalTime = (timeZone?: string): ((time: string) => LocalTime) => {
  // Calendars are slow to open: not before a time is asked for, which the window does not wait for.
  let format: Intl.DateTimeFormat | null = null;
  const tell = (time: string): LocalTime => {
    format ??= new Intl.DateTimeFormat('en', { ...asNumbers, timeZone });
    const parts = new Map(format.formatToParts(new Date(time)).map(({ type, value }) => [type, value]));
    const of = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
    const day = `${of('year')}-${of('month')}-${of('day')}`;
    return {
      day,
      weekday: new Date(`${day}T00:00:00Z`).getUTCDay() || 7,
      minute: Number(of('hour')) * 60 + Number(of('minute')),
    };
  };
  // And slow to ask: a journal tells many times of one minute, one after the other.
  let last: { readonly minute: string; readonly told: LocalTime } | null = null;
  return (time) => {
    const minute = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?=:.*Z$)/.exec(time)?.[0];
    if (minute === undefined) return tell(time);
    if (last?.minute !== minute) last = { minute, told: tell(time) };
    return last.told;
  };
};

const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** Whether that is when nobody is expected to work. Hours that end before they begin go over midnight. */
export const isOutside = ({ from, to, days }: Hours, { weekday, minute }: LocalTime): boolean => {
  const [begins, ends] = [minuteOf(from), minuteOf(to)];
  const works = (day: number): boolean => days.includes(day);
  if (begins < ends) return !(works(weekday) && minute >= begins && minute < ends);
  const evening = minute >= begins && works(weekday);
  const night = minute < ends && works(weekday === 1 ? 7 : weekday - 1);
  return !evening && !night;
};
