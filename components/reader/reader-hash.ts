/**
 * What the reader page shows, stored in the fragment of its address, so that back, forward and reload
 * restore it. Links from outside contain these parameters, so their names never change.
 */
import type { Request } from '../../lib/messages/contract.ts';

export const groupings = ['day', 'week', 'month', 'topic', 'source'] as const;

export const readerPages = ['papers', 'map', 'trends'] as const;

export interface ReaderLocation extends Request<'digestList'> {
  page: (typeof readerPages)[number];
  /** The id of the paper in the middle of the map; null where none is chosen. */
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

const maxUpvotes = 1_000_000;

/** Total: a parameter that is missing or invalid has its default. */
export function parseHash(hash: string): ReaderLocation {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const least = Number(params.get('least'));
  const year = params.get('year');
  return {
    page: readerPages.find((page) => page === params.get('page')) ?? 'papers',
    of: params.get('of')?.slice(0, 600) || null,
    by: groupings.find((by) => by === params.get('by')) ?? 'day',
    query: (params.get('q') ?? '').slice(0, 500),
    least: Number.isInteger(least) && least > 0 && least <= maxUpvotes ? least : 0,
    unread: params.has('unread'),
    saved: params.has('saved'),
    year: year !== null && /^\d{4}$/.test(year) ? year : null,
    at: params.get('at')?.slice(0, 600) || null,
  };
}

/** The inverse of `parseHash`; empty for the default location. */
export function formatHash({ page, ...location }: ReaderLocation): string {
  const { of, by, query, least, unread, saved, year, at } = location;
  const params = new URLSearchParams();
  if (page !== 'papers') params.set('page', page);
  if (page === 'map' && of !== null) params.set('of', of);
  if (by !== 'day') params.set('by', by);
  if (query !== '') params.set('q', query);
  if (least > 0) params.set('least', String(least));
  if (unread) params.set('unread', '');
  if (saved) params.set('saved', '');
  if (year !== null) params.set('year', year);
  if (at !== null) params.set('at', at);
  const hash = params.toString();
  return hash === '' ? '' : `#${hash}`;
}

/** The part of a location that decides which papers are listed. */
export const toListRequest = (location: ReaderLocation): Request<'digestList'> => {
  const { by, query, least, unread, saved, year } = location;
  return { by, query, least, unread, saved, year };
};

/** Whether any filter is set. */
export const isFiltered = ({ query, least, unread, saved, year }: ReaderLocation): boolean =>
  query !== '' || least > 0 || unread || saved || year !== null;
