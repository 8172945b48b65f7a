import { measure } from '../extension/e2e-seam.ts';
import { discardStaleMetadata } from '../page/discard-stale-metadata.ts';
import type { PageRules } from '../page/page-rules.ts';
import type { Detection, PagePaper } from '../paper/paper.ts';
import { onContentChange, onUrlChange } from './page-changes.ts';

/** In milliseconds: after this time only the page's metadata is watched. */
const maxWritingTime = 30_000;

function whenParsed(run: () => void): void {
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', run, { once: true });
  } else run();
}

const withoutEvidence = (detection: Detection) => JSON.stringify({ ...detection, evidence: [] });

/** Whether the page can add nothing to the detection. */
function isComplete(detection: Detection | null): boolean {
  if (detection?.kind !== 'paper') return detection?.kind === 'listing';
  const { title, abstract, view } = detection.paper;
  return view === 'pdf' || (title !== null && abstract !== null);
}

/** Reads a page as soon as it is parsed, and again whenever its URL or content changes. */
class DetectionObserver {
  readonly #ended: AbortSignal;
  readonly #rules: PageRules;
  readonly #onDetection: (detection: Detection) => void;
  /** What the document said under an earlier URL, which it may still say. */
  #stale: { paper: PagePaper; url: string } | null = null;
  #last: Detection | null = null;
  #watching = new AbortController();

  constructor(ended: AbortSignal, rules: PageRules, onDetection: (detection: Detection) => void) {
    this.#ended = ended;
    this.#rules = rules;
    this.#onDetection = onDetection;
  }

  start(): void {
    const signal = this.#ended;
    whenParsed(() => {
      if (signal.aborted) return;
      this.#read(true);
      this.#watch();
    });
    onUrlChange(signal, (before) => this.#follow(before));
    const onShow = (event: PageTransitionEvent) => {
      // The page comes back from the browser's cache.
      if (event.persisted) this.#read(true);
    };
    window.addEventListener('pageshow', onShow, { signal });
  }

  #read(isForced = false): void {
    const url = location.href;
    const start = performance.now();
    const verdict = this.#rules.detect(url, document);
    const found = this.#stale
      ? discardStaleMetadata(verdict, this.#rules.detect(url), this.#stale.paper)
      : verdict;
    measure('kindred-document', start);
    const last = this.#last;
    if (!isForced && last !== null && withoutEvidence(found) === withoutEvidence(last)) return;
    this.#last = found;
    this.#onDetection(found);
  }

  /** Watches the whole document until the detection is complete or too much time has passed. */
  #watch(): void {
    const isWhole = isComplete(this.#last);
    const signal = this.#watchContent(isWhole ? 'head' : 'document', () => {
      this.#read();
      if (!isWhole && isComplete(this.#last)) this.#watch();
    });
    if (isWhole) return;
    const timer = setTimeout(() => {
      if (!signal.aborted) this.#watchContent('head', () => this.#read());
    }, maxWritingTime);
    signal.addEventListener('abort', () => clearTimeout(timer));
  }

  #watchContent(where: 'document' | 'head', changed: () => void): AbortSignal {
    this.#watching.abort();
    this.#watching = new AbortController();
    const signal = AbortSignal.any([this.#watching.signal, this.#ended]);
    onContentChange(document, where, signal, changed);
    return signal;
  }

  #follow(before: string): void {
    if (document.readyState === 'loading') return;
    const { sameWork } = this.#rules;
    if (!sameWork(before, location.href)) {
      // A page that was left before it wrote a title has nothing that could remain.
      if (this.#last?.kind === 'paper' && this.#last.paper.title !== null)
        this.#stale = { paper: this.#last.paper, url: before };
      if (this.#stale !== null && sameWork(this.#stale.url, location.href)) this.#stale = null;
    }
    this.#read();
    this.#watch();
  }
}

/**
 * Calls `onDetection` with the detection of the page as soon as it is parsed, and with each different
 * one after that, until `ended`. Metadata that still describes the paper of an earlier URL is ignored.
 */
export function observeDetection(
  ended: AbortSignal,
  rules: PageRules,
  onDetection: (detection: Detection) => void,
): void {
  new DetectionObserver(ended, rules, onDetection).start();
}
