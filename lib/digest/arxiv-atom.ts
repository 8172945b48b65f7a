/**
 * Answers of arXiv's metadata API (Atom; arXiv API user's manual, "Details of Atom results
 * returned") to claims. An id that does not exist has no entry; a request that arXiv cannot read is
 * answered by one entry that tells why.
 */
import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import { parseArxivId } from '../paper/arxiv-id.ts';
import { parseDoi } from '../paper/doi.ts';
import type { Claim } from '../paper/paper.ts';
import { clampText, limits } from '../text/sanitize.ts';
import { type Moment, parseDay } from '../time/days.ts';
import type { RejectedItem } from './daily-papers-api.ts';
import { emptyClaim } from './merge.ts';

export type ParsedArxivAtom = { claims: Claim[]; refused: RejectedItem[] } | { error: string };

const withdrawal =
  /^\s*this (?:paper|article|submission|manuscript|work) (?:has been|was|is) withdrawn/i;

function elements(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.filter(
    (child): child is XmlElement => child.type === 'element' && (child as XmlElement).name === name,
  );
}

function text(parent: XmlElement, name: string): string {
  return elements(parent, name)[0]?.text ?? '';
}

function claimOf(entry: XmlElement, arxivId: string, title: string, seenAt: Moment): Claim {
  const authors = elements(entry, 'author')
    .slice(0, limits.authors)
    .map((author) => clampText(text(author, 'name'), limits.name))
    .filter((name) => name !== '');
  const summary = text(entry, 'summary');
  return {
    source: 'arxiv',
    seenAt,
    ...emptyClaim,
    arxivId,
    doi: parseDoi(text(entry, 'arxiv:doi')),
    title,
    abstract: clampText(summary, limits.abstract),
    authors,
    authorCount: authors.length === 0 ? null : authors.length,
    published: parseDay(text(entry, 'published').trim()),
    withdrawn: withdrawal.test(text(entry, 'arxiv:comment')) || withdrawal.test(summary),
  };
}

/**
 * Reads one answer; `seenAt` is when it came. Entries that cannot be read are refused and the
 * others kept; `error` is arXiv's own word on the request, or that the text is no Atom feed.
 */
export function parseArxivAtom(atom: string, seenAt: Moment): ParsedArxivAtom {
  let feed: XmlElement | null;
  try {
    feed = parseXml(atom).root;
  } catch {
    return { error: 'It is not XML.' };
  }
  if (feed?.name !== 'feed') return { error: 'It is not an Atom feed.' };
  const claims: Claim[] = [];
  const refused: RejectedItem[] = [];
  for (const [index, entry] of elements(feed, 'entry').entries()) {
    const id = text(entry, 'id').trim();
    if (/^https?:\/\/arxiv\.org\/api\/errors/.test(id)) {
      return {
        error: clampText(text(entry, 'summary'), limits.name) || 'arXiv reports an error.',
      };
    }
    const arxivId = parseArxivId(id);
    const title = clampText(text(entry, 'title'), limits.title);
    if (arxivId === null) refused.push({ index, reason: 'its id is not an arXiv id' });
    else if (title === '') refused.push({ index, reason: 'it has no title' });
    else claims.push(claimOf(entry, arxivId, title, seenAt));
  }
  return { claims, refused };
}
