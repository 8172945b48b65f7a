import type { Paper, PaperId } from '../../paper/paper.ts';
import { plainText } from '../../text/plain-text.ts';
import type { Candidate } from '../matching/combine.ts';
import { highlightWords } from '../query/query-words.ts';
import type { SearchQuery } from '../query/search-query.ts';
import { type HighlightableWord, highlightableWords, highlighter, snippetOf } from './highlight.ts';
import { dropOldest } from './paper-cache.ts';
import type { SearchResult } from './search-result.ts';

/** Results with the query's words highlighted; candidates without a paper are left out. */
export function buildResults(
  found: readonly Candidate[],
  { parsed, pasted }: SearchQuery,
  papers: ReadonlyMap<PaperId, Paper>,
): SearchResult[] {
  const inTitle = pasted ? [] : highlightWords(parsed, 'title');
  const inAbstract = pasted ? [] : highlightWords(parsed, 'abstract');
  const written = { title: highlighter(inTitle), abstract: highlighter(inAbstract) };
  const similar = { title: highlighter(inTitle, true), abstract: highlighter(inAbstract, true) };
  return found.flatMap(({ id, score, how }) => {
    const paper = papers.get(id);
    if (!paper) return [];
    const exact = how !== 'similar';
    const { titleWords, abstract, abstractWords } = highlightableTexts(paper);
    const rangesIn = exact ? written : similar;
    const titleRanges = rangesIn.title(titleWords);
    const snippet = snippetOf(abstract, rangesIn.abstract(abstractWords));
    return [{ paper, score, titleRanges, snippet, exact }];
  });
}

interface HighlightableTexts {
  titleWords: HighlightableWord[];
  abstract: string;
  abstractWords: HighlightableWord[];
}

/** Tokenized texts of the papers shown last: the next keystroke mostly shows the same papers. */
const cache = new Map<Paper, HighlightableTexts>();
/** About 30 kB each. */
const maxCached = 100;

function highlightableTexts(paper: Paper): HighlightableTexts {
  let texts = cache.get(paper);
  if (texts === undefined) {
    const abstract = plainText(paper.abstract);
    const titleWords = highlightableWords(plainText(paper.title));
    texts = { titleWords, abstract, abstractWords: highlightableWords(abstract) };
  }
  cache.delete(paper);
  cache.set(paper, texts);
  dropOldest(cache, maxCached);
  return texts;
}
