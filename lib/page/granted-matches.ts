/** Apart from site-groups.ts, so that the background does not load the site table. */
import { installHosts } from './hosts.ts';
import { covers, partsOf } from './match-pattern.ts';

/** The match patterns of sites that the user granted, beyond those granted at install. */
export function grantedMatches(granted: readonly string[]): string[] {
  return granted
    .filter((origin) => partsOf(origin) !== null && !covers(installHosts, origin))
    .sort();
}
