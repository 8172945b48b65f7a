/** While an input method composes text, Enter confirms its suggestion and Escape cancels it. */
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/**
 * `keyCode` of a key that the input method handles:
 * https://developer.mozilla.org/docs/Web/API/Element/keydown_event
 */
const composingKeyCode = 229;

function stopComposingKeys(event: KeyboardEvent): void {
  if (event.isComposing || event.keyCode === composingKeyCode) event.stopPropagation();
}

/** Hides the keys of a composition anywhere in `root` from every handler of a view. */
export function useInputMethod(root: RefObject<HTMLElement | null>): void {
  useEffect(() => root.current?.addEventListener('keydown', stopComposingKeys, true), []);
}
