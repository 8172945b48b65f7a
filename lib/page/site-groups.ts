/** Sites that a user can give to Kindred for good, one family at a time. */
import { parseWebAddress } from '../paper/web-address.ts';
import { installHosts, matchesOf } from './hosts.ts';
import { covers, partsOf } from './match-pattern.ts';
import { type Site, sitesOfHost } from './sites/site.ts';
import { sites } from './sites/table.ts';

export interface SiteGroup {
  /** A row of the site table, or the host of a site that has none. */
  name: string;
  /** How it is called: its first host, without `www.`. */
  host: string;
  /** Match patterns of the permission. */
  origins: readonly string[];
}

function familyOf(site: Site): SiteGroup {
  const host = (site.hosts[0] ?? site.name).replace(/^(?:www|\*)\./, '');
  return { name: site.name, host, origins: matchesOf(site) };
}

const atInstall = (family: SiteGroup) =>
  family.origins.every((origin) => covers(installHosts, origin));

/** Every family of the table that is not Kindred's from the start, by host. */
export const offeredGroups: readonly SiteGroup[] = sites
  .map(familyOf)
  .filter((family) => !atInstall(family))
  .sort((a, b) => (a.host < b.host ? -1 : 1));

/** The family of a page: the table's, else its own host. Null where a browser gives no access. */
export function siteGroupOf(url: string): SiteGroup | null {
  const address = parseWebAddress(url);
  if (address === null || address.protocol !== 'https:') return null;
  const [site] = sitesOfHost(sites, address.hostname);
  const host = address.hostname;
  const family = site
    ? familyOf(site)
    : { name: host, host: host.replace(/^www\./, ''), origins: [`https://${host}/*`] };
  return atInstall(family) ? null : family;
}

/** The families that the granted patterns give whole, and hosts of no family that they name. */
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
