/**
 * The kept virtual list in Preact: only the rows near the window are drawn, of whatever height. The
 * window itself scrolls.
 */
import {
  defaultRangeExtractor,
  observeWindowOffset,
  observeWindowRect,
  type Range,
  Virtualizer,
  type VirtualizerOptions,
  windowScroll,
} from '@tanstack/virtual-core';
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';

export interface VirtualRowsOptions {
  count: number;
  /** This and `estimate` must stay the same functions: others have every row measured again. */
  keyOf: (index: number) => string;
  /** Height of a row before it is measured, in pixels. */
  estimate: (index: number) => number;
  /** A row that stays drawn wherever the window is, because it has the focus; -1 for none. */
  kept: number;
  /** Height of what covers the top of the window. */
  covered: number;
}

type Rows = Virtualizer<Window, HTMLElement>;
type Options = VirtualizerOptions<Window, HTMLElement>;

const overscan = 4;

/** The virtual list over the window, and what its element's `ref` is. */
export function useVirtualRows({ count, keyOf, estimate, kept, covered }: VirtualRowsOptions) {
  const [, redraw] = useState(0);
  const [margin, setMargin] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const again = useCallback(() => redraw((turn) => turn + 1), []);
  const options: Options = {
    count,
    getScrollElement: () => window,
    estimateSize: estimate,
    getItemKey: keyOf,
    overscan,
    scrollMargin: margin,
    scrollPaddingStart: covered,
    scrollPaddingEnd: 8,
    initialOffset: () => window.scrollY,
    scrollToFn: windowScroll,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    onChange: again,
    rangeExtractor: (range: Range) => {
      const drawn = defaultRangeExtractor(range);
      if (kept < 0 || kept >= count || drawn.includes(kept)) return drawn;
      return [...drawn, kept].sort((a, b) => a - b);
    },
  };
  const [rows] = useState<Rows>(() => new Virtualizer(options));
  rows.setOptions(options);
  useLayoutEffect(() => rows._didMount(), [rows]);
  useLayoutEffect(() => {
    rows._willUpdate();
    // Nothing above the list changes its height while the window moves.
    if (rows.isScrolling) return;
    const top = list.current ? list.current.getBoundingClientRect().top + window.scrollY : 0;
    if (Math.abs(top - margin) > 1) setMargin(top);
  });
  return { rows, list, margin };
}
