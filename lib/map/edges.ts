/** The links between papers of a map. */

import type { PairwiseSimilarity } from '../index/ranking/pairwise-similarity.ts';
import type { MapEdge } from './map-edge.ts';

/** Papers with this many links get no more beyond the spanning tree. */
const maxExtraEdges = 3;

/**
 * Links between related papers: a maximum spanning tree (Kruskal 1956), and beyond it the strongest
 * links, strongest first, while both papers have fewer than three. On average at most five links per
 * two papers.
 */
export function strongestEdges({ shares, related }: PairwiseSimilarity): MapEdge[] {
  const pairs: MapEdge[] = [];
  related.forEach((row, a) => {
    row.forEach((isRelated, b) => {
      if (isRelated && a < b) pairs.push({ a, b, weight: shares[a]?.[b] ?? 0 });
    });
  });
  pairs.sort((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b);
  const treeOf = related.map((_, paper) => paper);
  const isInTree = pairs.map(({ a, b }) => {
    const [from, to] = [treeOf[b], treeOf[a]];
    if (from === to) return false;
    treeOf.forEach((tree, paper) => {
      if (tree === from) treeOf[paper] = to as number;
    });
    return true;
  });
  const degrees = new Map<number, number>();
  const degreeOf = (paper: number) => degrees.get(paper) ?? 0;
  return pairs.filter(({ a, b }, at) => {
    if (!isInTree[at] && (degreeOf(a) >= maxExtraEdges || degreeOf(b) >= maxExtraEdges))
      return false;
    degrees.set(a, degreeOf(a) + 1);
    degrees.set(b, degreeOf(b) + 1);
    return true;
  });
}
