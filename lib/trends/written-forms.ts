/** How papers write terms. */
import type { Paper } from '../paper/paper.ts';
import { plainText } from '../text/plain-text.ts';
import { termOf, type Word, wordsOf } from '../text/terms.ts';

/**
 * The most frequent spelling in titles and key terms of each run of terms; of equally frequent ones
 * the first in order of UTF-16 units; the terms themselves when no paper has the run.
 */
export function writtenForms(
  papers: readonly Pick<Paper, 'title' | 'keyTerms'>[],
  runs: readonly (readonly string[])[],
): string[] {
  const spellings = runs.map(() => new Map<string, number>());
  const byFirst = Map.groupBy(runs.keys(), (at) => runs[at]?.[0]);
  for (const text of papers.flatMap(({ title, keyTerms }) => [title, ...keyTerms].map(plainText))) {
    const words = wordsOf(text);
    const terms = words.map((word) => termOf(word.text));
    for (const [start, term] of terms.entries()) {
      for (const at of (term !== null && byFirst.get(term)) || []) {
        const run = runs[at] ?? [];
        if (!run.every((wanted, offset) => terms[start + offset] === wanted)) continue;
        const written = spellingOf(text, words.slice(start, start + run.length));
        const counts = spellings[at];
        counts?.set(written, (counts.get(written) ?? 0) + 1);
      }
    }
  }
  return runs.map((run, at) => {
    const [best] = [...(spellings[at] ?? [])].sort(
      ([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1),
    );
    return best?.[0] ?? run.join(' ');
  });
}

/** Words as written, separated by a hyphen where the text does so, else by a space. */
function spellingOf(text: string, words: Word[]): string {
  return words
    .map((word, at) => {
      const next = words[at + 1];
      const between = next && text.slice(word.end, next.start);
      return word.text + (between === undefined ? '' : between === '-' ? '-' : ' ');
    })
    .join('');
}
