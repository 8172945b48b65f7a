/** Keys that an input method takes while words are composed: Enter confirms there, Escape gives up. */
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** What browsers give as the code of a key that an input method has taken. */
const takenKey = 229;

function keepToItself(event: KeyboardEvent): void {
  if (event.isComposing || event.keyCode === takenKey) event.stopPropagation();
}

/** Lets no view act on the keys of a composition anywhere in `root`. */
export function useInputMethod(root: RefObject<HTMLElement | null>): void {
  useEffect(() => root.current?.addEventListener('keydown', keepToItself, true), []);
}
