import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { FailureError } from '../../messages/failure.ts';
import { listingLines } from '../../page/listing-lines.ts';
import type { Detection } from '../../paper/paper.ts';
import { background } from '../background.ts';
import { type MarkRules, placeMarks, removeMarks } from './line-marks.ts';
import { pageState } from './page-state.ts';

const lookForUpdate = 1_000;

async function setRead(mark: { id: string }, read: boolean): Promise<string | null> {
  try {
    await background.markRead({ ids: [mark.id], read });
    return null;
  } catch (error) {
    return error instanceof FailureError ? error.failure.message : String(error);
  }
}

/** Marks the lines of whatever listing the detector publishes, until Kindred is gone. */
export function markListing(
  context: ContentScriptContext,
  look: Pick<MarkRules, 'words' | 'styles'>,
): void {
  const state = pageState();
  if (state === null || state.listingMounted) return;
  state.listingMounted = true;
  let marking = new AbortController();

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
    removeMarks(document);
    const shown =
      site === 'huggingface'
        ? marks.filter(({ read, topics }) => read || topics.length > 0)
        : marks.filter(({ listed, topics }) => listed || topics.length > 0);
    await placeMarks(lines, shown, { ...look, setRead }, signal);
  };
  const listener = (detection: Detection) => void follow(detection);
  state.listeners.add(listener);
  // Without a background the marks would stay in the page, dead, after an update.
  context.setInterval(() => undefined, lookForUpdate);
  context.onInvalidated(() => {
    marking.abort();
    state.listeners.delete(listener);
    removeMarks(document);
  });
  if (state.detection !== null) listener(state.detection);
}
