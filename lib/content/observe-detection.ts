/** Reads a page when it is there, and again whenever it has turned to something else. */
import { discardStaleMetadata } from '../page/discard-stale-metadata.ts';
import type { PageRules } from '../page/page-rules.ts';
import type { Detection, PagePaper } from '../paper/paper.ts';
import { onContentChange, onUrlChange } from './page-changes.ts';

/** So long a page may be writing its paper down; after that only its tags are watched. */
const writingTime = 30_000;

function whenParsed(run: () => void): void {
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', run, { once: true });
  } else run();
}

const tells = (detection: Detection) => JSON.stringify({ ...detection, evidence: [] });

/** Whether there is nothing left that the page might still say. */
function isWhole(detection: Detection): boolean {
  if (detection.kind !== 'paper') return detection.kind === 'listing';
  const { title, abstract, view } = detection.paper;
  return view === 'pdf' || (title !== null && abstract !== null);
}

/**
 * Gives the verdict on the page as soon as the document is there, and each new verdict after that:
 * when the page turns to another address, when it writes tags late, when it comes back from the
 * page cache; until `ended`. A document that still shows the paper of the address before is not
 * believed.
 */
export function observeDetection(
  ended: AbortSignal,
  rules: PageRules,
  told: (detection: Detection) => void,
): void {
  /** What the document said under an earlier address; it may say so still. */
  let stale: { paper: PagePaper; url: string } | null = null;
  let last: Detection | null = null;
  let watching = new AbortController();

  const read = (always = false) => {
    const url = location.href;
    const start = performance.now();
    const verdict = rules.detect(url, document);
    const found = stale ? discardStaleMetadata(verdict, rules.detect(url), stale.paper) : verdict;
    // End-to-end builds tell the page's own timeline how long a verdict took.
    if (import.meta.env.MODE === 'e2e') performance.measure('kindred-document', { start });
    if (!always && last !== null && tells(found) === tells(last)) return;
    last = found;
    told(found);
  };
  const watch = () => {
    watching.abort();
    watching = new AbortController();
    const signal = AbortSignal.any([watching.signal, ended]);
    const whole = last !== null && isWhole(last);
    onContentChange(document, whole ? 'head' : 'document', signal, () => {
      read();
      if (!whole && last !== null && isWhole(last)) watch();
    });
    if (whole) return;
    const timer = setTimeout(() => {
      if (signal.aborted) return;
      watching.abort();
      watching = new AbortController();
      const after = AbortSignal.any([watching.signal, ended]);
      onContentChange(document, 'head', after, read);
    }, writingTime);
    signal.addEventListener('abort', () => clearTimeout(timer));
  };

  whenParsed(() => {
    if (ended.aborted) return;
    read(true);
    watch();
  });
  onUrlChange(ended, (before) => {
    if (document.readyState === 'loading') return;
    if (!rules.sameWork(before, location.href)) {
      // Left before it was written, an address has nothing that could linger.
      if (last?.kind === 'paper' && last.paper.title !== null)
        stale = { paper: last.paper, url: before };
      if (stale !== null && rules.sameWork(stale.url, location.href)) stale = null;
    }
    read();
    watch();
  });
  window.addEventListener(
    'pageshow',
    (event) => {
      if (event.persisted) read(true);
    },
    { signal: ended },
  );
}
