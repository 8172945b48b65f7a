import type { PagePaper } from '../paper/paper.ts';

const longestHost = 60;

/**
 * The kind of page a choice such as "hide on pages like this" is about: `site:view`. A site that has
 * no row in the table is its own host.
 */
export function pageKindOf(paper: Pick<PagePaper, 'site' | 'view'>, host: string): string {
  const own = host.replace(/^www\./, '').slice(-longestHost);
  return `${paper.site === 'unlisted' && own !== '' ? own : paper.site}:${paper.view}`;
}

/** The page kind of a site's listings. */
export const listingKindOf = (site: string): string => `${site}:listing`;
