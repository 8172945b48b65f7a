/** schema.org descriptions that a page carries as JSON-LD. */
import { parseArxivId } from '../paper/arxiv-id.ts';
import { parseDoi } from '../paper/doi.ts';
import { pageTextLimits, tidyText } from './page-text.ts';

/** The one work a page's JSON-LD describes. */
export interface LinkedWork {
  title: string | null;
  abstract: string | null;
  description: string | null;
  authors: string[];
  doi: string | null;
  arxivId: string | null;
}

export interface LinkedData {
  /** Scholarly works described; more than one is a list. */
  works: LinkedWork[];
  /** A kind that is no paper: a news item, a blog post, a product. */
  otherKind: string | null;
  /** A data set or software, which repositories keep beside papers. */
  dataKind: string | null;
}

type Json = { [key: string]: unknown };

const scholarly = /^(?:Medical)?ScholarlyArticle$|^Thesis$/;
const other =
  /^(?:NewsArticle|ReportageNewsArticle|BlogPosting|LiveBlogPosting|SocialMediaPosting|DiscussionForumPosting|QAPage|Recipe|Product|VideoObject|Course|JobPosting|\w*Event|EventSeries|TechArticle|Book|PodcastEpisode|HowTo|FAQPage|ProfilePage|Patent|Grant|ResearchProject)$/;
const data =
  /^(?:Dataset|SoftwareSourceCode|SoftwareApplication|DataCatalog|PresentationDigitalDocument|Poster|LearningResource)$/;
const longest = 600_000;

/** Reads the page's JSON-LD scripts; what cannot be parsed is left out. */
export function readLinkedData(document: Document): LinkedData {
  const found: LinkedData = { works: [], otherKind: null, dataKind: null };
  const scripts = document.querySelectorAll('script[type="application/ld+json"]');
  for (let at = 0; at < Math.min(scripts.length, 20); at++) {
    const text = scripts[at]?.textContent ?? '';
    if (text.length > longest) continue;
    try {
      visit(JSON.parse(text.replace(/^\s*(?:\/\/)?<!\[CDATA\[|(?:\/\/)?\]\]>\s*$/g, '')), found, 0);
    } catch {
      // Not JSON: another script's matter.
    }
  }
  return found;
}

function visit(value: unknown, found: LinkedData, depth: number): void {
  if (typeof value !== 'object' || value === null || depth > 4) return;
  if (Array.isArray(value)) {
    for (const item of value.slice(0, 100)) visit(item, found, depth + 1);
    return;
  }
  const node = value as Json;
  for (const given of [node['@type']].flat()) {
    if (typeof given !== 'string') continue;
    const type = given.replace(/^.*[/:#]/, '');
    if (scholarly.test(type)) {
      found.works.push(workOf(node));
      return;
    }
    if (other.test(type)) found.otherKind ??= type;
    if (data.test(type)) found.dataKind ??= `JSON-LD ${type}`;
  }
  for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage'])
    visit(node[key], found, depth + 1);
}

function workOf(node: Json): LinkedWork {
  const ids = [node.identifier, node['@id'], node.sameAs, node.doi, node.url].flat().map((id) => {
    const value = typeof id === 'object' && id !== null ? (id as Json).value : id;
    return typeof value === 'string' ? value : '';
  });
  return {
    title: text(node.headline, pageTextLimits.title) ?? text(node.name, pageTextLimits.title),
    abstract: text(node.abstract, pageTextLimits.abstract),
    description: text(node.description, pageTextLimits.abstract),
    authors: [node.author ?? node.creator]
      .flat()
      .slice(0, pageTextLimits.authors)
      .map((author) =>
        text(
          typeof author === 'object' ? (author as Json | null)?.name : author,
          pageTextLimits.author,
        ),
      )
      .filter((name) => name !== null),
    doi: ids.map(parseDoi).find((doi) => doi !== null) ?? null,
    arxivId: ids.map(parseArxivId).find((id) => id !== null) ?? null,
  };
}

function text(value: unknown, limit: number): string | null {
  return typeof value === 'string' ? tidyText(value, limit) : null;
}
