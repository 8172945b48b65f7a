/** What tells that a page has turned to something else, or has more to say of itself. */
/** Where the browser has no Navigation API (Firefox before 147), the address is looked at so often. */
const lookEvery = 500;
/** A page that is being written is read again when it has paused so long, */
const pause = 120;
/** and at least so often while it does not. */
const longest = 1_000;

interface Navigation extends EventTarget {
  readonly currentEntry: unknown;
}

/**
 * Calls back after each change of the address within this document, with the address before, until
 * aborted.
 */
export function onUrlChange(signal: AbortSignal, changed: (before: string) => void): void {
  let last = location.href;
  const look = () => {
    if (location.href === last) return;
    const before = last;
    last = location.href;
    changed(before);
  };
  const { navigation } = window as { navigation?: Navigation };
  navigation?.addEventListener('currententrychange', look, { signal });
  window.addEventListener('popstate', look, { signal });
  window.addEventListener('hashchange', look, { signal });
  if (navigation !== undefined) return;
  const timer = setInterval(look, lookEvery);
  signal.addEventListener('abort', () => clearInterval(timer));
}

const telling = 'meta,title,link,script[type="application/ld+json"]';

function tells({ type, target, addedNodes }: MutationRecord): boolean {
  if (type === 'attributes') return true;
  const element = target instanceof Element ? target : target.parentElement;
  if (element?.closest(telling)) return true;
  return [...addedNodes].some((node) => node instanceof Element && node.matches(telling));
}

/**
 * Calls back when the document has changed and paused, until aborted: of the whole document, or of
 * the tags in its head alone.
 */
export function onContentChange(
  document: Document,
  where: 'document' | 'head',
  signal: AbortSignal,
  rewritten: () => void,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since: number | null = null;
  const run = () => {
    since = null;
    rewritten();
  };
  const observer = new MutationObserver((records) => {
    if (where === 'head' && !records.some(tells)) return;
    const now = performance.now();
    since ??= now;
    clearTimeout(timer);
    timer = setTimeout(run, Math.max(0, Math.min(pause, since + longest - now)));
  });
  observer.observe(where === 'head' ? (document.head ?? document) : document, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['content', 'href'],
  });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    observer.disconnect();
  });
}
