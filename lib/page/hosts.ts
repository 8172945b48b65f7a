import { installSites, matchesOf } from './sites/table.ts';

/** Match patterns Kindred is given at install: the site table's first two families. */
export const installHosts: string[] = installSites.flatMap((site) => [...matchesOf(site)]);
