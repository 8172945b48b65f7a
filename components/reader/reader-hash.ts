/**
 * What the reader page shows, as its address keeps it after the `#`, so that back, forward and
 * reload find it again.
 */
import type { Request } from '../../lib/messages/contract.ts';

export const groupings = ['day', 'week', 'month', 'topic', 'source'] as const;

export const readerPages = ['papers', 'map', 'trends'] as const;

export interface ReaderLocation extends Request<'digestList'> {
  page: (typeof readerPages)[number];
  /** The id of the paper that the map is drawn around; null where none is chosen. */
  of: string | null;
  /** The id of the paper at the top of the window; null at the top of the page. */
  at: string | null;
}

export const defaultLocation: ReaderLocation = {
  page: 'papers',
  of: null,
  by: 'day',
  query: '',
  least: 0,
  unread: false,
  saved: false,
  year: null,
  at: null,
};

/** Reads what follows the `#`. Total: what cannot be understood is as at first. */
export function readHash(hash: string): ReaderLocation {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const least = Number(given.get('least'));
  const year = given.get('year');
  return {
    page: readerPages.find((page) => page === given.get('page')) ?? 'papers',
    of: given.get('of')?.slice(0, 600) || null,
    by: groupings.find((by) => by === given.get('by')) ?? 'day',
    query: (given.get('q') ?? '').slice(0, 500),
    least: Number.isInteger(least) && least > 0 && least <= 1_000_000 ? least : 0,
    unread: given.has('unread'),
    saved: given.has('saved'),
    year: year !== null && /^\d{4}$/.test(year) ? year : null,
    at: given.get('at')?.slice(0, 600) || null,
  };
}

/** The hash that `readHash` reads back; empty at the first place. */
export function hashOf(place: ReaderLocation): string {
  const { page, of, by, query, least, unread, saved, year, at } = place;
  const said = new URLSearchParams();
  if (page !== 'papers') said.set('page', page);
  if (page === 'map' && of !== null) said.set('of', of);
  if (by !== 'day') said.set('by', by);
  if (query !== '') said.set('q', query);
  if (least > 0) said.set('least', String(least));
  if (unread) said.set('unread', '');
  if (saved) said.set('saved', '');
  if (year !== null) said.set('year', year);
  if (at !== null) said.set('at', at);
  const hash = said.toString();
  return hash === '' ? '' : `#${hash}`;
}

/** The part of a place that the background is asked for. */
export const requestOf = (place: ReaderLocation): Request<'digestList'> => {
  const { by, query, least, unread, saved, year } = place;
  return { by, query, least, unread, saved, year };
};
