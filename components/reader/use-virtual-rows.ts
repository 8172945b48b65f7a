/** A virtual list over the window for Preact: only the rows near the window are drawn, at any height. */
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

interface VirtualRowsOptions {
  count: number;
  /** Must stay the same function, as must `estimate`: a new one discards all measured heights. */
  keyOf: (index: number) => string;
  /** The height of a row before it is measured, in pixels. */
  estimate: (index: number) => number;
  /** A row that stays drawn because it has the focus; -1 for none. */
  kept: number;
  /** The height of the bar that covers the top of the window, in pixels. */
  covered: number;
}

type WindowVirtualizer = Virtualizer<Window, HTMLElement>;

/** Rows drawn before and after those in the window. */
const overscan = 4;

/** Returns the virtualizer, the ref for its list, and the list's distance from the top of the page. */
export function useVirtualRows({ count, keyOf, estimate, kept, covered }: VirtualRowsOptions) {
  const [, redraw] = useState(0);
  const [margin, setMargin] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const onChange = useCallback(() => redraw((turn) => turn + 1), []);
  const options: VirtualizerOptions<Window, HTMLElement> = {
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
    onChange,
    rangeExtractor: (range: Range) => {
      const drawn = defaultRangeExtractor(range);
      if (kept < 0 || kept >= count || drawn.includes(kept)) return drawn;
      return [...drawn, kept].sort((a, b) => a - b);
    },
  };
  const [virtualizer] = useState<WindowVirtualizer>(() => new Virtualizer(options));
  virtualizer.setOptions(options);
  // As the library's adapters for React and others do.
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => {
    virtualizer._willUpdate();
    // Nothing above the list changes its height while the window scrolls.
    if (virtualizer.isScrolling) return;
    const top = list.current ? list.current.getBoundingClientRect().top + window.scrollY : 0;
    if (Math.abs(top - margin) > 1) setMargin(top);
  });
  return { virtualizer, list, margin };
}
