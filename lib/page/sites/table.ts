/** The site table: to add a site, add a row to one of these files. */
import { indexes } from './indexes.ts';
import { installSites } from './install-sites.ts';
import { journals } from './journals.ts';
import { preprints } from './preprints.ts';
import { readers } from './readers.ts';
import type { Site } from './site.ts';
import { venues } from './venues.ts';

/** Every family. */
export const sites: readonly Site[] = [
  ...installSites,
  ...readers,
  ...venues,
  ...indexes,
  ...preprints,
  ...journals,
];
