/** The papers of a map as views show them: by number, 0 for the one in the middle. */
import { i18n } from '#i18n';
import type {
  DigestLine,
  MapCenter,
  MapPaper,
} from '../../../lib/answers/reader/reader-answers.ts';
import type { MapEdge } from '../../../lib/map/map-edge.ts';
import type { Marks } from '../../../lib/marks/marks.ts';
import type { PaperId } from '../../../lib/paper/paper.ts';
import { plainText } from '../../../lib/text/plain-text.ts';
import { formatNumber } from '../../format.ts';

export interface MapNode {
  id: PaperId;
  /** Plain text. */
  title: string;
  /** The accessible name: number, title and marks. */
  name: string;
  /** Null for a paper that the digest does not have. */
  line: DigestLine | null;
  marks: Marks | null;
  /** The terms it shares with the center. */
  why: string[];
}

/** The center and the papers, with the marks set since the map was fetched. */
export function nodesOf(
  center: MapCenter,
  papers: MapPaper[],
  marked: ReadonlyMap<PaperId, Partial<Marks>>,
): MapNode[] {
  const node = (
    { id, title: titleMarkup }: Pick<MapCenter, 'id' | 'title'>,
    stored: DigestLine | null,
    number: number,
    why: string[],
  ): MapNode => {
    const marks = stored && { ...stored.marks, ...marked.get(id) };
    const line = stored && marks && { ...stored, marks, news: marks.read ? [] : stored.news };
    const title = plainText(titleMarkup) || i18n.t('paper.untitled');
    const numbered =
      number === 0
        ? i18n.t('map.center', [title])
        : i18n.t('map.numbered', [formatNumber(number), title]);
    const name = [
      numbered,
      ...(marks?.saved ? [i18n.t('paper.saved')] : []),
      ...(marks?.read ? [i18n.t('paper.read')] : []),
    ].join(', ');
    return { id, title, name, line, marks, why };
  };
  return [
    node(center, center.line, 0, []),
    ...papers.map((line, place) => node(line.paper, line, place + 1, line.why)),
  ];
}

/** For each paper the numbers of the papers linked to it, ascending. */
export function neighborsOf(edges: MapEdge[], count: number): number[][] {
  const neighbors = Array.from({ length: count }, (): number[] => []);
  for (const { a, b } of edges) {
    neighbors[a]?.push(b);
    neighbors[b]?.push(a);
  }
  return neighbors.map((numbers) => numbers.sort((a, b) => a - b));
}
