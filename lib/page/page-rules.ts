import type { Detection } from '../paper/paper.ts';

/** How the pages of some sites are read. */
export interface PageRules {
  /** The verdict on a page. Never throws. */
  detect(url: string, document?: Document): Detection;
  /** Whether two addresses are of one work's pages. */
  sameWork(a: string, b: string): boolean;
}
