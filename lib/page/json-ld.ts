/** schema.org metadata in JSON-LD: https://schema.org/ScholarlyArticle */
import { parseArxivId } from '../paper/arxiv-id.ts';
import { parseDoi } from '../paper/doi.ts';
import { limits } from '../text/sanitize.ts';
import { firstElements } from './elements.ts';
import { tidyText } from './page-text.ts';

/** A scholarly work in JSON-LD. */
export interface LinkedWork {
  title: string | null;
  abstract: string | null;
  description: string | null;
  authors: string[];
  doi: string | null;
  arxivId: string | null;
}

export interface LinkedData {
  /** Scholarly works; more than one make the page a list. */
  works: LinkedWork[];
  /** A type that is no paper: a news item, a blog post, a product. */
  otherKind: string | null;
  /** A type of data set or software, which repositories keep beside papers. */
  dataKind: string | null;
}

type Json = { [key: string]: unknown };

const scholarly = /^(?:Medical)?ScholarlyArticle$|^Thesis$/;
const other =
  /^(?:NewsArticle|ReportageNewsArticle|BlogPosting|LiveBlogPosting|SocialMediaPosting|DiscussionForumPosting|QAPage|Recipe|Product|VideoObject|Course|JobPosting|\w*Event|EventSeries|TechArticle|Book|PodcastEpisode|HowTo|FAQPage|ProfilePage|Patent|Grant|ResearchProject)$/;
const data =
  /^(?:Dataset|SoftwareSourceCode|SoftwareApplication|DataCatalog|PresentationDigitalDocument|Poster|LearningResource)$/;
const maxLength = 600_000;

/** Reads the JSON-LD scripts of a page, without those that cannot be parsed. */
export function readLinkedData(document: Document): LinkedData {
  const found: LinkedData = { works: [], otherKind: null, dataKind: null };
  for (const script of firstElements(document, 'script[type="application/ld+json"]', 20)) {
    const text = script.textContent ?? '';
    if (text.length > maxLength) continue;
    try {
      visit(JSON.parse(text.replace(/^\s*(?:\/\/)?<!\[CDATA\[|(?:\/\/)?\]\]>\s*$/g, '')), found, 0);
    } catch {
      // Malformed JSON-LD is the page's fault; other metadata may still identify the paper.
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
  for (const name of [node['@type']].flat()) {
    if (typeof name !== 'string') continue;
    const type = name.replace(/^.*[/:#]/, '');
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
    title: tidyText(node.headline, limits.title) ?? tidyText(node.name, limits.title),
    abstract: tidyText(node.abstract, limits.abstract),
    description: tidyText(node.description, limits.abstract),
    authors: [node.author ?? node.creator]
      .flat()
      .slice(0, limits.authors)
      .map((author) => (typeof author === 'object' ? (author as Json | null)?.name : author))
      .map((name) => tidyText(name, limits.name))
      .filter((name) => name !== null),
    doi: ids.map(parseDoi).find((doi) => doi !== null) ?? null,
    arxivId: ids.map(parseArxivId).find((id) => id !== null) ?? null,
  };
}
