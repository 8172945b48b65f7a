/** The verdict under the rows Kindred is given at install: small enough for every page of those hosts. */
import type { Detection } from '../paper/paper.ts';
import type { PageRules } from './page-rules.ts';
import { installSites } from './sites/install-sites.ts';
import { sameWork, verdict } from './verdict.ts';

/** As `detect`, for arXiv with its HTML reader and Hugging Face. Never throws. */
export function detectInstalled(url: string, document?: Document): Detection {
  return verdict(installSites, url, document, false);
}

export const installedPages: PageRules = {
  detect: detectInstalled,
  sameWork: (a, b) => sameWork(installSites, a, b),
};
