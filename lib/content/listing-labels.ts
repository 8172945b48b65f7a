import type { ListingLabel } from '../answers/related/listing-label.ts';
import type { ListingLine } from '../page/listing-lines.ts';
import { labelName } from './host-element.ts';
import { LabelElement, type LabelRules } from './label-element.ts';

/** How many lines are labeled in one frame. */
const linesPerFrame = 50;

/** Removes every label of this page. */
export function removeLabels(document: Document): void {
  for (const label of document.querySelectorAll(labelName)) label.remove();
}

/** Adds the labels to their lines, some per frame, until aborted. Returns what was added. */
export async function placeLabels(
  lines: readonly ListingLine[],
  labels: readonly ListingLabel[],
  rules: LabelRules,
  signal: AbortSignal,
): Promise<HTMLElement[]> {
  const placed: HTMLElement[] = [];
  const byId = new Map(labels.map((label) => [label.arxivId, label]));
  const labeled = lines.filter(({ arxivId }) => byId.has(arxivId));
  for (let from = 0; from < labeled.length && !signal.aborted; from += linesPerFrame) {
    for (const { arxivId, place } of labeled.slice(from, from + linesPerFrame)) {
      const label = byId.get(arxivId) as ListingLabel;
      const { host } = new LabelElement(place.ownerDocument, label, rules);
      place.prepend(host);
      placed.push(host);
    }
    await new Promise(requestAnimationFrame);
  }
  return placed;
}
