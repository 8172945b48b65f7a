import { useLayoutEffect, useRef } from 'preact/hooks';

/** For the heading of a section that was just opened: it takes the focus, and the section comes into sight. */
export function useArrival<E extends HTMLElement>() {
  const heading = useRef<E>(null);
  useLayoutEffect(() => {
    heading.current?.focus();
    heading.current?.closest('section')?.scrollIntoView({ block: 'nearest' });
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return heading;
}
