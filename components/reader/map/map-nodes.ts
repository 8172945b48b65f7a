/** The papers of a map as views name them: by number, 0 for the one in the middle. */
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
  /** In plain letters. */
  title: string;
  /** What it is called aloud: number, title and marks. */
  name: string;
  /** Null for a paper that the digest does not have. */
  line: DigestLine | null;
  marks: Marks | null;
  /** What it shares with the center. */
  why: string[];
}

/** The center and the papers, with the marks set since the map was asked for. */
export function nodesOf(
  center: MapCenter,
  papers: MapPaper[],
  marked: ReadonlyMap<PaperId, Partial<Marks>>,
): MapNode[] {
  const node = (
    { id, title: given }: Pick<MapCenter, 'id' | 'title'>,
    known: DigestLine | null,
    number: number,
    why: string[],
  ): MapNode => {
    const marks = known && { ...known.marks, ...marked.get(id) };
    const line = known && marks && { ...known, marks, news: marks.read ? [] : known.news };
    const title = plainText(given) || i18n.t('paper.untitled');
    const called =
      number === 0
        ? i18n.t('map.center', [title])
        : i18n.t('map.numbered', [formatNumber(number), title]);
    const name = [
      called,
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

/** For each paper the numbers of those joined with it, ascending. */
export function neighborsOf(edges: MapEdge[], count: number): number[][] {
  const near = Array.from({ length: count }, (): number[] => []);
  for (const { a, b } of edges) {
    near[a]?.push(b);
    near[b]?.push(a);
  }
  return near.map((numbers) => numbers.sort((a, b) => a - b));
}
