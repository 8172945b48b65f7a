import type { Detection } from '../paper/paper.ts';

/**
 * What spoke for and against, one thing a line, to be read and copied by the user: the verdict,
 * the row of the site table, and the evidence. Whatever looks like an address is left out.
 */
export function evidenceText({
  kind,
  site,
  evidence,
}: Pick<Detection, 'kind' | 'site' | 'evidence'>): string {
  const lines = [`verdict: ${kind}`, `site table: ${site ?? 'no row'}`, ...new Set(evidence)];
  return lines.map((line) => line.replace(/\b[a-z]+:\/\/\S+/gi, '…')).join('\n');
}
