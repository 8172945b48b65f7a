import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import type { ListingLabel } from '../answers/related/listing-label.ts';
import { background } from '../client/background-client.ts';
import { FailureError } from '../failure/failure.ts';
import { type ListingLine, listingLines } from '../page/listing-lines.ts';
import type { Detection } from '../paper/paper.ts';
import type { LabelRules } from './label-element.ts';
import { placeLabels, removeLabels } from './listing-labels.ts';
import { onContentChange } from './page-changes.ts';
import { pageState, watchContext } from './page-state.ts';

/** A page that removes the labels this often does not want them. */
const maxRewrites = 20;

async function setRead(label: { id: string }, read: boolean): Promise<string | null> {
  try {
    await background.markRead({ ids: [label.id], read });
    return null;
  } catch (error) {
    return error instanceof FailureError ? error.failure.message : String(error);
  }
}

const openPaper = ({ arxivId }: { arxivId: string }) =>
  void background.openPaper({ arxivId }).catch(() => undefined);

const idsOf = (lines: readonly ListingLine[]) => lines.map(({ arxivId }) => arxivId).join();

/** On Hugging Face nearly every line is in Daily Papers, so that is no reason for a label there. */
const isShown = (site: string, { listed, read, topics }: ListingLabel) =>
  topics.length > 0 || (site === 'huggingface' ? read : listed);

/** Labels the lines of the listings that a page shows, one after the other. */
class ListingLabeler {
  readonly #rules: LabelRules;
  #current = new AbortController();
  #rewrites = 0;

  constructor(look: Pick<LabelRules, 'text' | 'styles'>) {
    this.#rules = { ...look, setRead, follow: openPaper };
  }

  /** Labels the listing of a detection; removes the labels of the one before. */
  async show(detection: Detection): Promise<void> {
    this.#current.abort();
    this.#current = new AbortController();
    const { signal } = this.#current;
    const lines = detection.kind === 'listing' ? listingLines(location.href, document) : [];
    const arxivIds = [...new Set(lines.map(({ arxivId }) => arxivId))];
    const site = detection.kind === 'listing' ? detection.site : '';
    const labels =
      lines.length === 0 ? [] : await background.lineMarks({ site, arxivIds }).catch(() => []);
    if (signal.aborted) return;
    removeLabels(document);
    const shown = labels.filter((label) => isShown(site, label));
    const placed = await placeLabels(lines, shown, this.#rules, signal);
    if (detection.kind !== 'listing' || signal.aborted) return;
    // Pages that are rendered by scripts may write their lines again.
    const ids = idsOf(lines);
    onContentChange(document, 'document', signal, () => {
      if (this.#rewrites >= maxRewrites) return;
      const isLost = placed.some((host) => !host.isConnected);
      if (isLost || idsOf(listingLines(location.href, document)) !== ids) {
        this.#rewrites += 1;
        void this.show(detection);
      }
    });
  }

  remove(): void {
    this.#current.abort();
    removeLabels(document);
  }
}

/** Labels the lines of each listing that the detector publishes, until Kindred is updated or removed. */
export function labelListing(
  context: ContentScriptContext,
  look: Pick<LabelRules, 'text' | 'styles'>,
): void {
  const state = pageState();
  if (state === null || state.listingMounted) return;
  state.listingMounted = true;
  const labeler = new ListingLabeler(look);
  const show = (detection: Detection) => void labeler.show(detection);
  state.listeners.add(show);
  watchContext(context, () => {
    state.listeners.delete(show);
    labeler.remove();
  });
  if (state.detection !== null) show(state.detection);
}
