/** Formats days (in UTC), moments (in local time) and numbers for the language of the interface. */
import { i18n } from '#i18n';
import { isolateValue } from '../lib/text/bidi-isolate.ts';
import { type Day, dayMs, type Moment } from '../lib/time/days.ts';

const locale = () => i18n.t('intlLocale');

/** Caches the formats of a language: to make one takes a hundred times as long as to use it. */
function cached<O extends object, F>(Format: new (locale: string, options: O) => F) {
  const formats = new Map<string, F>();
  return (options: O): F => {
    const key = `${locale()} ${JSON.stringify(options)}`;
    const existing = formats.get(key);
    if (existing) return existing;
    const format = new Format(locale(), options);
    formats.set(key, format);
    return format;
  };
}
const dateFormat = cached(Intl.DateTimeFormat);
const numberFormat = cached(Intl.NumberFormat);
const relativeFormat = cached(Intl.RelativeTimeFormat);
const listFormat = cached(Intl.ListFormat);

/**
 * Makes the formats that a list of papers needs while its answer is awaited. The first `Intl` object of
 * a process takes Chromium about 50 ms, to load its list of languages. A collator loads half of it, so
 * that no task is long.
 */
export function prepareFormats(): void {
  const tasks = [
    () => new Intl.Collator(locale()),
    () => formatNumber(0),
    () => formatDate('2026-01-01'),
  ];
  const next = () => {
    tasks.shift()?.();
    if (tasks.length > 0) setTimeout(next);
  };
  setTimeout(next);
}

const formatDay = (day: Day, options: Intl.DateTimeFormatOptions) =>
  dateFormat({ timeZone: 'UTC', ...options }).format(new Date(`${day}T00:00:00Z`));

/** `6,127` */
export const formatNumber = (n: number): string => numberFormat({}).format(n);

/** `12`, and below ten `4.6` */
export const formatRate = (n: number): string =>
  numberFormat({ maximumFractionDigits: n < 10 ? 1 : 0 }).format(n);

/** `3.4%`, `0.03%`: two significant digits, so that a small share is not 0%. */
export const formatPercent = (share: number): string =>
  numberFormat({ style: 'percent', maximumSignificantDigits: 2 }).format(share);

/** `7.1 MB` */
export function formatBytes(bytes: number): string {
  const [unit, size] =
    bytes < 1_000_000 ? (['kilobyte', bytes / 1e3] as const) : (['megabyte', bytes / 1e6] as const);
  const digits = size < 10 ? 1 : 0;
  return numberFormat({ style: 'unit', unit, maximumFractionDigits: digits }).format(size);
}

/** `3 Dec 2024` */
export const formatDate = (day: Day): string =>
  formatDay(day, { day: 'numeric', month: 'short', year: 'numeric' });

/** `March 2026` */
export const formatMonth = (day: Day): string => formatDay(day, { month: 'long', year: 'numeric' });

const formatTime = (at: Date) => dateFormat({ hour: '2-digit', minute: '2-digit' }).format(at);

const relativeDay = (days: number) => relativeFormat({ numeric: 'auto' }).format(days, 'day');

const midnight = (at: Date) => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();

/** `09:10` today, `yesterday 17:02`, else `3 Dec 09:10`; with `sayToday`, `today 09:10`. */
export function formatMoment(moment: Moment, now: Date, sayToday = false): string {
  const at = new Date(moment);
  const days = Math.round((midnight(at) - midnight(now)) / dayMs);
  if (days === 0) return sayToday ? `${relativeDay(0)} ${formatTime(at)}` : formatTime(at);
  if (Math.abs(days) === 1) return `${relativeDay(days)} ${formatTime(at)}`;
  const date = dateFormat({ day: 'numeric', month: 'short' }).format(at);
  return `${date} ${formatTime(at)}`;
}

/** `today`, `yesterday`, `Friday` within a week, else `3 Dec 2024`. */
export function formatRecentDay(day: Day, now: Date): string {
  const days = Math.round((Date.parse(day) - Date.parse(now.toISOString().slice(0, 10))) / dayMs);
  if (days === 0 || days === -1) return relativeDay(days);
  return days < 0 && days > -7 ? formatDay(day, { weekday: 'long' }) : formatDate(day);
}

const isolate = (words: string[]) =>
  i18n.t('direction') === 'rtl' ? words.map(isolateValue) : words;

/** `a, b, c` */
export const formatList = (words: string[]): string =>
  listFormat({ type: 'conjunction', style: 'narrow' }).format(isolate(words));

/** `a · b` */
export const joinWithDots = (words: string[]): string => isolate(words).join(' · ');
