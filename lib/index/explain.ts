/**
 * Why a document was found: the terms that added most to its score, as the query writes them.
 */
import { readPostings } from './postings.ts';
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
  const wanted = snapshot.segments.map(
    (_, i) => new Map(docs.filter(({ segment }) => segment === i).map((doc) => [doc.doc, doc])),
  );
  for (const { term, weight, lists } of [...terms].sort((a, b) => b.weight - a.weight)) {
    const bound = weight * (bm25.k1 + 1);
    const open = [...parts.values()].some(
      (known) => known.length < termsNamed || (known.at(-1)?.score ?? 0) < bound,
    );
    if (!open) break;
    lists.forEach((list, i) => {
      const here = wanted[i];
      if (list === null || here === undefined || here.size === 0) return;
      readPostings(list, (number, frequency) => {
        const doc = here.get(number);
        if (doc === undefined) return;
        insert(parts.get(doc) ?? [], {
          term,
          score: snapshot.contribution(weight, frequency, doc),
        });
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
