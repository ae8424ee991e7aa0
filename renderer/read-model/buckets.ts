export type Unit = 'hour' | 'day' | 'week' | 'month';

/** Stretches of time side by side: each begins where the one before ends. Milliseconds since 1970. */
export interface Buckets {
  readonly unit: Unit;
  readonly starts: readonly number[];
}

const day = 24 * 3_600_000;
/** The longest time that is told by that unit: so many bars one can still tell apart. */
const longest: readonly (readonly [Unit, number])[] = [
  ['hour', 2 * day],
  ['day', 62 * day],
  ['week', 400 * day],
];

const begin = (unit: Unit, time: Date): Date => {
  const [year, month, date] = [time.getFullYear(), time.getMonth(), time.getDate()];
  if (unit === 'hour') return new Date(year, month, date, time.getHours());
  if (unit === 'day') return new Date(year, month, date);
  return unit === 'week' ? new Date(year, month, date - ((time.getDay() + 6) % 7)) : new Date(year, month);
};

const next = (unit: Unit, time: Date): Date => {
  const [year, month, date] = [time.getFullYear(), time.getMonth(), time.getDate()];
  // By the clock's own count, so that the hour that summer time takes or gives is neither lost nor endless.
  if (unit === 'hour') return new Date(time.getTime() + 3_600_000);
  if (unit === 'day') return new Date(year, month, date + 1);
  return unit === 'week' ? new Date(year, month, date + 7) : new Date(year, month + 1);
};

/** From one time to another, by hours, days, weeks (from Monday) or months of the desk's own calendar. */
export const bucketsBetween = (from: number, to: number): Buckets => {
  const unit = longest.find(([, length]) => to - from <= length)?.[0] ?? 'month';
  const starts: number[] = [];
  for (let at = begin(unit, new Date(from)); at.getTime() <= to; at = next(unit, at)) starts.push(at.getTime());
  return { unit, starts };
};
