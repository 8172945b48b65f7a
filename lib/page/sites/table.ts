/** The site table: to add a site, add a row to one of these files. */
import { indexes } from './indexes.ts';
import { installSites } from './install-sites.ts';
import { journals } from './journals.ts';
import { learningVenues } from './learning-venues.ts';
import { literatumSites } from './literatum.ts';
import { openJournals } from './open-journals.ts';
import { paperViewers } from './paper-viewers.ts';
import { preprints } from './preprints.ts';
import { silverchairSites } from './silverchair.ts';
import type { Site } from './site.ts';
import { venues } from './venues.ts';

/** All rows; on a shared host the first matching one decides. */
export const sites: readonly Site[] = [
  ...installSites,
  ...paperViewers,
  ...learningVenues,
  ...venues,
  ...indexes,
  ...preprints,
  ...literatumSites,
  ...silverchairSites,
  ...journals,
  ...openJournals,
];
