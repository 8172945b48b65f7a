/** The simplest implementation of the word index: search is tested with it, the real index against it. */
import type { WordMatch } from '../../../lib/index/ranking/match-words.ts';
import type { Paper, PaperId } from '../../../lib/paper/paper.ts';
import { withinEdits } from '../../../lib/search/matching/edit-distance.ts';
import type { WordIndex } from '../../../lib/search/matching/word-index.ts';
import { foldedWord, termOf, termsOf } from '../../../lib/text/terms.ts';

/** BM25 (k1 1.2, b 0.75) over title and abstract, one term at a time, by scanning all terms. */
export function memoryWords(papers: readonly Paper[]): WordIndex {
  const postings = new Map<string, Map<PaperId, number>>();
  const lengths = new Map<PaperId, number>();
  let total = 0;
  for (const paper of papers) {
    const terms = termsOf(`${paper.title}\n${paper.abstract}`);
    lengths.set(paper.id, terms.length);
    total += terms.length;
    for (const term of terms) {
      const counts = postings.get(term) ?? new Map<PaperId, number>();
      counts.set(paper.id, (counts.get(paper.id) ?? 0) + 1);
      postings.set(term, counts);
    }
  }
  const mean = total / papers.length;

  function* weighed(term: string): Generator<[PaperId, number]> {
    const counts = postings.get(term) ?? new Map<PaperId, number>();
    const idf = Math.log(1 + (papers.length - counts.size + 0.5) / (counts.size + 0.5));
    for (const [id, count] of counts) {
      const length = (lengths.get(id) ?? 0) / mean;
      yield [id, (idf * count * 2.2) / (count + 1.2 * (0.25 + 0.75 * length))];
    }
  }

  return {
    async match(word, { prefix, edits }) {
      const matches = new Map<PaperId, WordMatch>();
      const add = (term: string, how: WordMatch['how']) => {
        for (const [id, weight] of weighed(term)) {
          const before = matches.get(id);
          if (!before || (before.how === how && before.weight < weight)) {
            matches.set(id, { id, weight, how });
          }
        }
      };
      const stem = termOf(word);
      const folded = foldedWord(word);
      if (stem !== null) add(stem, 'exact');
      if (prefix)
        for (const term of postings.keys()) if (term.startsWith(folded)) add(term, 'prefix');
      if (edits > 0 && stem !== null) {
        for (const term of postings.keys())
          if (withinEdits(stem, term, edits)) add(term, 'similar');
      }
      return [...matches.values()];
    },
  };
}
