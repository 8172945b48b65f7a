/** The verdict on a page under the whole site table: what a click, the popup and the commands use. */
import type { Detection } from '../paper/paper.ts';
import type { PageRules } from './page-rules.ts';
import { sites } from './sites/table.ts';
import { sameWork, verdict } from './verdict.ts';

/** As the content script on listed hosts asks: only an address that the table knows is a paper. */
export function detect(url: string, document?: Document): Detection {
  return verdict(sites, url, document, false);
}

/** As after a click on any page: where the table does not know the address, metadata decides. */
export function detectAnywhere(url: string, document?: Document): Detection {
  return verdict(sites, url, document, true);
}

/** On sites that the reader has given to Kindred. */
export const grantedPages: PageRules = {
  detect: detectAnywhere,
  sameWork: (a, b) => sameWork(sites, a, b),
};
