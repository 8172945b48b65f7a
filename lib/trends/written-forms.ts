import type { Paper } from '../paper/paper.ts';
import { plainText } from '../text/plain-text.ts';
import { termOf, wordsOf } from '../text/terms.ts';

/**
 * How titles and key terms write each run of terms: the most frequent spelling, of equal ones the
 * first in code point order; the terms themselves where no paper has the run.
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
    for (const [place, term] of terms.entries()) {
      for (const at of (term !== null && byFirst.get(term)) || []) {
        const run = runs[at] ?? [];
        if (!run.every((wanted, offset) => terms[place + offset] === wanted)) continue;
        const spelt = spelling(text, words.slice(place, place + run.length));
        const counts = spellings[at];
        counts?.set(spelt, (counts.get(spelt) ?? 0) + 1);
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

/** Words as they stand there; what is between them only where it is a hyphen. */
function spelling(text: string, words: { text: string; start: number; end: number }[]): string {
  return words
    .map((word, at) => {
      const next = words[at + 1];
      const between = next && text.slice(word.end, next.start);
      return word.text + (between === undefined ? '' : between === '-' ? '-' : ' ');
    })
    .join('');
}
