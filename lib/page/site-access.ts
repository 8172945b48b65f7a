/** The page in the active tab as views see it, and permissions for sites. */
import type { Detection, PagePaper } from '../paper/paper.ts';
import type { SiteGroup } from './site-groups.ts';

/** The page in the active tab, without the verdict on it. */
export interface TabFacts {
  /** Differs for each page in the tab. */
  key: string;
  /** A PDF that may be a paper; related papers appear when the user confirms it. */
  possiblePdf: PagePaper | null;
  /** The page's site group, if Kindred can be granted it; null on all other pages. */
  siteGroup: SiteGroup | null;
  /** Whether the site group is granted permanently. */
  isGranted: boolean;
  /** Whether the page is a file on this device that the browser does not let Kindred read. */
  areFilesHidden: boolean;
  /** Whether the browser hides the page's address from Kindred. */
  isAddressHidden: boolean;
}

export interface TabPage extends TabFacts {
  detection: Detection | null;
}

/** The browser's permissions. `request` must be called synchronously in a user gesture. */
export interface SiteAccess {
  /** The match patterns that are granted. */
  granted(): Promise<string[]>;
  request(origins: readonly string[]): Promise<boolean>;
  remove(origins: readonly string[]): Promise<boolean>;
}
