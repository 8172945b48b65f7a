import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ListWindow } from './use-list-window.ts';

type GoTo = (index: number, align?: 'auto' | 'start') => void;

/**
 * Returns a function that scrolls to a row and focuses it, as soon as it is drawn. Each new value of
 * `entries` focuses the current row, or the one at the top of the window.
 */
export function useRowFocus(
  { rows, current, setCurrent, virtualizer, list, top }: ListWindow,
  entries: number,
): GoTo {
  const pending = useRef(-1);
  const focusPending = () => {
    if (pending.current < 0) return;
    const row = list.current?.querySelector<HTMLElement>(`[data-index="${pending.current}"]`);
    if (!row) return;
    pending.current = -1;
    row.focus({ preventScroll: true });
  };
  useLayoutEffect(focusPending);
  const goTo: GoTo = (index, align = 'auto') => {
    const to = Math.max(0, Math.min(index, rows.length - 1));
    pending.current = to;
    setCurrent(to);
    virtualizer.scrollToIndex(to, { align });
    // Going to the row that is current already draws nothing, so the effect does not run.
    if (to === current) focusPending();
  };
  const entered = useRef(entries);
  // A layout effect, so that the next key acts on the row.
  useLayoutEffect(() => {
    if (entries !== entered.current) goTo(current < 0 ? top : current);
    entered.current = entries;
  }, [entries]);
  return goTo;
}
