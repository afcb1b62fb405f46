/** NumericDates (seconds since the epoch) and durations as people read them. */
import { currentLocale } from './i18n.ts';

type Unit = 'second' | 'minute' | 'hour' | 'day' | 'year';
const UNITS: readonly (readonly [Unit, number])[] = [
  ['year', 31_557_600],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];
/** Beyond this, JavaScript has no date. */
const LAST_DATE = 8_640_000_000_000;

/** `4 min 32 sec`, `2 days 3 hr`: the largest unit and the one below it. `seconds` is not negative. */
export function formatDuration(seconds: number): string {
  const whole = Math.floor(seconds);
  const first = UNITS.findIndex(([, size]) => whole >= size);
  const [unit, size] = UNITS[first] ?? ['second', 1];
  const next = UNITS[first + 1];
  const parts = [formatUnit(Math.floor(whole / size), unit)];
  if (first >= 0 && next !== undefined) {
    const rest = Math.floor((whole % size) / next[1]);
    if (rest > 0) parts.push(formatUnit(rest, next[0]));
  }
  return parts.join(' ');
}

/** Only the largest unit: `3 min`. */
export function formatRoughly(seconds: number): string {
  const [unit, size] = UNITS.find(([, unitSize]) => Math.floor(seconds) >= unitSize) ?? ['second', 1];
  return formatUnit(Math.floor(seconds / size), unit);
}

function formatUnit(count: number, unit: Unit): string {
  return new Intl.NumberFormat(currentLocale(), { style: 'unit', unit, unitDisplay: 'short' }).format(count);
}

export interface Moment {
  readonly local: string;
  readonly utc: string;
  /** Machine-readable, for `<time datetime>`. */
  readonly iso: string;
}

/** Undefined when no calendar date can be made of it. */
export function formatMoment(numericDate: number): Moment | undefined {
  if (!Number.isFinite(numericDate) || Math.abs(numericDate) > LAST_DATE) return undefined;
  const date = new Date(numericDate * 1000);
  const iso = date.toISOString();
  return {
    local: new Intl.DateTimeFormat(currentLocale(), { dateStyle: 'medium', timeStyle: 'medium' }).format(date),
    utc: `${iso.replace(/\.\d+Z$/, '').replace('T', ' ')} UTC`,
    iso,
  };
}

/** `in 4 min`, `3 min ago`. Both in seconds since the epoch. */
export function formatRelative(numericDate: number, now: number): string {
  const difference = numericDate - now;
  const distance = Math.abs(difference);
  const [unit, size] = UNITS.find(([, unitSize]) => distance >= unitSize) ?? ['second', 1];
  const count = Math.trunc(difference / size);
  return new Intl.RelativeTimeFormat(currentLocale(), { numeric: 'auto', style: 'short' }).format(count, unit);
}
