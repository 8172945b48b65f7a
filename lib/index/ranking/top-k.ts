/**
 * The best documents of a snapshot without adding up every posting, after the MaxScore of Turtle and
 * Flood (1995): rare words and phrases are summed for all documents; common words, whose postings
 * are most of all and say least, are looked up for the few documents that they could still lift
 * among the best. Scores are those that adding up everything gives, to the last bit.
 */
import { frequencyAt, frequencyTable } from '../segments/postings.ts';
import type { Doc, ScoredDoc, Snapshot, WeightedTerm } from '../segments/snapshot.ts';
import { bm25, type Sums } from './bm25.ts';

export interface TopKOptions {
  limit: number;
  allowed(doc: Doc): boolean;
  /** What a document's score counts for, at most 1. */
  share(doc: Doc): number;
}

/**
 * Common words are looked up once those left add less than this share of what the last of the best
 * has by rare words: then few documents are left to look them up for. Only speed hangs on it.
 */
const looked = 0.5;

/** Sums of many numbers are not exact: bounds are taken a hair lower. */
const hair = 1 - 1e-9;

/**
 * The best documents with a score above zero, best first, equal scores in code point order of their
 * ids.
 */
export function topK(snapshot: Snapshot, terms: WeightedTerm[], choice: TopKOptions): ScoredDoc[] {
  const common = terms.filter((term) => snapshot.isCommon(term));
  const sums = snapshot.sum(terms.filter((term) => !snapshot.isCommon(term)));
  const early = bestOf(snapshot, sums, choice);
  if (common.length === 0) return early;
  const last = early.length < choice.limit ? 0 : (early.at(-1)?.score ?? 0);
  const summed = common.length - countBelow(common, last * looked);
  for (const term of common.slice(0, summed)) snapshot.addTo(sums.words, term);
  if (summed === common.length) return bestOf(snapshot, sums, choice);
  const rest = common.slice(summed);
  const completed = completer(snapshot, sums, rest);
  const whole = early.map(({ segment, doc }) => completed(segment, doc, 0));
  const least = Math.min(...whole.map((doc) => (doc ? doc.score * choice.share(doc) : 0)));
  const rise = rest.reduce((sum, { weight }) => sum + scoreBound(weight), 0);
  const best: ScoredDoc[] = [];
  sums.words.forEach((words, segment) => {
    const phrases = sums.phrases[segment] ?? words;
    let needed = least * hair;
    for (let doc = 0; doc < words.length; doc++) {
      if ((words[doc] as number) + (phrases[doc] as number) + rise < needed) continue;
      const scored = completed(segment, doc, needed);
      if (scored === null || !snapshot.isLive(scored) || !choice.allowed(scored)) continue;
      scored.score *= choice.share(scored);
      insert(snapshot, best, scored, choice.limit);
      if (best.length === choice.limit) {
        needed = Math.max(needed, (best.at(-1)?.score ?? 0) * hair);
      }
    }
  });
  return best;
}

/** How many of the last terms together add less than `bound` to any document. */
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

/** No posting adds more than its term's weight times k1 + 1. */
export const scoreBound = (weight: number): number => weight * (bm25.k1 + 1);

/** Adds the common words to a document's sums; null as soon as it cannot reach what is needed. */
function completer(snapshot: Snapshot, { words, phrases }: Sums, common: WeightedTerm[]) {
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
  sums: Sums,
  { limit, allowed, share }: TopKOptions,
): ScoredDoc[] {
  const best: ScoredDoc[] = [];
  sums.words.forEach((words, segment) => {
    const phrases = sums.phrases[segment] ?? words;
    let least = best.length < limit ? 0 : (best.at(-1)?.score ?? 0);
    for (let doc = 0; doc < words.length; doc++) {
      const score = (words[doc] as number) + (phrases[doc] as number);
      if (score <= 0 || score < least) continue;
      const scored = { segment, doc, score, words: words[doc] as number };
      if (!snapshot.isLive(scored) || !allowed(scored)) continue;
      scored.score *= share(scored);
      insert(snapshot, best, scored, limit);
      if (best.length === limit) least = best.at(-1)?.score ?? 0;
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
