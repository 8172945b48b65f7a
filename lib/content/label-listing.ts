import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { background } from '../client/background-client.ts';
import { FailureError } from '../failure/failure.ts';
import { type ListingLine, listingLines } from '../page/listing-lines.ts';
import type { Detection } from '../paper/paper.ts';
import { type LabelRules, placeLabels, removeLabels } from './listing-labels.ts';
import { onContentChange } from './page-changes.ts';
import { pageState } from './page-state.ts';

const lookForUpdate = 1_000;
/** A page that takes the marks away so often does not want them. */
const mostRewritings = 20;

async function setRead(mark: { id: string }, read: boolean): Promise<string | null> {
  try {
    await background.markRead({ ids: [mark.id], read });
    return null;
  } catch (error) {
    return error instanceof FailureError ? error.failure.message : String(error);
  }
}

const showPaper = ({ arxivId }: { arxivId: string }) =>
  void background.openPaper({ arxivId }).catch(() => undefined);

const idsOf = (lines: readonly ListingLine[]) => lines.map(({ arxivId }) => arxivId).join();

/** Marks the lines of whatever listing the detector publishes, until Kindred is gone. */
export function labelListing(
  context: ContentScriptContext,
  look: Pick<LabelRules, 'words' | 'styles'>,
): void {
  const state = pageState();
  if (state === null || state.listingMounted) return;
  state.listingMounted = true;
  let marking = new AbortController();
  let rewritings = 0;

  const follow = async (detection: Detection) => {
    marking.abort();
    marking = new AbortController();
    const { signal } = marking;
    const lines = detection.kind === 'listing' ? listingLines(location.href, document) : [];
    const arxivIds = [...new Set(lines.map(({ arxivId }) => arxivId))];
    const site = detection.kind === 'listing' ? detection.site : '';
    const marks =
      lines.length === 0 ? [] : await background.lineMarks({ site, arxivIds }).catch(() => []);
    if (signal.aborted) return;
    removeLabels(document);
    const shown =
      site === 'huggingface'
        ? marks.filter(({ read, topics }) => read || topics.length > 0)
        : marks.filter(({ listed, topics }) => listed || topics.length > 0);
    const placed = await placeLabels(lines, shown, { ...look, setRead, follow: showPaper }, signal);
    if (detection.kind !== 'listing' || signal.aborted) return;
    // Pages that run as programs write their lines again when those have started.
    const written = idsOf(lines);
    onContentChange(document, 'document', signal, () => {
      if (rewritings >= mostRewritings) return;
      const lost = placed.some((mark) => !mark.isConnected);
      if (lost || idsOf(listingLines(location.href, document)) !== written) {
        rewritings += 1;
        void follow(detection);
      }
    });
  };
  const listener = (detection: Detection) => void follow(detection);
  state.listeners.add(listener);
  // Without a background the marks would stay in the page, dead, after an update.
  context.setInterval(() => undefined, lookForUpdate);
  context.onInvalidated(() => {
    marking.abort();
    state.listeners.delete(listener);
    removeLabels(document);
  });
  if (state.detection !== null) listener(state.detection);
}
