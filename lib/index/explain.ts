/**
 * Why a document was found: the terms that added most to its score, as the query writes them.
 */
import { frequenciesIn } from './postings.ts';
import { type RelatedQuery, writtenForms } from './query.ts';
import { bm25, type ScoredDoc, type Snapshot, type WeightedTerm } from './snapshot.ts';

const termsNamed = 6;

interface Part {
  term: string;
  score: number;
}

/** For each document its strongest terms, strongest first. */
export function explain(
  snapshot: Snapshot,
  query: Pick<RelatedQuery, 'title' | 'abstract'>,
  terms: WeightedTerm[],
  docs: ScoredDoc[],
): string[][] {
  if (docs.length === 0) return [];
  const parts = strongestParts(snapshot, terms, docs);
  const forms = writtenForms(`${query.title}\n${query.abstract}`);
  return parts.map((strongest) => strongest.map(({ term }) => forms.get(term) ?? term));
}

/**
 * Goes through the terms from the one that could add most. No term adds more than its weight times
 * k1 + 1, so once every document's list is full of larger parts, the rest, whose postings are the
 * longest, need not be read.
 */
function strongestParts(snapshot: Snapshot, terms: WeightedTerm[], docs: ScoredDoc[]): Part[][] {
  const parts = new Map<ScoredDoc, Part[]>(docs.map((doc) => [doc, []]));
  const wanted = snapshot.segments.map((_, i) =>
    docs.filter(({ segment }) => segment === i).sort((a, b) => a.doc - b.doc),
  );
  const numbers = wanted.map((here) => here.map(({ doc }) => doc));
  for (const { term, weight, lists } of [...terms].sort((a, b) => b.weight - a.weight)) {
    const bound = weight * (bm25.k1 + 1);
    const open = docs.some((doc) => {
      const known = parts.get(doc) ?? [];
      return known.length < termsNamed || (known.at(-1)?.score ?? 0) < bound;
    });
    if (!open) break;
    lists.forEach((list, i) => {
      const here = wanted[i] ?? [];
      if (list === null || here.length === 0) return;
      const frequencies = frequenciesIn(list, numbers[i] ?? []);
      here.forEach((doc, place) => {
        const frequency = frequencies[place] ?? 0;
        if (frequency === 0) return;
        const score = snapshot.contribution(weight, frequency, doc);
        insert(parts.get(doc) ?? [], { term, score });
      });
    });
  }
  return docs.map((doc) => parts.get(doc) ?? []);
}

function insert(parts: Part[], part: Part): void {
  const place = parts.findIndex(({ score }) => score < part.score);
  if (place >= 0) parts.splice(place, 0, part);
  else parts.push(part);
  if (parts.length > termsNamed) parts.pop();
}
