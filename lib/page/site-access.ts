/** What views know of the page in front, and what they may ask the browser about sites. */
import type { Detection, PagePaper } from '../paper/paper.ts';
import type { SiteGroup } from './site-groups.ts';

/** The page in the active tab, beside what it is about. */
export interface TabFacts {
  /** Tells one page in front from the next. */
  key: string;
  /** A PDF that may be a paper: shown when the user says so. */
  possiblePdf: PagePaper | null;
  /** The family the page belongs to, where it could be given; null on all other pages. */
  siteGroup: SiteGroup | null;
  /** The family is given for good. */
  isGranted: boolean;
  /** The browser keeps files on this device from Kindred. */
  areFilesHidden: boolean;
  /** The browser keeps the page's address from Kindred. */
  isAddressHidden: boolean;
}

export interface TabPage extends TabFacts {
  detection: Detection | null;
}

/** The browser's own permissions. `request` must be called at once in the user's click. */
export interface SiteAccess {
  /** Match patterns that are granted. */
  granted(): Promise<string[]>;
  request(origins: readonly string[]): Promise<boolean>;
  remove(origins: readonly string[]): Promise<boolean>;
}
