/** Which papers of a map are joined by a line. */

import type { PairwiseSimilarity } from '../index/ranking/pairwise-similarity.ts';
import type { MapEdge } from './map-edge.ts';

/** Lines that a paper has beyond those by which every paper hangs together with the center. */
const mostStrong = 3;

/**
 * Two papers may be joined where Kindred would call one of them related to the other. Of those
 * pairs the strongest that hang all papers together (a maximum spanning tree, Kruskal 1956), and
 * beyond it the strongest, strongest first, as long as neither of the two has three lines already.
 * Never more than five for two papers, in the mean.
 */
export function strongestEdges({ shares, related }: PairwiseSimilarity): MapEdge[] {
  const pairs: MapEdge[] = [];
  related.forEach((row, a) => {
    row.forEach((isRelated, b) => {
      if (isRelated && a < b) pairs.push({ a, b, weight: shares[a]?.[b] ?? 0 });
    });
  });
  pairs.sort((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b);
  const treeOf = related.map((_, place) => place);
  const isInTree = pairs.map(({ a, b }) => {
    const [from, to] = [treeOf[b], treeOf[a]];
    if (from === to) return false;
    treeOf.forEach((tree, place) => {
      if (tree === from) treeOf[place] = to as number;
    });
    return true;
  });
  const lines = new Map<number, number>();
  const linesOf = (place: number) => lines.get(place) ?? 0;
  return pairs.filter(({ a, b }, at) => {
    if (!isInTree[at] && (linesOf(a) >= mostStrong || linesOf(b) >= mostStrong)) return false;
    lines.set(a, linesOf(a) + 1);
    lines.set(b, linesOf(b) + 1);
    return true;
  });
}
