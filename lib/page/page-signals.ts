/**
 * Signals of a page about one paper that has no tags: the only DOI or PubMed id, the arXiv button, the
 * PDF, the references, the fields of a record.
 */
import { parseArxivId } from '../paper/arxiv-id.ts';
import { parseDoi } from '../paper/doi.ts';
import { firstElements } from './elements.ts';

export interface PageSignals {
  /** The only DOI on the page. */
  doi: string | null;
  /** The arXiv id of links labeled “arXiv”, “Paper” or “PDF”, if all agree. */
  arxivId: string | null;
  hasPubmedId: boolean;
  hasPdf: boolean;
  hasAuthors: boolean;
  hasReferences: boolean;
  /** Whether fields are labeled title, authors and abstract. */
  hasRecordFields: boolean;
  /** What the page is about instead of a paper: a talk, a call, a position. */
  competingType: string | null;
}

const maxElements = 4000;
const maxTextLength = 600_000;
const paperLink =
  /^\W*(?:arxiv|paper|pdf|preprint|read the paper|full paper|paper \(arxiv\)|arxiv preprint)\W*$/i;
const pdfLink =
  /^\W*(?:full[ -]?text|pdf|download(?: pdf)?|(?:full|view|read) (?:paper|article|pdf)|paper)\b/i;

/** Reads the signals in the first links and the beginning of the text. */
export function pageSignals(document: Document): PageSignals {
  const dois = new Set<string>();
  const arxivIds = new Set<string>();
  let hasPdf = false;
  for (const anchor of firstElements(document, 'a[href]', maxElements)) {
    const href = anchor.getAttribute('href') ?? '';
    const words = (anchor.textContent ?? '').trim().slice(0, 60);
    hasPdf ||= /\.pdf$/i.test(href.replace(/[?#].*/, '')) && pdfLink.test(words);
    if (!/^https?:\/\//i.test(href)) continue;
    const doi = parseDoi(href);
    if (doi !== null) dois.add(doi);
    const id = paperLink.test(words) ? parseArxivId(href) : null;
    if (id !== null) arxivIds.add(id);
  }
  const text = (document.body?.textContent ?? '').slice(0, maxTextLength);
  for (const match of text.matchAll(/\bdoi\s?[:：]\s{0,3}(10\.\d{4,9}\/[^\s"<>]{1,200})/gi)) {
    const doi = parseDoi(match[1] ?? '');
    if (doi !== null) dois.add(doi);
    if (dois.size > 1) break;
  }
  const pubmed = new Set([...text.matchAll(/\bPMID:\s{0,3}(\d{3,9})\b/g)].map((match) => match[1]));
  const labels = labelsOf(document);
  return {
    doi: only(dois),
    arxivId: only(arxivIds),
    hasPubmedId: pubmed.size === 1,
    hasPdf,
    hasAuthors:
      document.querySelector(
        '.authors,.author-list,.ltx_authors,.author-names,[rel="author"],[itemprop="author"]',
      ) !== null,
    hasReferences: labels.has('references'),
    competingType: competingTypeOf(document, text),
    hasRecordFields: labels.has('title') && labels.has('authors') && labels.has('abstract'),
  };
}

const otherTitle =
  /^(?:(?:invited |guest |tech |conference )?talks?|seminars?|colloquium|(?:distinguished |public )?lectures?|keynotes?|tutorials?|workshops?|call for (?:papers|abstracts|participation)|cfp|(?:ph\.?d\.?|postdoc(?:toral)?|research|job) (?:position|opening|fellowship)s?|jobs?|episode|podcast|(?:paper|book) (?:review|summary|notes)|reviews?|reading group|journal club|thesis defen[cs]e|courses?)\b/i;
const speaker = /\b(?:speakers?|presenters?|lecturers?|instructors?|hosted by|posted by)\s*[:：]/i;

function competingTypeOf(document: Document, text: string): string | null {
  const titles = ['title', 'h1'].map((name) => document.querySelector(name)?.textContent ?? '');
  const part = titles
    .flatMap((title) => title.split(/\s+[-–—|·•»:]+\s+|\s*[|:]\s*/))
    .find((one) => otherTitle.test(one.trim()));
  if (part !== undefined) return `called “${part.trim().slice(0, 40)}”`;
  const role = speaker.exec(text.slice(0, 5000));
  return role === null ? null : `names a ${role[0].replace(/s?\s*[:：]$/, '').toLowerCase()}`;
}

function only(values: Set<string>): string | null {
  return values.size === 1 ? ([...values][0] ?? null) : null;
}

const labelKinds: readonly [string, RegExp][] = [
  [
    'references',
    /^(?:references|bibliography|works cited|literature cited|notes and references|literaturverzeichnis|referencias|referências|références|bibliographie|riferimenti bibliografici|список литературы|参考文献)$/i,
  ],
  ['title', /^title$/i],
  ['authors', /^(?:authors?(?:\(s\))?|contributors?|creators?)$/i],
  ['abstract', /^(?:abstract|summary)$/i],
];

function labelsOf(document: Document): Set<string> {
  const found = new Set<string>();
  const labels = 'h1,h2,h3,h4,h5,strong,b,dt,th,.ltx_title_bibliography';
  for (const element of firstElements(document, labels, maxElements)) {
    const words = element.textContent ?? '';
    if (words.length > 60) continue;
    const bare = words.replace(/^[\s\d.:]+|[\s.:]+$/g, '');
    for (const [kind, pattern] of labelKinds) if (pattern.test(bare)) found.add(kind);
  }
  return found;
}
