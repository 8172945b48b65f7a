/** Title and abstract from a page's markup, for pages whose meta tags lack them. */
import { limits } from '../text/sanitize.ts';
import { firstElements } from './elements.ts';
import { elementText, tidyText } from './page-text.ts';

const label =
  /^\s*(?:[Aa]bstract|ABSTRACT|[Ss]ummary|SUMMARY|R[ée]sum[ée]|Zusammenfassung|Resumen|Resumo|Riassunto|Аннотация|摘要|要旨)\s*(?:[:.：—–-]\s*|$|(?=[\p{Lu}\p{N}“"$(]))/u;
const heading = /^(?:h[1-6]|strong|b|dt|th|em|summary|span|div|p|header)$/i;
const headingWords = /^\s*(?:abstract|summary|r[ée]sum[ée])\s*[:.]?\s*$/i;
const abstractWords = /^\s*(?:abstract|r[ée]sum[ée])\s*[:.]?\s*$/i;
const otherBox =
  /highlight|graphical|teaser|author-?summary|plain-?language|keyword|subject|related|recommend|citation|button|\btoc\b(?!-section)|preview/i;
/** Elements that are always an abstract; the likely ones may be an editor's summary. */
const exactBoxes =
  '#abs > blockquote.abstract,.ltx_abstract,#abstract,.abstract,#Abs1-content,#Abs1,[role="doc-abstract"],.field-name-field-paper-description,.page-header__intro-inner';
const likelyBoxes = '[class*="bstract"],[id*="bstract"],[id^="Abs"]';
const minAbstractLength = 40;
const maxAbstractLength = 9000;

/**
 * The abstract as the page shows it, without its label; null when there is none. A heading “Summary”
 * counts only with `allowSummary`: on a page that may be no paper it can be of anything.
 */
export function bodyAbstract(document: Document, allowSummary: boolean): string | null {
  return (
    labeledBox(document, exactBoxes) ??
    labeledBox(document, likelyBoxes) ??
    afterHeading(document, allowSummary ? headingWords : abstractWords)
  );
}

function labeledBox(document: Document, selector: string): string | null {
  for (const box of firstElements(document, selector, 300)) {
    if (!/^(?:div|section|p|blockquote|td|dd|span|article)$/.test(box.localName)) continue;
    const names = `${box.getAttribute('class') ?? ''} ${box.id}`;
    if (otherBox.test(names) || box.querySelectorAll('.abstract').length === 1) continue;
    // In `<p id="abstract"><p>…` the parser closes the first paragraph: the text is in the next one.
    const nextBox =
      box.localName === 'p' && box.textContent?.trim() === '' ? box.nextElementSibling : null;
    const text = abstractText(nextBox ?? box);
    if (text !== null) return text;
  }
  return null;
}

function afterHeading(document: Document, pattern: RegExp): string | null {
  const headings = 'h1,h2,h3,h4,h5,h6,strong,b,dt,th,img[alt],.section-title,[class*="heading"]';
  for (const element of firstElements(document, headings, 2000)) {
    const words = element.getAttribute('alt') ?? element.textContent ?? '';
    if (words.length > 40 || !pattern.test(words)) continue;
    let next = element.nextElementSibling;
    // Hugging Face has a generated summary between the heading and the abstract.
    if (/AI-generated summary/i.test(next?.textContent ?? ''))
      next = next?.nextElementSibling ?? null;
    let text = next ? elementText(next, limits.abstract, isNotAbstract) : '';
    // An abstract may have several paragraphs; any other element is the whole abstract.
    while (next?.localName === 'p' && next.nextElementSibling?.localName === 'p') {
      next = next.nextElementSibling;
      text += ` ${elementText(next, limits.abstract, isNotAbstract)}`;
    }
    const found =
      clean(text) ??
      abstractText(element.parentElement) ??
      abstractText(element.parentElement?.nextElementSibling ?? null);
    if (found !== null) return found;
  }
  return null;
}

const otherParts =
  /key-?words?|kwd|highlight|physh|pub-?dates?|rights|copyright|licen[cs]e|figure|thumbnail|slideshow|\bdoi\b|clear-wrap|download|share/i;

function abstractText(box: Element | null): string | null {
  if (box === null || box === box.ownerDocument.body || linkTextShare(box) > 0.5) return null;
  return clean(elementText(box, limits.abstract, isNotAbstract));
}

/** The label, and other parts that publishers put into the abstract's element. */
function isNotAbstract(element: Element): boolean {
  const names = `${element.getAttribute('class') ?? ''} ${element.id}`;
  if (otherParts.test(names) && !/bstract/.test(names)) return true;
  if (/^(?:figure|dialog)$/.test(element.localName)) return true;
  const words = element.textContent ?? '';
  return heading.test(element.localName) && words.length < 24 && headingWords.test(words);
}

/** An abstract without the label “Abstract” before it. */
export function withoutLabel(text: string): string {
  return text.replace(label, '');
}

function clean(text: string): string | null {
  const body = withoutLabel(text).replace(
    /(?<=.{80})\s(?:(?:Key ?words?|Index terms|Keyphrases)\s*[:：—–-].*|DOI:\s*https?:.*|©\s?\d{4}.{0,120}|Graphical abstract)$/isu,
    '',
  );
  const found = tidyText(body, limits.abstract);
  return found !== null && found.length >= minAbstractLength && found.length <= maxAbstractLength
    ? found
    : null;
}

function linkTextShare(box: Element): number {
  const total = (box.textContent ?? '').trim().length;
  let links = 0;
  const anchors = box.querySelectorAll('a');
  for (let at = 0; at < anchors.length; at++)
    links += (anchors[at]?.textContent ?? '').trim().length;
  return total === 0 ? 1 : links / total;
}

/** The heading that the document's title repeats, else that title without the site's name. */
export function bodyTitle(document: Document): string | null {
  const latexml = document.querySelector('.ltx_title_document,#papertitle');
  const own = latexml ?? document.querySelector('h1.title.mathjax');
  if (own) return elementText(own, limits.title).replace(/^Title:\s*/, '') || null;
  const pageTitle = tidyText(document.querySelector('title')?.textContent, limits.title);
  const folded = fold(pageTitle ?? '');
  const cut = fold((pageTitle ?? '').split(/\.\.\.|…/)[0] ?? '');
  let first: string | null = null;
  for (const element of firstElements(document, 'h1,h2', 60)) {
    const text = elementText(element, limits.title, isFootnoteMark);
    if (text.length >= 8 && folded.includes(fold(text)) && fold(text).length * 3 > folded.length)
      return text;
    if (cut.length >= 20 && cut !== folded && fold(text).startsWith(cut)) return text;
    if (element.localName === 'h1' && text.length >= 12) first ??= text;
  }
  const bare = pageTitle?.replace(/\s+(?:[-–—|·•:]|::)\s+[^|]{1,60}$/, '') ?? '';
  // Two words are more often the site's name than a title.
  return first ?? (bare.split(' ').length > 2 ? bare : null);
}

/** The mark of a footnote after a title. */
function isFootnoteMark(element: Element): boolean {
  return element.localName === 'sup'
    ? element.querySelector('a') !== null || element.parentElement?.localName === 'a'
    : element.localName === 'a' && /^\s*[\d*†‡§☆★]{1,2}\s*$/u.test(element.textContent ?? '');
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
