import { arxiv } from './sites/arxiv.ts';
import { huggingFace } from './sites/hugging-face.ts';
import type { Site } from './sites/site.ts';

/** Match patterns of the permission a family needs. */
export function matchesOf(site: Site): readonly string[] {
  return site.matches ?? site.hosts.map((host) => `https://${host}/*`);
}

/** Match patterns Kindred is given at install: the site table's first two families. */
export const installHosts: string[] = [arxiv, huggingFace].flatMap((site) => [...matchesOf(site)]);
