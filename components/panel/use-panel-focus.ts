import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Moves the focus between the tab of the closed panel and the close button of the open one. In a
 * layout effect: a later one would leave the focus nowhere for a frame, and a key pressed then is lost.
 */
export function usePanelFocus(isOpen: boolean, takesFocus: boolean) {
  const tab = useRef<HTMLButtonElement>(null);
  const closeButton = useRef<HTMLButtonElement>(null);
  const shouldMove = useRef(takesFocus);
  useLayoutEffect(() => {
    if (shouldMove.current) (isOpen ? closeButton : tab).current?.focus();
    shouldMove.current = false;
  }, [isOpen]);
  const moveWithNext = () => {
    shouldMove.current = true;
  };
  return { tab, closeButton, moveWithNext };
}
