/**
 * arXiv's daily feed of a category (RSS 2.0; arXiv's help page "RSS specifications") to claims. A feed
 * holds what was announced on one day: new papers, papers cross-listed to the category, and new
 * versions of old ones, which are left out.
 */
import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import { parseArxivId } from '../../paper/arxiv-id.ts';
import { parseDoi } from '../../paper/doi.ts';
import type { Claim } from '../../paper/paper.ts';
import { clampText, limits } from '../../text/sanitize.ts';
import type { Day, Moment } from '../../time/days.ts';
import type { RejectedItem } from '../daily-papers-api.ts';
import { emptyClaim } from '../merge.ts';

export type ParsedFeed = { claims: Claim[]; refused: RejectedItem[] } | { error: string };

function elements(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.filter(
    (child): child is XmlElement => child.type === 'element' && (child as XmlElement).name === name,
  );
}

const text = (parent: XmlElement, name: string) => elements(parent, name)[0]?.text.trim() ?? '';

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** The day of a date as RSS writes it (RFC 822), in its own time zone: the day arXiv announced. */
function announcedOn(date: string): Day | null {
  const [, day = '', month = '', year = ''] =
    /(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})\b/.exec(date) ?? [];
  const number = months.indexOf(month) + 1;
  if (number === 0) return null;
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Authors are one text, with commas between them; names in parentheses are affiliations. */
function authorsOf(item: XmlElement): string[] {
  return elements(item, 'dc:creator')
    .flatMap((creator) => creator.text.replace(/\([^()]*\)/g, '').split(','))
    .slice(0, limits.authors)
    .map((name) => clampText(name, limits.name))
    .filter((name) => name !== '');
}

function claimOf(item: XmlElement, arxivId: string, title: string, seenAt: Moment): Claim {
  const authors = authorsOf(item);
  const isNew = text(item, 'arxiv:announce_type') === 'new';
  const abstract = text(item, 'description').replace(/^arXiv:\S+\s+Announce Type:[^\n]*\n/, '');
  return {
    source: 'arxiv',
    seenAt,
    ...emptyClaim,
    arxivId,
    doi: parseDoi(text(item, 'arxiv:DOI')),
    title,
    abstract: clampText(abstract.replace(/^Abstract:\s*/, ''), limits.abstract),
    authors,
    authorCount: authors.length === 0 ? null : authors.length,
    // What is cross-listed may be years old.
    published: isNew ? announcedOn(text(item, 'pubDate')) : null,
  };
}

/**
 * Reads one feed; `seenAt` is when it came. Entries that cannot be read are refused and the others
 * kept; `error` means that the whole is no such feed.
 */
export function parseArxivRss(rss: string, seenAt: Moment): ParsedFeed {
  let root: XmlElement | null;
  try {
    root = parseXml(rss).root;
  } catch {
    return { error: 'It is not XML.' };
  }
  const channel = root?.name === 'rss' ? elements(root, 'channel')[0] : undefined;
  if (channel === undefined) return { error: 'It is not an RSS feed.' };
  const claims: Claim[] = [];
  const refused: RejectedItem[] = [];
  for (const [index, item] of elements(channel, 'item').entries()) {
    if (text(item, 'arxiv:announce_type').startsWith('replace')) continue;
    const arxivId = parseArxivId(text(item, 'link')) ?? parseArxivId(text(item, 'guid'));
    const title = clampText(text(item, 'title'), limits.title);
    if (arxivId === null) refused.push({ index, reason: 'its link is not to an arXiv paper' });
    else if (title === '') refused.push({ index, reason: 'it has no title' });
    else claims.push(claimOf(item, arxivId, title, seenAt));
  }
  return { claims, refused };
}
