/**
 * Parses answers of arXiv's metadata API (Atom; arXiv API user's manual, "Details of Atom results
 * returned") into claims. An id that does not exist has no entry; to a malformed request arXiv
 * answers one entry that says why.
 */
import type { XmlElement } from '@rgrove/parse-xml';
import { parseArxivId } from '../paper/arxiv-id.ts';
import { parseDoi } from '../paper/doi.ts';
import type { Claim } from '../paper/paper.ts';
import { clampText, limits } from '../text/sanitize.ts';
import { type Moment, parseDay } from '../time/days.ts';
import type { RejectedItem } from './daily-papers-api.ts';
import { emptyClaim } from './merge.ts';
import { childElements, childText, parseRoot } from './xml.ts';

type ParsedArxivAtom = { claims: Claim[]; refused: RejectedItem[] } | { error: string };

const withdrawal =
  /^\s*this (?:paper|article|submission|manuscript|work) (?:has been|was|is) withdrawn/i;

function claimOf(entry: XmlElement, arxivId: string, title: string, seenAt: Moment): Claim {
  const authors = childElements(entry, 'author')
    .slice(0, limits.authors)
    .map((author) => clampText(childText(author, 'name'), limits.name))
    .filter((name) => name !== '');
  const summary = childText(entry, 'summary');
  return {
    source: 'arxiv',
    seenAt,
    ...emptyClaim,
    arxivId,
    doi: parseDoi(childText(entry, 'arxiv:doi')),
    title,
    abstract: clampText(summary, limits.abstract),
    authors,
    authorCount: authors.length === 0 ? null : authors.length,
    published: parseDay(childText(entry, 'published')),
    withdrawn: withdrawal.test(childText(entry, 'arxiv:comment')) || withdrawal.test(summary),
  };
}

/**
 * Parses one answer; `seenAt` is when it arrived. Entries that cannot be read are rejected and the
 * others kept. `error` is arXiv's own message, or says that the text is not an Atom feed.
 */
export function parseArxivAtom(atom: string, seenAt: Moment): ParsedArxivAtom {
  const feed = parseRoot(atom);
  if (feed === null) return { error: 'It is not XML.' };
  if (feed.name !== 'feed') return { error: 'It is not an Atom feed.' };
  const claims: Claim[] = [];
  const refused: RejectedItem[] = [];
  for (const [index, entry] of childElements(feed, 'entry').entries()) {
    const id = childText(entry, 'id');
    if (/^https?:\/\/arxiv\.org\/api\/errors/.test(id)) {
      return {
        error: clampText(childText(entry, 'summary'), limits.name) || 'arXiv reports an error.',
      };
    }
    const arxivId = parseArxivId(id);
    const title = clampText(childText(entry, 'title'), limits.title);
    if (arxivId === null) refused.push({ index, reason: 'its id is not an arXiv id' });
    else if (title === '') refused.push({ index, reason: 'it has no title' });
    else claims.push(claimOf(entry, arxivId, title, seenAt));
  }
  return { claims, refused };
}
