/**
 * The focus is never lost: where what had it is taken away and nothing else takes it, it goes to
 * what stands in that place now.
 */
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

const reachable =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex="0"]';

const isShown = (element: HTMLElement) =>
  element.checkVisibility() && !element.matches('[tabindex="-1"]');

/** The first that can be reached behind `before` in `place`, else the last before it, else the place itself. */
function nearest(place: HTMLElement, before: Node | null, root: HTMLElement): HTMLElement {
  const all = [...place.querySelectorAll<HTMLElement>(reachable)].filter(isShown);
  const behind = all.find(
    (one) =>
      before === null ||
      !before.isConnected ||
      before.compareDocumentPosition(one) === Node.DOCUMENT_POSITION_FOLLOWING,
  );
  const found = behind ?? all.at(-1);
  if (found) return found;
  const outer = place.parentElement;
  // An empty list is no place to be seen.
  if (place !== root && outer && place.offsetHeight === 0) return nearest(outer, place, root);
  if (!place.hasAttribute('tabindex')) place.tabIndex = -1;
  return place;
}

/** Keeps the focus in `root` when the element that has it is removed. Returns what ends that. */
export function keepFocus(root: HTMLElement): () => void {
  const tree = root.getRootNode() as Document | ShadowRoot;
  let held: Node | null = null;
  // On other people's pages the page itself may have taken it.
  const nobodyHasIt = () =>
    [null, document.body].includes(document.activeElement as HTMLElement | null) &&
    [null, document.body].includes(tree.activeElement as HTMLElement | null);

  const comes = (event: FocusEvent) => {
    held = event.target as Node;
  };
  // Browsers differ in whether a removed element is told; one that is still there was left.
  const leaves = (event: FocusEvent) => {
    const left = event.target as Node;
    queueMicrotask(() => {
      if (left === held && left.isConnected && tree.activeElement !== left) held = null;
    });
  };
  const watch = new MutationObserver((records) => {
    const lost = held;
    if (lost === null || lost.isConnected) return;
    held = null;
    if (!nobodyHasIt()) return;
    const record = records.findLast(
      ({ target, removedNodes }) =>
        root.contains(target) && [...removedNodes].some((node) => node.contains(lost)),
    );
    if (!record) return;
    // What came in its place may have come before it went.
    const added = new Set(records.flatMap(({ addedNodes }) => [...addedNodes]));
    let before = record.previousSibling;
    while (before !== null && added.has(before)) before = before.previousSibling;
    const place = record.target as HTMLElement;
    // A list of which only a part is drawn has said itself where it wants to be.
    const preventScroll = place.closest('[data-keeps-place]') !== null;
    nearest(place, before, root).focus({ preventScroll });
  });
  root.addEventListener('focusin', comes);
  root.addEventListener('focusout', leaves);
  watch.observe(root, { childList: true, subtree: true });
  return () => {
    watch.disconnect();
    root.removeEventListener('focusin', comes);
    root.removeEventListener('focusout', leaves);
  };
}

/** The same for as long as a view is drawn. */
export function useKeptFocus(root: RefObject<HTMLElement | null>): void {
  useEffect(() => (root.current ? keepFocus(root.current) : undefined), []);
}
