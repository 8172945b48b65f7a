import { paperUrl } from '../../paper/citation.ts';
import type { SearchResult } from '../../search/results/search-result.ts';
import { plainText } from '../../text/plain-text.ts';

/** A suggestion of the address bar. */
interface Suggestion {
  /** The address that it opens. */
  content: string;
  description: string;
}

/**
 * Papers that have an address, each once. With `markup` the descriptions are escaped as XML, as
 * Chromium parses them: https://developer.chrome.com/docs/extensions/reference/api/omnibox
 */
export function suggestionsOf(
  results: readonly Pick<SearchResult, 'paper'>[],
  markup: boolean,
): Suggestion[] {
  const found = new Map<string, Suggestion>();
  for (const { paper } of results) {
    const content = paperUrl(paper);
    const title = plainText(paper.title);
    if (content === null || title === '') continue;
    found.set(content, { content, description: markup ? escapeXml(title) : title });
  }
  return [...found.values()];
}

/** Whether the entered text is a chosen suggestion instead of a query. */
export function isSuggestion(text: string): boolean {
  return /^https:\/\/(?:arxiv\.org\/abs|doi\.org)\/\S+$/.test(text);
}

const maxQueryLength = 500;

/**
 * Selected or typed text as a query: one line, of at most 500 UTF-16 units, without lone
 * surrogates.
 */
export function queryFrom(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, maxQueryLength).toWellFormed();
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function escapeXml(text: string): string {
  // A character that XML does not allow makes the browser drop all suggestions.
  return text
    .replace(/[&<>"']/g, (character) => entities[character] ?? '')
    .replace(/[^\P{C}]/gu, '')
    .toWellFormed();
}
