/** The site table: to add a site, add a row to one of these files. */
import { arxiv } from './arxiv.ts';
import { huggingFace } from './hugging-face.ts';
import { indexes } from './indexes.ts';
import { journals } from './journals.ts';
import { preprints } from './preprints.ts';
import { readers } from './readers.ts';
import type { Site } from './site.ts';
import { venues } from './venues.ts';

/** Families Kindred is given at install. */
export const installSites: readonly Site[] = [arxiv, huggingFace];

/** Every family. */
export const sites: readonly Site[] = [
  ...installSites,
  ...readers,
  ...venues,
  ...indexes,
  ...preprints,
  ...journals,
];

/** Match patterns of the permission a family needs. */
export function matchesOf(site: Site): readonly string[] {
  return site.matches ?? site.hosts.map((host) => `https://${host}/*`);
}
