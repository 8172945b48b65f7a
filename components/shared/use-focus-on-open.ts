import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Returns a ref for the heading of a section that was just opened: it takes the focus and the section
 * scrolls into view; again when `content` changes, since what is above may have grown.
 */
export function useFocusOnOpen<E extends HTMLElement>(content?: unknown) {
  const heading = useRef<E>(null);
  const isFirst = useRef(true);
  useLayoutEffect(() => {
    if (isFirst.current) heading.current?.focus();
    isFirst.current = false;
    const section = heading.current?.closest('section');
    const focused = section?.querySelector(':focus');
    if (!focused) return;
    section?.scrollIntoView({ block: 'nearest' });
    focused.scrollIntoView({ block: 'nearest' });
  }, [content]);
  return heading;
}
