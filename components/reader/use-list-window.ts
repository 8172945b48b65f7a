/** Which rows of the list are drawn, at the top of the window, and current. */
import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { PaperId } from '../../lib/paper/paper.ts';
import type { ListRow } from './list-rows.ts';
import { useVirtualRows } from './use-virtual-rows.ts';
import type { VisiblePapers } from './visible-papers.ts';

/** Estimated heights, in pixels; rows are measured once drawn. */
const rowHeight = 62;
const headingHeight = 52;
/** The height of the sticky bar above the rows: `.reader-bar` in reader.css. */
const barHeight = 44;
/** Rows ahead of the window that are fetched with those in it. */
const rowsAhead = 60;
/** How long the window must rest before its position is stored in the address. */
const restMs = 300;

/** The row that keys act on; -1 for none. By its key, as a refetched list may have rows before it. */
function useCurrentRow(rows: ListRow[]): [number, (index: number) => void] {
  const [currentKey, setCurrentKey] = useState<string | null>(null);
  const current = useMemo(
    () => (currentKey === null ? -1 : rows.findIndex(({ key }) => key === currentKey)),
    [rows, currentKey],
  );
  return [current, (index) => setCurrentKey(rows[index]?.key ?? null)];
}

export function useListWindow(rows: ListRow[]) {
  const [current, setCurrent] = useCurrentRow(rows);
  const sizes = useMemo(
    () => ({
      keyOf: (index: number) => rows[index]?.key ?? '',
      estimate: (index: number) => rowHeight + (rows[index]?.isFirst ? headingHeight : 0),
    }),
    [rows],
  );
  const { virtualizer, list, margin } = useVirtualRows({
    count: rows.length,
    ...sizes,
    kept: current,
    covered: barHeight,
  });
  const drawn = virtualizer.getVirtualItems();
  const offset = virtualizer.scrollOffset ?? 0;
  const top = virtualizer.getVirtualItemForOffset(offset + barHeight)?.index ?? 0;
  return {
    ...{ rows, current, setCurrent, virtualizer, list, margin, drawn, top },
    topRow: rows[Math.min(top, rows.length - 1)],
    /** The beginning of the list is above the window. */
    isScrolled: offset > margin,
  };
}

export type ListWindow = ReturnType<typeof useListWindow>;

/** Fetches the papers of the rows drawn, and of those that scrolling on would draw. */
export function useFetchDrawn({ rows, virtualizer, drawn }: ListWindow, papers: VisiblePapers) {
  useEffect(() => {
    const { startIndex, endIndex } = virtualizer.range ?? { startIndex: 0, endIndex: 0 };
    const ahead =
      virtualizer.scrollDirection === 'backward'
        ? rows.slice(Math.max(0, startIndex - rowsAhead), startIndex).reverse()
        : rows.slice(endIndex + 1, endIndex + 1 + rowsAhead);
    papers.show(
      drawn.flatMap(({ index }) => rows[index]?.id ?? []),
      ahead.map(({ id }) => id),
    );
  });
}

export interface ListPosition {
  /** The paper to scroll to; null for the top. */
  at: PaperId | null;
  /** Each new value scrolls there. */
  turn: string;
  /** Called with the paper at the top of the window once scrolling rests. */
  onAt: (id: PaperId | null) => void;
}

/** Scrolls to the position in the address, and reports where the user scrolled to. */
export function useListPosition(
  { rows, virtualizer, setCurrent, topRow, isScrolled }: ListWindow,
  { at, turn, onAt }: ListPosition,
) {
  useLayoutEffect(() => {
    setCurrent(-1);
    const index = at === null ? -1 : rows.findIndex(({ id }) => id === at);
    if (index > 0) virtualizer.scrollToIndex(index, { align: 'start' });
    else window.scrollTo(0, 0);
  }, [turn]);
  useEffect(() => {
    const position = isScrolled ? (topRow?.id ?? null) : null;
    const timer = setTimeout(() => onAt(position), restMs);
    return () => clearTimeout(timer);
  }, [topRow?.id, isScrolled]);
}
