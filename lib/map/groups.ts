/** Which papers of a map belong together, and what they have in common. */
import type { ComparedDocument, PairwiseSimilarity } from '../index/ranking/pairwise-similarity.ts';
import { isPhrase, surfaceForms } from '../index/ranking/related-query.ts';
import { termVector } from '../index/ranking/term-vector.ts';
import type { MapGroup } from './map-group.ts';

/** Two groups are joined while their papers are so much closer than two papers of the map are. */
const closer = 1.12;
const fewestPapers = 3;
/** A group that takes in more than half of the map says little. */
const mostShare = 0.5;
const mostGroups = 5;
/** A term of a group: so many of its papers have it, and the share of the others is so much less. */
const leastHave = 0.6;
const leastMore = 0.4;
const fewestNamed = 2;
/** A phrase says more than one of its words. */
const phraseWorth = 0.2;
const mostTerms = 3;

/**
 * Groups by average linkage (Sokal and Michener 1958): the two groups whose papers are closest to
 * one another in the mean become one, again and again, until the closest two are less than
 * `closer` times as close as two papers of the map are in the mean. The center (document 0), to
 * which all are close, stands in none. A group counts with three papers or more, and with a term
 * that at least three in five of its papers have and clearly fewer of the others.
 */
export function paperGroups(
  { shares }: PairwiseSimilarity,
  documents: ComparedDocument[],
): MapGroup[] {
  const vectors = documents.map((document) => termVector(document, 'salient'));
  const groups = joined(shares)
    .filter((papers) => papers.length >= fewestPapers)
    .filter((papers) => papers.length <= mostShare * (documents.length - 1))
    .map((papers) => ({ papers, terms: termsOf(papers, documents, vectors) }))
    .filter(({ terms }) => terms.length > 0);
  return groups.sort((x, y) => y.papers.length - x.papers.length).slice(0, mostGroups);
}

function joined(shares: number[][]): number[][] {
  let groups = shares.slice(1).map((_, at) => [at + 1]);
  const between = (x: number[], y: number[]) =>
    mean(x.flatMap((a) => y.map((b) => shares[a]?.[b] ?? 0)));
  const usual = mean(groups.flatMap(([a = 0]) => (shares[a] ?? []).slice(a + 1)));
  for (;;) {
    let best = { closeness: usual * closer, x: -1, y: -1 };
    groups.forEach((from, x) => {
      for (let y = x + 1; y < groups.length; y++) {
        const closeness = between(from, groups[y] ?? []);
        if (closeness > best.closeness) best = { closeness, x, y };
      }
    });
    const { x, y } = best;
    if (x < 0) return groups;
    const one = [...(groups[x] ?? []), ...(groups[y] ?? [])].sort((a, b) => a - b);
    groups = groups.map((group, at) => (at === x ? one : group)).filter((_, at) => at !== y);
  }
}

const mean = (numbers: number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

/** Terms and phrases of a paper's title and key terms: what it says it is about. */
function namedTerms(document: ComparedDocument | undefined): string[] {
  const { title = '', keyTerms = [] } = document ?? {};
  const { terms, phrases } = termVector({ title, keyTerms, abstract: '' }, 'salient');
  return [...terms.keys(), ...phrases.keys()];
}

type Vector = ReturnType<typeof termVector>;

function termsOf(papers: number[], documents: ComparedDocument[], vectors: Vector[]): string[] {
  const inside = new Set(papers);
  const outside = documents.map((_, at) => at).filter((at) => !inside.has(at));
  const has = (at: number, term: string) =>
    vectors[at]?.terms.has(term) === true || vectors[at]?.phrases.has(term) === true;
  const shareOf = (some: number[], term: string) =>
    some.filter((at) => has(at, term)).length / Math.max(1, some.length);
  const named = new Map<string, number>();
  for (const at of papers) {
    for (const term of namedTerms(documents[at])) named.set(term, (named.get(term) ?? 0) + 1);
  }
  const found = [...named].flatMap(([term, times]) => {
    if (times < fewestNamed) return [];
    const inGroup = shareOf(papers, term);
    const more = inGroup - shareOf(outside, term);
    if (inGroup < leastHave || more < leastMore) return [];
    return { term, worth: more + (isPhrase(term) ? phraseWorth : 0) };
  });
  found.sort((x, y) => y.worth - x.worth || (x.term < y.term ? -1 : 1));
  const forms = surfaceForms(
    papers.flatMap((at) => [documents[at]?.title ?? '', documents[at]?.abstract ?? '']),
    new Set(found.map(({ term }) => term)),
  );
  const told: string[] = [];
  for (const { term } of found) {
    const form = forms.get(term);
    const repeats = told.some((other) =>
      other.split(' ').some((word) => term.split(' ').includes(word)),
    );
    if (form && !repeats) told.push(term);
    if (told.length === mostTerms) break;
  }
  return told.map((term) => forms.get(term) ?? term);
}
