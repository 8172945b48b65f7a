/**
 * Parses arXiv's daily feed of a category (RSS 2.0; arXiv's help page "RSS specifications") into
 * claims. A feed contains the announcements of one day: new papers, papers cross-listed to the
 * category, and new versions, which are skipped.
 */
import type { XmlElement } from '@rgrove/parse-xml';
import { parseArxivId } from '../../paper/arxiv-id.ts';
import { parseDoi } from '../../paper/doi.ts';
import type { Claim } from '../../paper/paper.ts';
import { clampText, limits } from '../../text/sanitize.ts';
import type { Day, Moment } from '../../time/days.ts';
import type { RejectedItem } from '../daily-papers-api.ts';
import { emptyClaim } from '../merge.ts';
import { childElements, childText, parseRoot } from '../xml.ts';

type ParsedFeed = { claims: Claim[]; refused: RejectedItem[] } | { error: string };

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** The day of an RSS date (RFC 822) in its own time zone: the day on which arXiv announced. */
function announcedOn(date: string): Day | null {
  const [, day = '', month = '', year = ''] =
    /(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})\b/.exec(date) ?? [];
  const number = months.indexOf(month) + 1;
  if (number === 0) return null;
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Authors are one text, separated by commas; affiliations are in parentheses. */
function authorsOf(item: XmlElement): string[] {
  return childElements(item, 'dc:creator')
    .flatMap((creator) => creator.text.replace(/\([^()]*\)/g, '').split(','))
    .slice(0, limits.authors)
    .map((name) => clampText(name, limits.name))
    .filter((name) => name !== '');
}

function claimOf(item: XmlElement, arxivId: string, title: string, seenAt: Moment): Claim {
  const authors = authorsOf(item);
  const isNew = childText(item, 'arxiv:announce_type') === 'new';
  const abstract = childText(item, 'description').replace(
    /^arXiv:\S+\s+Announce Type:[^\n]*\n/,
    '',
  );
  return {
    source: 'arxiv',
    seenAt,
    ...emptyClaim,
    arxivId,
    doi: parseDoi(childText(item, 'arxiv:DOI')),
    title,
    abstract: clampText(abstract.replace(/^Abstract:\s*/, ''), limits.abstract),
    authors,
    authorCount: authors.length === 0 ? null : authors.length,
    // A cross-listed paper may be years old.
    published: isNew ? announcedOn(childText(item, 'pubDate')) : null,
  };
}

/**
 * Parses one feed; `seenAt` is when it arrived. Items that cannot be read are rejected and the others
 * kept; `error` means that the text is not such a feed.
 */
export function parseArxivRss(rss: string, seenAt: Moment): ParsedFeed {
  const root = parseRoot(rss);
  if (root === null) return { error: 'It is not XML.' };
  const channel = root.name === 'rss' ? childElements(root, 'channel')[0] : undefined;
  if (channel === undefined) return { error: 'It is not an RSS feed.' };
  const claims: Claim[] = [];
  const refused: RejectedItem[] = [];
  for (const [index, item] of childElements(channel, 'item').entries()) {
    if (childText(item, 'arxiv:announce_type').startsWith('replace')) continue;
    const arxivId = parseArxivId(childText(item, 'link')) ?? parseArxivId(childText(item, 'guid'));
    const title = clampText(childText(item, 'title'), limits.title);
    if (arxivId === null) refused.push({ index, reason: 'its link is not to an arXiv paper' });
    else if (title === '') refused.push({ index, reason: 'it has no title' });
    else claims.push(claimOf(item, arxivId, title, seenAt));
  }
  return { claims, refused };
}
