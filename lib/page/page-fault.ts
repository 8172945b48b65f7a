/** Documents that are not the paper of their address: errors, bot challenges, lists. */
import { firstElements } from './elements.ts';

// Matched against whole parts of a title, because papers have titles like “Search for dark matter” and
// “Oops I took a gradient”.
const challenge =
  /^(?:just a moment|attention required|one moment,? please|checking your browser.*|please wait|security check(?:point)?|vercel security checkpoint|verify(?:ing)? (?:that )?you are .*|are you (?:a )?(?:human|robot)|(?:human|bot|robot) (?:verification|check|challenge)|client challenge|validate user|radware .*|pardon our interruption|ddos-guard|request (?:blocked|rejected|unsuccessful)|access (?:to this page has been )?denied|you have been blocked|making sure you.re not a bot|(?:\S+ )?captcha(?: page)?|nur einen moment|un instant|un momento|お待ちください)$/i;
const error =
  /^(?:(?:http )?(?:error )?[45]\d\d(?:[ :,]+(?:not found|forbidden|error|page|unauthori[sz]ed|bad|internal|service|gateway|too many|file|client|server|gone|rate).*)?|error(?: \d+| page)?|(?:an )?(?:unknown |unexpected )?error (?:has )?occurred.*|(?:the |this )?(?:requested )?(?:page|paper|article|document|content|doi|item|file|record|object|abstract|preprint|resource)(?: you requested)? (?:was |could |can ?|does |is )?not (?:be )?(?:found|available|exist|displayed).*|not found|(?:oops|whoops|sorry|we.re sorry)[!.,]?(?: .*(?:wrong|found|error|exist|problem|available|request).*)?|something went wrong.*|bad request|forbidden|unauthori[sz]ed|internal server error|service (?:is )?(?:temporarily )?unavailable|bad gateway|gateway time-?out|too many requests|rate (?:limit )?exceeded|(?:site |under |scheduled )?maintenance|article identifier .*|(?:invalid|unknown) (?:article |paper )?identifier.*|identifier .* not recogni[sz]ed.*|no (?:html|pdf|paper) for .*|html (?:is )?not available.*|pdf unavailable.*|(?:please )?(?:sign|log) ?in|redirecting|(?:page|object) (?:has )?moved|cookies? (?:not supported|absent|required)|session (?:has )?(?:expired|timed out)|seite nicht gefunden|page introuvable|página no encontrada|pagina non trovata)$/i;
const list =
  /^(?:(?:advanced )?search(?: results?)?|search results for .*|table of contents.*|browse(?: by .*| all.*)?|all content items|current issue|archives?|past issues|all issues|latest (?:articles|papers|issue)|new submissions|daily papers|vol(?:ume|\.)? ?\d+.*(?:issue|no\.?|number) ?\d+.*)$/i;

/** Whether a title, or one of its parts between dashes or bars, matches as a whole. */
function matchesPart(pattern: RegExp, title: string): boolean {
  return [title, ...title.split(/\s+[-–—|·•»:]+\s+|\s*\|\s*/)].some((part) =>
    pattern.test(part.replace(/[\s.!?…]+$/, '')),
  );
}

/** Why a document is not the paper's page, in a few words; null when it seems to be. */
export function documentFault(document: Document, hasWork: boolean): string | null {
  const title = pageTitle(document);
  if (!hasWork && matchesPart(challenge, title)) return `challenge: “${title.slice(0, 60)}”`;
  if (!hasWork && matchesPart(error, title)) return `error page: “${title.slice(0, 60)}”`;
  if (
    document.querySelector(
      '#challenge-form,#challenge-running,#cf-challenge-running,#px-captcha,#cf-error-details',
    )
  )
    return hasWork ? null : 'challenge: its form is on the page';
  const marker = hasWork ? null : challengeMarker(document);
  if (marker !== null) return `challenge: ${marker}`;
  const heading = (document.querySelector('h1')?.textContent ?? '').trim();
  if (
    !hasWork &&
    heading.length < 80 &&
    (matchesPart(error, heading) || matchesPart(challenge, heading))
  )
    return `error page: “${heading.slice(0, 60)}”`;
  return null;
}

/** The mark of a bot challenge whose title does not show it. */
function challengeMarker(document: Document): string | null {
  if (document.getElementsByTagName('p').length > 40) return null;
  for (const script of firstElements(document, 'script', 30)) {
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

/** Why a document is a list of papers; null when it seems not to be. */
export function listingSign(document: Document, works: number): string | null {
  if (document.querySelector('dl#articles,#dlpage > dl')) return 'arXiv’s list of articles';
  if (document.querySelectorAll('li.arxiv-result').length > 1) return 'arXiv’s search results';
  if (document.querySelector('[data-target="DailyPapers"]')) return 'Hugging Face’s daily papers';
  if (works > 1) return `${works} works described`;
  const title = pageTitle(document);
  return matchesPart(list, title) ? `title of a list: “${title.slice(0, 60)}”` : null;
}

const collection =
  /(?<!\p{L})(?:theses|tesi|thèses|dissertations|publications|preprints|technical reports|working papers|accepted papers|proceedings)(?!\p{L})/iu;
const minRows = 4;

/** A table of works on a page with a title like “Theses”, as institutes have; null when there is none. */
export function tableOfWorks(document: Document): string | null {
  const title = pageTitle(document);
  if (!collection.test(title)) return null;
  const works = firstElements(document, 'tr', 2000).filter(
    (row) => row.querySelectorAll('td').length >= 3 && row.querySelector('a[href]'),
  );
  return works.length < minRows ? null : `table of works: “${title.slice(0, 60)}”`;
}

function pageTitle(document: Document): string {
  return (document.querySelector('title')?.textContent ?? '').replace(/\s+/g, ' ').trim();
}
