/** Title and abstract from a page's markup, for pages whose meta tags do not give them. */
import { elementText, pageTextLimits, tidyText } from './page-text.ts';

const label =
  /^\s*(?:[Aa]bstract|ABSTRACT|[Ss]ummary|SUMMARY|R[ée]sum[ée]|Zusammenfassung|Resumen|Resumo|Riassunto|Аннотация|摘要|要旨)\s*(?:[:.：—–-]\s*|$|(?=[\p{Lu}\p{N}“"$(]))/u;
const heading = /^(?:h[1-6]|strong|b|dt|th|em|summary|span|div|p|header)$/i;
const headingWords = /^\s*(?:abstract|summary|r[ée]sum[ée])\s*[:.]?\s*$/i;
const abstractWords = /^\s*(?:abstract|r[ée]sum[ée])\s*[:.]?\s*$/i;
const otherBox =
  /highlight|graphical|teaser|author-?summary|plain-?language|keyword|subject|related|recommend|citation|button|\btoc\b(?!-section)|preview/i;
/** Boxes that can be nothing else; the others may hold an editor's summary beside it. */
const exactBoxes =
  '#abs > blockquote.abstract,.ltx_abstract,#abstract,.abstract,#Abs1-content,#Abs1,[role="doc-abstract"],.field-name-field-paper-description,.page-header__intro-inner';
const likelyBoxes = '[class*="bstract"],[id*="bstract"],[id^="Abs"]';
const shortest = 40;
const longest = 9000;

/**
 * The abstract as the page shows it, its label left out; null when none can be told. A heading
 * “Summary” counts with `summaries`: on any page it may be anything's.
 */
export function bodyAbstract(document: Document, summaries: boolean): string | null {
  return (
    labeledBox(document, exactBoxes) ??
    labeledBox(document, likelyBoxes) ??
    afterHeading(document, summaries ? headingWords : abstractWords)
  );
}

function labeledBox(document: Document, selector: string): string | null {
  const boxes = document.querySelectorAll(selector);
  for (let at = 0; at < Math.min(boxes.length, 300); at++) {
    const box = boxes[at] as Element;
    if (!/^(?:div|section|p|blockquote|td|dd|span|article)$/.test(box.localName)) continue;
    const names = `${box.getAttribute('class') ?? ''} ${box.id}`;
    if (otherBox.test(names) || box.querySelectorAll('.abstract').length === 1) continue;
    // `<p id="abstract"><p>…` closes the first paragraph: the text is in the next one.
    const follower =
      box.localName === 'p' && box.textContent?.trim() === '' ? box.nextElementSibling : null;
    const text = abstractText(follower ?? box);
    if (text !== null) return text;
  }
  return null;
}

function afterHeading(document: Document, named: RegExp): string | null {
  const headings = document.querySelectorAll(
    'h1,h2,h3,h4,h5,h6,strong,b,dt,th,img[alt],.section-title,[class*="heading"]',
  );
  for (let at = 0; at < Math.min(headings.length, 2000); at++) {
    const element = headings[at] as Element;
    const words = element.getAttribute('alt') ?? element.textContent ?? '';
    if (words.length > 40 || !named.test(words)) continue;
    let next = element.nextElementSibling;
    // Hugging Face puts a machine's summary between the heading and the abstract.
    if (/AI-generated summary/i.test(next?.textContent ?? ''))
      next = next?.nextElementSibling ?? null;
    let text = next ? elementText(next, pageTextLimits.abstract, isBesideAbstract) : '';
    // Paragraphs may go on; any other box is the whole abstract.
    while (next?.localName === 'p' && next.nextElementSibling?.localName === 'p') {
      next = next.nextElementSibling;
      text += ` ${elementText(next, pageTextLimits.abstract, isBesideAbstract)}`;
    }
    const found =
      clean(text) ??
      abstractText(element.parentElement) ??
      abstractText(element.parentElement?.nextElementSibling ?? null);
    if (found !== null) return found;
  }
  return null;
}

const besides =
  /key-?words?|kwd|highlight|physh|pub-?dates?|rights|copyright|licen[cs]e|figure|thumbnail|slideshow|\bdoi\b|clear-wrap|download|share/i;

function abstractText(box: Element | null): string | null {
  if (box === null || box === box.ownerDocument.body || linkShare(box) > 0.5) return null;
  return clean(elementText(box, pageTextLimits.abstract, isBesideAbstract));
}

/** The label itself, and what publishers put into the abstract's box behind it. */
function isBesideAbstract(element: Element): boolean {
  const names = `${element.getAttribute('class') ?? ''} ${element.id}`;
  if (besides.test(names) && !/bstract/.test(names)) return true;
  if (/^(?:figure|dialog)$/.test(element.localName)) return true;
  const words = element.textContent ?? '';
  return heading.test(element.localName) && words.length < 24 && headingWords.test(words);
}

/** An abstract without the word “Abstract” before it. */
export function withoutLabel(text: string): string {
  return text.replace(label, '');
}

function clean(text: string): string | null {
  const body = withoutLabel(text).replace(
    /(?<=.{80})\s(?:(?:Key ?words?|Index terms|Keyphrases)\s*[:：—–-].*|DOI:\s*https?:.*|©\s?\d{4}.{0,120}|Graphical abstract)$/isu,
    '',
  );
  const found = tidyText(body, pageTextLimits.abstract);
  return found !== null && found.length >= shortest && found.length <= longest ? found : null;
}

function linkShare(box: Element): number {
  const whole = (box.textContent ?? '').trim().length;
  let links = 0;
  const anchors = box.querySelectorAll('a');
  for (let at = 0; at < anchors.length; at++)
    links += (anchors[at]?.textContent ?? '').trim().length;
  return whole === 0 ? 1 : links / whole;
}

/** The heading that the window's title repeats, else that title without the site's name behind it. */
export function bodyTitle(document: Document): string | null {
  const latexml = document.querySelector('.ltx_title_document,#papertitle');
  const own = latexml ?? document.querySelector('h1.title.mathjax');
  if (own) return elementText(own, pageTextLimits.title).replace(/^Title:\s*/, '') || null;
  const window = tidyText(document.querySelector('title')?.textContent, pageTextLimits.title);
  const folded = fold(window ?? '');
  const cut = fold((window ?? '').split(/\.\.\.|…/)[0] ?? '');
  const headings = document.querySelectorAll('h1,h2');
  let first: string | null = null;
  for (let at = 0; at < Math.min(headings.length, 60); at++) {
    const element = headings[at] as Element;
    const text = elementText(element, pageTextLimits.title, isNoteMark);
    if (text.length >= 8 && folded.includes(fold(text)) && fold(text).length * 3 > folded.length)
      return text;
    if (cut.length >= 20 && cut !== folded && fold(text).startsWith(cut)) return text;
    if (element.localName === 'h1' && text.length >= 12) first ??= text;
  }
  const bare = window?.replace(/\s+(?:[-–—|·•:]|::)\s+[^|]{1,60}$/, '') ?? '';
  // Two words are the site's name more often than a title.
  return first ?? (bare.split(' ').length > 2 ? bare : null);
}

/** A footnote's number set behind a title. */
function isNoteMark(element: Element): boolean {
  return element.localName === 'sup'
    ? element.querySelector('a') !== null || element.parentElement?.localName === 'a'
    : element.localName === 'a' && /^\s*[\d*†‡§☆★]{1,2}\s*$/u.test(element.textContent ?? '');
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
