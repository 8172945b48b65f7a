import { arxiv } from './sites/arxiv.ts';
import { huggingFace } from './sites/hugging-face.ts';
import type { Site } from './sites/site.ts';

/** The match patterns of the permission for a site. */
export function matchesOf(site: Site): readonly string[] {
  return site.matches ?? site.hosts.map((host) => `https://${host}/*`);
}

/** The match patterns that Kindred is granted at install. */
export const installHosts: string[] = [arxiv, huggingFace].flatMap((site) => [...matchesOf(site)]);
