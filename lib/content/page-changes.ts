/** Detects that a page has navigated inside its document, or has rewritten its content. */

/** In milliseconds, where the browser has no Navigation API: Firefox before 147. */
const urlPollInterval = 500;
/** Content counts as rewritten after a pause of this many milliseconds, */
const pauseMs = 120;
/** and at the latest after this many, for a page that never pauses. */
const maxDelayMs = 1_000;

interface Navigation extends EventTarget {
  readonly currentEntry: unknown;
}

/**
 * Calls back after each change of the URL within this document, with the URL before, until aborted.
 */
export function onUrlChange(signal: AbortSignal, changed: (before: string) => void): void {
  let last = location.href;
  const check = () => {
    if (location.href === last) return;
    const before = last;
    last = location.href;
    changed(before);
  };
  const { navigation } = window as { navigation?: Navigation };
  navigation?.addEventListener('currententrychange', check, { signal });
  window.addEventListener('popstate', check, { signal });
  window.addEventListener('hashchange', check, { signal });
  if (navigation !== undefined) return;
  const timer = setInterval(check, urlPollInterval);
  signal.addEventListener('abort', () => clearInterval(timer));
}

const metadataTags = 'meta,title,link,script[type="application/ld+json"]';

function changesMetadata({ type, target, addedNodes }: MutationRecord): boolean {
  if (type === 'attributes') return true;
  const element = target instanceof Element ? target : target.parentElement;
  if (element?.closest(metadataTags)) return true;
  return [...addedNodes].some((node) => node instanceof Element && node.matches(metadataTags));
}

/**
 * Calls back when the document has changed and paused, until aborted: anywhere, or only in the
 * metadata of its head.
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
    if (where === 'head' && !records.some(changesMetadata)) return;
    const now = performance.now();
    since ??= now;
    clearTimeout(timer);
    timer = setTimeout(run, Math.max(0, Math.min(pauseMs, since + maxDelayMs - now)));
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
