/** The detector in a page, with the site table that the page has. */
import type { Detection } from '../paper/paper.ts';
import { sameWork } from './address.ts';
import { installSites } from './sites/install-sites.ts';
import type { Site } from './sites/site.ts';
import { verdict } from './verdict.ts';

/** A detector with a site table. */
export interface PageRules {
  /** The verdict on a page. Never throws. */
  detect(url: string, document?: Document): Detection;
  /** Whether two addresses are of the same paper. */
  sameWork(a: string, b: string): boolean;
}

/**
 * The rules of a page. `sharedSites` is the whole table, which a page has after the user clicked there
 * or granted the site: metadata then decides for addresses outside it. Null means the sites granted at
 * install.
 */
export function rulesFor(sharedSites: readonly Site[] | null): PageRules {
  const sites = sharedSites ?? installSites;
  return {
    detect: (url, document) => verdict(sites, url, document, sharedSites !== null),
    sameWork: (a, b) => sameWork(sites, a, b),
  };
}
