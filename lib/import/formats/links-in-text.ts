import { httpsUrl } from '../../text/sanitize.ts';

const codeHosts: ReadonlySet<string> = new Set([
  'github.com',
  'gitlab.com',
  'bitbucket.org',
  'codeberg.org',
]);

/**
 * The first code repository and the first project page among the `https:` addresses of an abstract. A
 * project page is at `github.io`, or follows the word "page" or "site" in its sentence.
 */
export function linksIn(text: string): { codeUrl: string | null; projectUrl: string | null } {
  let codeUrl: string | null = null;
  let projectUrl: string | null = null;
  for (const match of text.matchAll(/https:\/\/[^\s{}<>"'`\\]{4,500}/g)) {
    const url = httpsUrl(match[0].replace(/[.,;:!?)\]]+$/, ''));
    if (url === null) continue;
    const host = new URL(url).hostname.replace(/^www\./, '');
    const before = text.slice(Math.max(0, match.index - 40), match.index);
    if (codeHosts.has(host)) codeUrl ??= url;
    else if (host.endsWith('.github.io') || /\b(?:page|web ?site)\b[^.]*$/i.test(before)) {
      projectUrl ??= url;
    }
  }
  return { codeUrl, projectUrl };
}
