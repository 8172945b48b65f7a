import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * For the heading of a section that was just opened: it takes the focus, and the section comes into
 * sight; and again with `news`, when what stands above it may have grown.
 */
export function useFocusOnOpen<E extends HTMLElement>(news?: unknown) {
  const heading = useRef<E>(null);
  const first = useRef(true);
  useLayoutEffect(() => {
    if (first.current) heading.current?.focus();
    first.current = false;
    const section = heading.current?.closest('section');
    const focused = section?.querySelector(':focus');
    if (!focused) return;
    section?.scrollIntoView({ block: 'nearest' });
    focused.scrollIntoView({ block: 'nearest' });
  }, [news]);
  return heading;
}
