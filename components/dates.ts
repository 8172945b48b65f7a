/**
 * Days, moments and numbers as this language writes them. Days are UTC, moments local.
 */
import { i18n } from '#i18n';
import type { Day, Moment } from '../lib/paper/paper.ts';

const dayMs = 86_400_000;
const locale = () => i18n.t('intlLocale');
const dayWords = (day: Day, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale(), { timeZone: 'UTC', ...options }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** `6,127` */
export const numberWords = (n: number): string => new Intl.NumberFormat(locale()).format(n);

/** `12`, and below ten `4.6` */
export const rateWords = (n: number): string =>
  new Intl.NumberFormat(locale(), { maximumFractionDigits: n < 10 ? 1 : 0 }).format(n);

/** `3.4%` */
export const shareWords = (share: number): string =>
  new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 1 }).format(share);

/** `7.1 MB` */
export function bytesWords(bytes: number): string {
  const [unit, size] =
    bytes < 1_000_000 ? (['kilobyte', bytes / 1e3] as const) : (['megabyte', bytes / 1e6] as const);
  const digits = size < 10 ? 1 : 0;
  return new Intl.NumberFormat(locale(), {
    style: 'unit',
    unit,
    maximumFractionDigits: digits,
  }).format(size);
}

/** `3 Dec 2024` */
export const dateWords = (day: Day): string =>
  dayWords(day, { day: 'numeric', month: 'short', year: 'numeric' });

/** `March 2026` */
export const monthWords = (day: Day): string => dayWords(day, { month: 'long', year: 'numeric' });

const timeWords = (at: Date) =>
  new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit' }).format(at);

const relativeDay = (days: number) =>
  new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(days, 'day');

const midnight = (at: Date) => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();

/** `09:10` today, `yesterday 17:02`, else `3 Dec 09:10`; with `sayToday`, `today 09:10`. */
export function momentWords(moment: Moment, now: Date, sayToday = false): string {
  const at = new Date(moment);
  const days = Math.round((midnight(at) - midnight(now)) / dayMs);
  if (days === 0) return sayToday ? `${relativeDay(0)} ${timeWords(at)}` : timeWords(at);
  if (Math.abs(days) === 1) return `${relativeDay(days)} ${timeWords(at)}`;
  const date = new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'short' }).format(at);
  return `${date} ${timeWords(at)}`;
}

/** `today`, `yesterday`, `Friday` within a week, else `3 Dec 2024`. */
export function recentDayWords(day: Day, now: Date): string {
  const days = Math.round((Date.parse(day) - Date.parse(now.toISOString().slice(0, 10))) / dayMs);
  if (days === 0 || days === -1) return relativeDay(days);
  return days < 0 && days > -7 ? dayWords(day, { weekday: 'long' }) : dateWords(day);
}

/** Words as one list: `a, b, c`. */
export const listWords = (words: string[]): string =>
  new Intl.ListFormat(locale(), { type: 'unit', style: 'short' }).format(words);
