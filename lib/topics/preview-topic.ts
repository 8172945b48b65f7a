/** What a topic would have brought, before it is made. */
import type { Day, Moment, Paper } from '../paper/paper.ts';
import { parseQuery } from '../query/parse-query.ts';
import type { ParsedQuery, QueryProblem } from '../query/parsed-query.ts';
import { withinEdits } from '../search/edit-distance.ts';
import type { Papers } from '../search/paper-cache.ts';
import { editsFor, type WordIndex } from '../search/word-index.ts';
import { foldedWord, termOf, textWords } from '../text/terms.ts';
import { topicTest, topicTextOf } from './match-topic.ts';
import { telling } from './telling.ts';
import { topicProblem } from './topic-problem.ts';

/** Days that a preview looks back over. */
export const previewDays = 30;

export interface Preview {
  problem: QueryProblem | null;
  count: number;
  /** Newest listing first. */
  matches: Paper[];
}

/** First day of a preview made now. */
export function previewFrom(now: Moment): Day {
  return new Date(Date.parse(now) - previewDays * 86_400_000).toISOString().slice(0, 10);
}

/** Papers among those given that were listed in the last 30 days and match exactly. */
export function previewTopic(text: string, papers: Iterable<Paper>, now: Moment): Preview {
  const reading = parseQuery(text);
  const from = previewFrom(now);
  const test = topicTest(reading.query);
  const matches: Paper[] = [];
  for (const paper of papers) {
    if (paper.listedAt === null || paper.listedAt < from) continue;
    if (test(topicTextOf(paper)) !== null) matches.push(paper);
  }
  matches.sort((a, b) => compare(b.listedAt ?? '', a.listedAt ?? '') || compare(a.id, b.id));
  return { problem: topicProblem(reading, now.slice(0, 10)), count: matches.length, matches };
}

const papersLookedAt = 30;
const mostSpellings = 6;

/**
 * Words of the digest spelt almost like words of the query, most frequent first, in lower case;
 * the topic does not match them.
 */
export async function similarSpellings(
  query: ParsedQuery,
  words: WordIndex,
  papers: Papers,
): Promise<string[]> {
  const counts = new Map<string, number>();
  const asked = telling(query).filter(({ without, field }) => !without && field !== 'author');
  for (const word of new Set(asked.flatMap((clause) => clause.words.map(foldedWord)))) {
    const edits = editsFor(word);
    const term = termOf(word);
    if (edits === 0 || term === null) continue;
    const matches = await words.match(word, { prefix: false, edits });
    const similar = matches
      .filter(({ how }) => how === 'similar')
      .sort((a, b) => b.weight - a.weight || compare(a.id, b.id))
      .slice(0, papersLookedAt);
    for (const paper of await papers.get(similar.map(({ id }) => id))) {
      const texts = [paper.title, paper.abstract, ...paper.keyTerms];
      for (const other of new Set(texts.flatMap(textWords).map(foldedWord))) {
        const spelling = termOf(other);
        if (spelling === null || spelling === term || !withinEdits(word, other, edits)) continue;
        counts.set(other, (counts.get(other) ?? 0) + 1);
      }
    }
  }
  return [...counts]
    .sort(([a, countA], [b, countB]) => countB - countA || compare(a, b))
    .slice(0, mostSpellings)
    .map(([word]) => word);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
