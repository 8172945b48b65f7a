/**
 * The k best documents of a snapshot without scoring every posting: MaxScore (Turtle and Flood 1995).
 * Scores by rare words and phrases are added up for all documents. Common words, which have most of
 * the postings and tell least, are looked up only in the documents that they could lift among the
 * best. Scores equal those of adding up everything, to the last bit.
 */
import { frequencyAt, frequencyTable } from '../segments/postings.ts';
import type { Doc, ScoredDoc, Snapshot, WeightedTerm } from '../segments/snapshot.ts';
import { type ScoreSums, scoreBound } from './bm25.ts';

interface TopKOptions {
  limit: number;
  allowed(doc: Doc): boolean;
  /** The factor on a document's score, at most 1. */
  factor(doc: Doc): number;
}

/**
 * Common words are looked up, instead of added up for all documents, once the remaining ones can add
 * less than this share of the score that the k-th document has without them: then few documents are
 * left to look them up for. Affects only the speed.
 */
const lookupShare = 0.5;

/** Slack against floating-point error when comparing score bounds. */
const EPSILON = 1e-9;

/** The best documents with a score above 0, best first, equal scores in code point order of their ids. */
export function topK(snapshot: Snapshot, terms: WeightedTerm[], options: TopKOptions): ScoredDoc[] {
  const common = terms.filter((term) => snapshot.isCommon(term));
  const sums = snapshot.sum(terms.filter((term) => !snapshot.isCommon(term)));
  const first = bestOf(snapshot, sums, options);
  if (common.length === 0) return first;
  const last = first.length < options.limit ? 0 : (first.at(-1)?.score ?? 0);
  const summed = common.length - countBelow(common, last * lookupShare);
  for (const term of common.slice(0, summed)) snapshot.addTo(sums.words, term);
  if (summed === common.length) return bestOf(snapshot, sums, options);
  const rest = common.slice(summed);
  const complete = scoreCompleter(snapshot, sums, rest);
  const lowerBounds = first.map(({ segment, doc }) => complete(segment, doc, 0));
  const kthScore = Math.min(
    ...lowerBounds.map((doc) => (doc ? doc.score * options.factor(doc) : 0)),
  );
  const rise = rest.reduce((sum, { weight }) => sum + scoreBound(weight), 0);
  const best: ScoredDoc[] = [];
  sums.words.forEach((words, segment) => {
    const phrases = sums.phrases[segment] ?? words;
    let needed = kthScore * (1 - EPSILON);
    for (let doc = 0; doc < words.length; doc++) {
      if ((words[doc] as number) + (phrases[doc] as number) + rise < needed) continue;
      const scored = complete(segment, doc, needed);
      if (scored === null || !snapshot.isLive(scored) || !options.allowed(scored)) continue;
      scored.score *= options.factor(scored);
      insert(snapshot, best, scored, options.limit);
      if (best.length === options.limit) {
        needed = Math.max(needed, (best.at(-1)?.score ?? 0) * (1 - EPSILON));
      }
    }
  });
  return best;
}

/** How many of the last terms together can add less than `bound` to a document. */
function countBelow(terms: WeightedTerm[], bound: number): number {
  let rise = 0;
  let count = 0;
  for (let i = terms.length - 1; i >= 0; i--) {
    rise += scoreBound(terms[i]?.weight ?? 0);
    if (rise >= bound) break;
    count++;
  }
  return count;
}

/** Adds the common words to a document's score; null once it cannot reach the score `needed`. */
function scoreCompleter(snapshot: Snapshot, { words, phrases }: ScoreSums, common: WeightedTerm[]) {
  const norms = snapshot.norms();
  const scaled = common.map(({ weight }) => scoreBound(weight));
  const rises = scaled.map((_, i) => scaled.slice(i).reduce((sum, bound) => sum + bound, 0));
  const tables = snapshot.segments.map(({ entry }, segment) =>
    common.map(({ lists }) => {
      const list = lists[segment];
      return list ? frequencyTable(list, entry.docs) : null;
    }),
  );
  return (segment: number, doc: number, needed: number): ScoredDoc | null => {
    const norm = norms[segment]?.[doc] as number;
    const phrase = phrases[segment]?.[doc] as number;
    let sum = words[segment]?.[doc] as number;
    const here = tables[segment] ?? [];
    for (let i = 0; i < here.length; i++) {
      if (sum + phrase + (rises[i] as number) < needed) return null;
      const table = here[i];
      if (!table) continue;
      const frequency = frequencyAt(table, doc);
      if (frequency > 0) sum += ((scaled[i] as number) * frequency) / (frequency + norm);
    }
    return { segment, doc, score: sum + phrase, words: sum };
  };
}

function bestOf(
  snapshot: Snapshot,
  sums: ScoreSums,
  { limit, allowed, factor }: TopKOptions,
): ScoredDoc[] {
  const best: ScoredDoc[] = [];
  sums.words.forEach((words, segment) => {
    const phrases = sums.phrases[segment] ?? words;
    let kthScore = best.length < limit ? 0 : (best.at(-1)?.score ?? 0);
    for (let doc = 0; doc < words.length; doc++) {
      const score = (words[doc] as number) + (phrases[doc] as number);
      if (score <= 0 || score < kthScore) continue;
      const scored = { segment, doc, score, words: words[doc] as number };
      if (!snapshot.isLive(scored) || !allowed(scored)) continue;
      scored.score *= factor(scored);
      insert(snapshot, best, scored, limit);
      if (best.length === limit) kthScore = best.at(-1)?.score ?? 0;
    }
  });
  return best;
}

function insert(snapshot: Snapshot, best: ScoredDoc[], candidate: ScoredDoc, limit: number): void {
  let low = 0;
  let high = best.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = best[middle];
    if (other !== undefined && snapshot.isBefore(other, candidate)) low = middle + 1;
    else high = middle;
  }
  if (low >= limit) return;
  best.splice(low, 0, candidate);
  if (best.length > limit) best.pop();
}
