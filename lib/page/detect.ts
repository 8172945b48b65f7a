/** The verdict on a page under the whole site table. */
import type { Detection } from '../paper/paper.ts';
import { sites } from './sites/table.ts';
import { verdict } from './verdict.ts';

/** Where the user did not ask: only an address that the table knows is a paper. */
export function detect(url: string, document?: Document): Detection {
  return verdict(sites, url, document, false);
}

/** As after a click on any page: where the table does not know the address, metadata decides. */
export function detectAnywhere(url: string, document?: Document): Detection {
  return verdict(sites, url, document, true);
}
