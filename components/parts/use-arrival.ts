import { useLayoutEffect, useRef } from 'preact/hooks';

/** For the heading of a section that was just opened: it takes the focus, and the section comes into sight. */
export function useArrival<E extends HTMLElement>() {
  const heading = useRef<E>(null);
  useLayoutEffect(() => {
    const come = () => {
      heading.current?.closest('section')?.scrollIntoView({ block: 'nearest' });
      heading.current?.scrollIntoView({ block: 'nearest' });
    };
    heading.current?.focus();
    come();
    // Once more when all of it stands: Chromium goes back where a menu closes in the same moment.
    requestAnimationFrame(come);
  }, []);
  return heading;
}
