/**
 * Queries a user may be on the way to: the word being typed completed, and words that nothing has
 * as they are nearly spelt in titles, names and key terms.
 */
import type { ParsedQuery } from '../../query/parsed-query.ts';
import { foldedWord, termOf, textWords } from '../../text/terms.ts';
import { withinEdits } from '../matching/edit-distance.ts';
import { editsFor } from '../matching/word-index.ts';
import { fieldsOf, type WordMatcher } from '../matching/word-matcher.ts';
import { type QueryWord, queryWords } from '../query/query-words.ts';
import type { TitleIndex } from '../titles/title-index.ts';

export interface QuerySuggestions {
  /** Whole queries, the likeliest first. */
  completions: string[];
  /** The whole query, other words in the place of those that nothing has; null without such words. */
  meant: string | null;
}

export const noSuggestions: QuerySuggestions = { completions: [], meant: null };

const shownCompletions = 3;
/** A single letter begins everything. */
const fewestLetters = 2;

/** `near`: titles of the best papers found; what stands in them completes before what does not. */
export async function suggest(
  query: ParsedQuery,
  titles: TitleIndex,
  matcher: WordMatcher,
  near: readonly string[],
): Promise<QuerySuggestions> {
  const wanted = queryWords(query);
  const misspelt: QueryWord[] = [];
  for (const word of wanted) {
    const isUnknown = (await matcher.match(word, false)).size === 0;
    if (isUnknown && !word.quoted) misspelt.push(word);
  }
  return {
    completions: completions(query, wanted.find(({ begun }) => begun) ?? null, titles, near),
    meant: meant(query, misspelt, titles),
  };
}

function completions(
  { source }: ParsedQuery,
  typed: QueryWord | null,
  titles: TitleIndex,
  near: readonly string[],
): string[] {
  if (typed === null || [...typed.word].length < fewestLetters) return [];
  if (!source.endsWith(typed.word)) return [];
  const start = foldedWord(typed.word);
  const nearby = new Map<string, number>();
  for (const word of near.flatMap(textWords).map(foldedWord)) {
    nearby.set(word, (nearby.get(word) ?? 0) + 1);
  }
  const known = [...titles.wordsBegun(start, fieldsOf[typed.field])]
    .filter(([word]) => word !== start)
    .sort(
      ([a, many], [b, more]) =>
        (nearby.get(b) ?? 0) - (nearby.get(a) ?? 0) || more - many || (a < b ? -1 : 1),
    );
  const before = source.slice(0, -typed.word.length);
  const chosen = new Map<string, string>();
  for (const [word] of known) {
    // Of "model" and "models" one is enough.
    const key = termOf(word) ?? word;
    if (chosen.size < shownCompletions && !chosen.has(key)) chosen.set(key, before + word);
  }
  return [...chosen.values()];
}

function meant(
  { source }: ParsedQuery,
  misspelt: readonly QueryWord[],
  titles: TitleIndex,
): string | null {
  let better = source;
  for (const { word, field } of misspelt) {
    const folded = foldedWord(word);
    const edits = editsFor(word);
    if (edits === 0) continue;
    const one = (other: string) => Number(withinEdits(folded, other, 1));
    const [best] = [...titles.wordsNear(folded, edits, fieldsOf[field])].sort(
      ([a, many], [b, more]) => one(b) - one(a) || more - many || (a < b ? -1 : 1),
    );
    if (best) better = better.replace(word, () => best[0]);
  }
  return better === source ? null : better;
}
