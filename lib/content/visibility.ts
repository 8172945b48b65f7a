/**
 * A paper whose page has been visible for five seconds, all told, counts as read.
 */

const enough = 5_000;

/** Calls `seen` once, when the document has been visible for five seconds, until aborted. */
export function onceVisibleLongEnough(
  document: Document,
  signal: AbortSignal,
  seen: () => void,
): void {
  let before = 0;
  let since: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const pause = () => {
    if (since !== null) before += performance.now() - since;
    since = null;
    clearTimeout(timer);
  };
  const follow = () => {
    pause();
    if (document.visibilityState !== 'visible') return;
    since = performance.now();
    timer = setTimeout(
      () => {
        stop.abort();
        seen();
      },
      Math.max(0, enough - before),
    );
  };
  const stop = new AbortController();
  signal.addEventListener('abort', () => stop.abort());
  stop.signal.addEventListener('abort', pause);
  document.addEventListener('visibilitychange', follow, { signal: stop.signal });
  follow();
}

/** Runs once the page is really shown: at once, or when a prerendered page is activated. */
export function onceActivated(document: Document, run: () => void): void {
  if ('prerendering' in document && document.prerendering === true) {
    document.addEventListener('prerenderingchange', run, { once: true });
  } else run();
}
