/**
 * Keeps the focus in a view: when the focused element is removed and nothing else takes the focus,
 * it moves to what is in that place now.
 */
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

const focusable =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex="0"]';

const isVisible = (element: HTMLElement) =>
  element.checkVisibility() && !element.matches('[tabindex="-1"]');

/** The first focusable element in `place` after `before`, else the last, else the place itself. */
function nearestFocusable(place: HTMLElement, before: Node | null, root: HTMLElement): HTMLElement {
  const all = [...place.querySelectorAll<HTMLElement>(focusable)].filter(isVisible);
  const next = all.find(
    (element) =>
      before === null ||
      !before.isConnected ||
      before.compareDocumentPosition(element) === Node.DOCUMENT_POSITION_FOLLOWING,
  );
  const found = next ?? all.at(-1);
  if (found) return found;
  const outer = place.parentElement;
  // An outline around an empty list would be invisible.
  if (place !== root && outer && place.offsetHeight === 0)
    return nearestFocusable(outer, place, root);
  if (!place.hasAttribute('tabindex')) place.tabIndex = -1;
  return place;
}

/** The sibling before a removed node, without what was added in the same turn to replace it. */
function siblingBefore(record: MutationRecord, records: MutationRecord[]): Node | null {
  const added = new Set(records.flatMap(({ addedNodes }) => [...addedNodes]));
  let before = record.previousSibling;
  while (before !== null && added.has(before)) before = before.previousSibling;
  return before;
}

/** Moves the focus when the element that has it is removed. Returns what ends that. */
function keepFocus(root: HTMLElement): () => void {
  const tree = root.getRootNode() as Document | ShadowRoot;
  let focused: Node | null = null;
  // In a panel, the page around it may have taken the focus.
  const isFocusLost = () =>
    [null, document.body].includes(document.activeElement as HTMLElement | null) &&
    [null, document.body].includes(tree.activeElement as HTMLElement | null);

  const onFocusIn = (event: FocusEvent) => {
    focused = event.target as Node;
  };
  // Only some browsers fire `focusout` on removal, so an element still in the tree was left instead.
  const onFocusOut = (event: FocusEvent) => {
    const left = event.target as Node;
    queueMicrotask(() => {
      if (left === focused && left.isConnected && tree.activeElement !== left) focused = null;
    });
  };
  const observer = new MutationObserver((records) => {
    const lost = focused;
    if (lost === null || lost.isConnected) return;
    focused = null;
    if (!isFocusLost()) return;
    const record = records.findLast(
      ({ target, removedNodes }) =>
        root.contains(target) && [...removedNodes].some((node) => node.contains(lost)),
    );
    if (!record) return;
    const place = record.target as HTMLElement;
    // A virtual list sets its own scroll position.
    const preventScroll = place.closest('[data-keeps-place]') !== null;
    nearestFocusable(place, siblingBefore(record, records), root).focus({ preventScroll });
  });
  root.addEventListener('focusin', onFocusIn);
  root.addEventListener('focusout', onFocusOut);
  observer.observe(root, { childList: true, subtree: true });
  return () => {
    observer.disconnect();
    root.removeEventListener('focusin', onFocusIn);
    root.removeEventListener('focusout', onFocusOut);
  };
}

/** Keeps the focus in `root` for as long as the view is drawn. */
export function useKeptFocus(root: RefObject<HTMLElement | null>): void {
  useEffect(() => (root.current ? keepFocus(root.current) : undefined), []);
}
