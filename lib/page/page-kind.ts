import type { PagePaper } from '../paper/paper.ts';

const maxHostLength = 60;

/** The page kind, the unit of panel settings: `site:view`, with the host of sites outside the table. */
export function pageKindOf(paper: Pick<PagePaper, 'site' | 'view'>, host: string): string {
  const name = host.replace(/^www\./, '').slice(-maxHostLength);
  return `${paper.site === 'unlisted' && name !== '' ? name : paper.site}:${paper.view}`;
}

/** The page kind of a site's listings. */
export const listingKindOf = (site: string): string => `${site}:listing`;
