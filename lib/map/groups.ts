/** Groups of similar papers in a map, with the terms that they share. */
import type { ComparedDocument, PairwiseSimilarity } from '../index/ranking/pairwise-similarity.ts';
import { isPhrase, surfaceForms } from '../index/ranking/related-query.ts';
import { type TermVector, termVector } from '../index/ranking/term-vector.ts';
import type { MapGroup } from './map-group.ts';

/** Two groups merge while their average similarity is this many times that of all papers of the map. */
const minSimilarityRatio = 1.12;
const minPapers = 3;
/** A group of more than half of the map says little. */
const maxMapShare = 0.5;
const maxGroups = 5;
/** The smallest share of a group's papers that have its term. */
const minTermShare = 0.6;
/** The smallest difference from the term's share among the other papers. */
const minTermLead = 0.4;
/** The smallest number of titles and key terms of a group with its term. */
const minTitles = 2;
/** A phrase says more than one of its words. */
const phraseBonus = 0.2;
const maxTerms = 3;

/**
 * Groups by average linkage (Sokal and Michener 1958): merges the two groups of the highest average
 * similarity until that is less than `minSimilarityRatio` times the average of all papers. The center
 * (document 0), to which all are similar, is in no group. Groups of fewer than three papers, or
 * without a term that sets them apart, are dropped.
 */
export function paperGroups(
  { shares }: PairwiseSimilarity,
  documents: ComparedDocument[],
): MapGroup[] {
  const vectors = documents.map((document) => termVector(document, 'salient'));
  const groups = averageLinkage(shares)
    .filter((papers) => papers.length >= minPapers)
    .filter((papers) => papers.length <= maxMapShare * (documents.length - 1))
    .map((papers) => ({ papers, terms: sharedTerms(papers, documents, vectors) }))
    .filter(({ terms }) => terms.length > 0);
  return groups.sort((x, y) => y.papers.length - x.papers.length).slice(0, maxGroups);
}

function averageLinkage(shares: number[][]): number[][] {
  let groups = shares.slice(1).map((_, at) => [at + 1]);
  const between = (x: number[], y: number[]) =>
    mean(x.flatMap((a) => y.map((b) => shares[a]?.[b] ?? 0)));
  const average = mean(groups.flatMap(([a = 0]) => (shares[a] ?? []).slice(a + 1)));
  for (;;) {
    let best = { similarity: average * minSimilarityRatio, x: -1, y: -1 };
    groups.forEach((from, x) => {
      for (let y = x + 1; y < groups.length; y++) {
        const similarity = between(from, groups[y] ?? []);
        if (similarity > best.similarity) best = { similarity, x, y };
      }
    });
    const { x, y } = best;
    if (x < 0) return groups;
    const merged = [...(groups[x] ?? []), ...(groups[y] ?? [])].sort((a, b) => a - b);
    groups = groups.map((group, at) => (at === x ? merged : group)).filter((_, at) => at !== y);
  }
}

const mean = (numbers: number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** The terms and phrases of a paper's title and key terms. */
function titleTerms(document: ComparedDocument | undefined): string[] {
  const { title = '', keyTerms = [] } = document ?? {};
  const { terms, phrases } = termVector({ title, keyTerms, abstract: '' }, 'salient');
  return [...terms.keys(), ...phrases.keys()];
}

/** The terms that most papers of a group have and few of the others, as the group writes them. */
function sharedTerms(
  papers: number[],
  documents: ComparedDocument[],
  vectors: TermVector[],
): string[] {
  const inside = new Set(papers);
  const outside = documents.map((_, at) => at).filter((at) => !inside.has(at));
  const has = (at: number, term: string) =>
    vectors[at]?.terms.has(term) === true || vectors[at]?.phrases.has(term) === true;
  const shareOf = (group: number[], term: string) =>
    group.filter((at) => has(at, term)).length / Math.max(1, group.length);
  const counts = new Map<string, number>();
  for (const at of papers) {
    for (const term of titleTerms(documents[at])) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const found = [...counts].flatMap(([term, times]) => {
    if (times < minTitles) return [];
    const inGroup = shareOf(papers, term);
    const lead = inGroup - shareOf(outside, term);
    if (inGroup < minTermShare || lead < minTermLead) return [];
    return { term, rank: lead + (isPhrase(term) ? phraseBonus : 0) };
  });
  found.sort((x, y) => y.rank - x.rank || (x.term < y.term ? -1 : 1));
  const forms = surfaceForms(
    papers.flatMap((at) => [documents[at]?.title ?? '', documents[at]?.abstract ?? '']),
    new Set(found.map(({ term }) => term)),
  );
  const chosen: string[] = [];
  for (const { term } of found) {
    const form = forms.get(term);
    const repeats = chosen.some((other) =>
      other.split(' ').some((word) => term.split(' ').includes(word)),
    );
    if (form && !repeats) chosen.push(term);
    if (chosen.length === maxTerms) break;
  }
  return chosen.map((term) => forms.get(term) ?? term);
}
