import { paperUrl } from '../../paper/citation.ts';
import type { SearchResult } from '../../search/results/search-result.ts';
import { plainText } from '../../text/plain-text.ts';

export interface Suggestion {
  /** What is opened when it is chosen. */
  content: string;
  description: string;
}

/** Papers with an address, each once. With `markup` the descriptions are XML, as Chromium reads them. */
export function suggestionsOf(
  results: readonly Pick<SearchResult, 'paper'>[],
  markup: boolean,
): Suggestion[] {
  const found = new Map<string, Suggestion>();
  for (const { paper } of results) {
    const content = paperUrl(paper);
    const title = plainText(paper.title);
    if (content === null || title === '') continue;
    found.set(content, { content, description: markup ? escaped(title) : title });
  }
  return [...found.values()];
}

/** Whether what was entered is a suggestion that was chosen, not words to search for. */
export function isSuggestion(text: string): boolean {
  return /^https:\/\/(?:arxiv\.org\/abs|doi\.org)\/\S+$/.test(text);
}

const longestQuery = 500;

/** Selected or typed text as a query: one line, of bounded length, without half characters. */
export function queryFrom(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, longestQuery).toWellFormed();
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function escaped(text: string): string {
  // Characters that XML cannot hold would make the browser drop every suggestion.
  return text
    .replace(/[&<>"']/g, (character) => entities[character] ?? '')
    .replace(/[^\P{C}]/gu, '')
    .toWellFormed();
}
