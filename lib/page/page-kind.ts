import type { PagePaper } from '../paper/paper.ts';

/** The kind of page a choice such as "hide on pages like this" is about: `site:view`. */
export function pageKindOf(paper: Pick<PagePaper, 'site' | 'view'>): string {
  return `${paper.site}:${paper.view}`;
}

/** The page kind of a site's listings. */
export const listingKindOf = (site: string): string => `${site}:listing`;
