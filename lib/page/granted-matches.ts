/** For the background, which needs no site table for it. */
import { installHosts } from './hosts.ts';
import { covers, partsOf } from './match-pattern.ts';

/** Patterns on which scripts of granted sites are to run: all that is granted beyond the install. */
export function grantedMatches(granted: readonly string[]): string[] {
  return granted
    .filter((origin) => partsOf(origin) !== null && !covers(installHosts, origin))
    .sort();
}
