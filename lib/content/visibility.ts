/** In milliseconds: a paper counts as read once its page was visible this long in total. */
const readingTime = 5_000;

/** Calls `seen` once, when the document was visible for five seconds in total, until aborted. */
export function onceVisibleLongEnough(
  document: Document,
  signal: AbortSignal,
  seen: () => void,
): void {
  let total = 0;
  let since: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = new AbortController();
  const pause = () => {
    if (since !== null) total += performance.now() - since;
    since = null;
    clearTimeout(timer);
  };
  const finish = () => {
    stop.abort();
    seen();
  };
  const update = () => {
    pause();
    if (document.visibilityState !== 'visible') return;
    since = performance.now();
    timer = setTimeout(finish, Math.max(0, readingTime - total));
  };
  signal.addEventListener('abort', () => stop.abort());
  stop.signal.addEventListener('abort', pause);
  document.addEventListener('visibilitychange', update, { signal: stop.signal });
  update();
}

/** Runs once the user sees the page: at once, or when a prerendered page is activated. */
export function onceActivated(document: Document, run: () => void): void {
  if ('prerendering' in document && document.prerendering === true) {
    document.addEventListener('prerenderingchange', run, { once: true });
  } else run();
}
