/** Groups of sites that the user can grant to Kindred permanently. */
import { parseWebAddress } from '../paper/web-address.ts';
import { installHosts, matchesOf } from './hosts.ts';
import { covers, partsOf } from './match-pattern.ts';
import { type Site, sitesOfHost } from './sites/site.ts';
import { sites } from './sites/table.ts';

export interface SiteGroup {
  /** The name of a row of the site table, or the host of a site outside it. */
  name: string;
  /** What the interface calls it: its first host, without `www.`. */
  host: string;
  /** The match patterns of its permission. */
  origins: readonly string[];
}

function groupOf(site: Site): SiteGroup {
  const host = (site.hosts[0] ?? site.name).replace(/^(?:www|\*)\./, '');
  return { name: site.name, host, origins: matchesOf(site) };
}

const isAtInstall = (group: SiteGroup) =>
  group.origins.every((origin) => covers(installHosts, origin));

/** The site groups of the table that are not granted at install, by host. */
export const offeredGroups: readonly SiteGroup[] = sites
  .map(groupOf)
  .filter((group) => !isAtInstall(group))
  .sort((a, b) => (a.host < b.host ? -1 : 1));

/** The site group of a page: that of the table, else its host. Null where no permission is possible or needed. */
export function siteGroupOf(url: string): SiteGroup | null {
  const address = parseWebAddress(url);
  if (address === null || address.protocol !== 'https:') return null;
  const [site] = sitesOfHost(sites, address.hostname);
  const host = address.hostname;
  const group = site
    ? groupOf(site)
    : { name: host, host: host.replace(/^www\./, ''), origins: [`https://${host}/*`] };
  return isAtInstall(group) ? null : group;
}

/** The site groups that are granted whole, and other hosts that are granted. */
export function grantedGroups(granted: readonly string[]): SiteGroup[] {
  const whole = offeredGroups.filter(({ origins }) =>
    origins.every((origin) => covers(granted, origin)),
  );
  const known = [...installHosts, ...whole.flatMap(({ origins }) => origins)];
  const others = granted
    .filter((origin) => !covers(known, origin))
    .flatMap((origin) => {
      const host = partsOf(origin)?.host;
      return host ? [{ name: host, host: host.replace(/^www\./, ''), origins: [origin] }] : [];
    });
  return [...others, ...whole];
}
