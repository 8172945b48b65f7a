import type { Detection } from '../paper/paper.ts';

/**
 * A verdict for the user to read and copy, one line each: kind, row of the site table, evidence.
 * Without anything that looks like an address, since users paste it into public reports.
 */
export function evidenceText({
  kind,
  site,
  evidence,
}: Pick<Detection, 'kind' | 'site' | 'evidence'>): string {
  const lines = [`verdict: ${kind}`, `site table: ${site ?? 'no row'}`, ...new Set(evidence)];
  return lines.map((line) => line.replace(/\b[a-z]+:\/\/\S+/gi, '…')).join('\n');
}
