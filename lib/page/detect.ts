/** The detector with the whole site table. */
import type { Detection } from '../paper/paper.ts';
import { sites } from './sites/table.ts';
import { verdict } from './verdict.ts';

/** The verdict on a page that the user did not ask about: only addresses in the site table are papers. */
export function detect(url: string, document?: Document): Detection {
  return verdict(sites, url, document, false);
}

/** The verdict on a page after the user clicked: metadata decides for addresses outside the table. */
export function detectAnywhere(url: string, document?: Document): Detection {
  return verdict(sites, url, document, true);
}
