import type { ParsedQuery } from '../../query/parsed-query.ts';
import { foldedWord, termOf, textWords } from '../../text/terms.ts';
import { withinEdits } from '../matching/edit-distance.ts';
import { editsFor } from '../matching/word-index.ts';
import { fieldsOf, type WordMatcher } from '../matching/word-matcher.ts';
import type { QueryWord } from '../query/query-words.ts';
import type { SearchQuery } from '../query/search-query.ts';
import type { TitleIndex } from '../titles/title-index.ts';

/** Whole queries that the user may be about to type, or may have meant. */
export interface QuerySuggestions {
  /** The query with its last word completed, most likely first. */
  completions: string[];
  /** The query with its misspelled words replaced; null where no word is misspelled. */
  correction: string | null;
}

const maxCompletions = 3;
/** A single letter begins too many words to guess. */
const minPrefixLength = 2;

/**
 * Completions and correction from the words of titles, authors and key terms. Words of
 * `bestTitles`, the titles of the best results, complete the query first.
 */
export async function suggest(
  { parsed, pasted, words }: SearchQuery,
  titles: TitleIndex,
  matcher: WordMatcher,
  bestTitles: readonly string[],
): Promise<QuerySuggestions> {
  if (pasted) return { completions: [], correction: null };
  const misspelled: QueryWord[] = [];
  for (const word of words) {
    const isUnknown = (await matcher.match(word, false)).size === 0;
    if (isUnknown && !word.quoted) misspelled.push(word);
  }
  const typed = words.find(({ isPrefix }) => isPrefix);
  return {
    completions: typed ? completionsOf(parsed, typed, titles, bestTitles) : [],
    correction: correctionOf(parsed, misspelled, titles),
  };
}

function completionsOf(
  { source }: ParsedQuery,
  { word: typed, field }: QueryWord,
  titles: TitleIndex,
  bestTitles: readonly string[],
): string[] {
  if ([...typed].length < minPrefixLength || !source.endsWith(typed)) return [];
  const prefix = foldedWord(typed);
  const nearby = new Map<string, number>();
  for (const word of bestTitles.flatMap(textWords).map(foldedWord)) {
    nearby.set(word, (nearby.get(word) ?? 0) + 1);
  }
  const known = [...titles.wordsWithPrefix(prefix, fieldsOf[field])]
    .filter(([word]) => word !== prefix)
    .sort(
      ([a, countA], [b, countB]) =>
        (nearby.get(b) ?? 0) - (nearby.get(a) ?? 0) || countB - countA || (a < b ? -1 : 1),
    );
  const before = source.slice(0, -typed.length);
  const chosen = new Map<string, string>();
  for (const [word] of known) {
    // Of "model" and "models" one is enough.
    const key = termOf(word) ?? word;
    if (chosen.size < maxCompletions && !chosen.has(key)) chosen.set(key, before + word);
  }
  return [...chosen.values()];
}

function correctionOf(
  { source }: ParsedQuery,
  misspelled: readonly QueryWord[],
  titles: TitleIndex,
): string | null {
  let corrected = source;
  for (const { word, field } of misspelled) {
    const folded = foldedWord(word);
    const edits = editsFor(word);
    if (edits === 0) continue;
    const isOneEdit = (other: string) => Number(withinEdits(folded, other, 1));
    const [best] = [...titles.similarWords(folded, edits, fieldsOf[field])].sort(
      ([a, countA], [b, countB]) =>
        isOneEdit(b) - isOneEdit(a) || countB - countA || (a < b ? -1 : 1),
    );
    if (best) corrected = corrected.replace(word, () => best[0]);
  }
  return corrected === source ? null : corrected;
}
