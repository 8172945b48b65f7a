import type { Detection } from '../paper/paper.ts';
import { sameWork } from './address.ts';
import { installSites } from './sites/install-sites.ts';
import type { Site } from './sites/site.ts';
import { verdict } from './verdict.ts';

/** How the pages of some sites are read. */
export interface PageRules {
  /** The verdict on a page. Never throws. */
  detect(url: string, document?: Document): Detection;
  /** Whether two addresses are of one work's pages. */
  sameWork(a: string, b: string): boolean;
}

/**
 * The rules on a page to which the whole table was brought along, because the user clicked there
 * or gave the site: where no row knows the address, the document's metadata decides. Without it,
 * those of the hosts Kindred is given at install.
 */
export function rulesFor(brought: readonly Site[] | null): PageRules {
  const sites = brought ?? installSites;
  return {
    detect: (url, document) => verdict(sites, url, document, brought !== null),
    sameWork: (a, b) => sameWork(sites, a, b),
  };
}
