/** Documents that are not what their address promises: errors, bot challenges, lists. */

const challenge =
  /^(?:just a moment|attention required|one moment,? please|checking your browser|please wait|security check|verify(?:ing)? you are|are you (?:a )?(?:human|robot)|human verification|robot (?:check|challenge)|bot (?:check|verification)|client challenge|validate user|radware|pardon our interruption|ddos-guard|request (?:blocked|rejected|unsuccessful)|access (?:to this page has been )?denied|you have been blocked|making sure you.re not a bot|(?:\S+ )?captcha\b|vercel security|nur einen moment|un instant|un momento|お待ちください)/i;
const error =
  /^(?:(?:error\s*)?(?:4\d\d|5\d\d)\b|error\b.{0,24}$|(?:page|paper|article|document|content|doi|item|file|record|object|abstract|preprint|resource) (?:was )?(?:not|could not be) (?:be )?found|not found|oops|whoops|sorry|we.re sorry|something went wrong|seite nicht gefunden|page introuvable|página no encontrada|pagina non trovata|cookies? (?:not supported|absent)|session (?:has )?(?:expired|timed out)|bad request|forbidden|unauthori[sz]ed|internal server error|service (?:is )?(?:temporarily )?unavailable|bad gateway|gateway time-?out|too many requests|rate exceeded|(?:site |under )?maintenance|article identifier|invalid (?:article|paper|identifier)|identifier .{0,40}not recogni[sz]ed|no html for|html (?:is )?not available|pdf unavailable|sign in|log ?in\b|redirecting|page (?:has )?moved|object moved)|\b(?:page not found|404 not found|(?:404|500) error|error 404)\b|[-–|] 404$/i;
const list =
  /^(?:search(?: results?)?(?:$|\W)|results? for|table of contents|browse\b|archive of|all content items|list of|(?:vol(?:ume|\.)|issue)\s+\d|current issue|latest (?:articles|papers)|new submissions|daily papers)|\b(?:all content items|search results|table of contents)\s*$/i;

/** What is wrong with a document as a paper's page, in a few words; null when nothing is seen. */
export function documentFault(document: Document, hasWork: boolean): string | null {
  const title = windowTitle(document);
  if (challenge.test(title) && !hasWork) return `challenge: “${title.slice(0, 60)}”`;
  if (error.test(title) && !hasWork) return `error page: “${title.slice(0, 60)}”`;
  if (
    document.querySelector(
      '#challenge-form,#challenge-running,#cf-challenge-running,#px-captcha,#cf-error-details',
    )
  )
    return hasWork ? null : 'challenge: its form is on the page';
  const marker = hasWork ? null : challengeMarker(document);
  if (marker !== null) return `challenge: ${marker}`;
  const heading = (document.querySelector('h1')?.textContent ?? '').trim();
  if (!hasWork && heading.length < 80 && (error.test(heading) || challenge.test(heading)))
    return `error page: “${heading.slice(0, 60)}”`;
  return null;
}

/** What bot guards leave on a page whose title tells nothing. */
function challengeMarker(document: Document): string | null {
  if (document.getElementsByTagName('p').length > 40) return null;
  const scripts = document.querySelectorAll('script');
  for (let at = 0; at < Math.min(scripts.length, 30); at++) {
    const script = scripts[at] as Element;
    const source = `${script.getAttribute('src') ?? ''} ${(script.textContent ?? '').slice(0, 3000)}`;
    const found =
      /_cf_chl_opt|captcha-delivery\.com|_Incapsula_Resource|px-captcha|perfdrive\.com/.exec(
        source,
      );
    if (found) return found[0];
  }
  const text = (document.body?.textContent ?? '').trim();
  const words =
    /enable javascript and cookies to continue|verify(?:ing)? (?:that )?you are (?:a )?human|you are not a robot|unusual traffic|disable any ad blocker/i;
  return text.length < 1500 ? (words.exec(text)?.[0] ?? null) : null;
}

/** Why a document is a list of papers; null when it is not seen to be one. */
export function listingSign(document: Document, works: number): string | null {
  if (document.querySelector('dl#articles,#dlpage > dl')) return 'arXiv’s list of articles';
  if (document.querySelectorAll('li.arxiv-result').length > 1) return 'arXiv’s search results';
  if (document.querySelector('[data-target="DailyPapers"]')) return 'Hugging Face’s daily papers';
  if (works > 1) return `${works} works described`;
  const title = windowTitle(document);
  return list.test(title) ? `title of a list: “${title.slice(0, 60)}”` : null;
}

function windowTitle(document: Document): string {
  return (document.querySelector('title')?.textContent ?? '').replace(/\s+/g, ' ').trim();
}
