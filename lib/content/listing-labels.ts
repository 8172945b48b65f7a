import type { ListingLabel } from '../answers/related/listing-label.ts';
import type { ListingLine } from '../page/listing-lines.ts';
import { labelName } from './host-element.ts';

/** How many lines are marked before the page may draw again. */
const atOnce = 50;

export interface LabelText {
  /** What a mark says of its paper. */
  of(mark: ListingLabel): string;
  /** What a click on it does. */
  action(mark: ListingLabel): string;
  /** What its second button does: leads to where a topic of papers like this one is made. */
  follow: string;
}

export interface LabelRules {
  words: LabelText;
  styles: string;
  /** Resolves to a sentence when the user's change could not be kept. */
  setRead(mark: ListingLabel, read: boolean): Promise<string | null>;
  follow(mark: ListingLabel): void;
}

/** Removes every mark of this page. */
export function removeLabels(document: Document): void {
  for (const mark of document.querySelectorAll(labelName)) mark.remove();
}

/** Puts the marks on their lines, some at a time, until aborted, and answers what was put. */
export async function placeLabels(
  lines: readonly ListingLine[],
  marks: readonly ListingLabel[],
  rules: LabelRules,
  signal: AbortSignal,
): Promise<HTMLElement[]> {
  const placed: HTMLElement[] = [];
  const known = new Map(marks.map((mark) => [mark.arxivId, mark]));
  const marked = lines.filter(({ arxivId }) => known.has(arxivId));
  for (let from = 0; from < marked.length && !signal.aborted; from += atOnce) {
    for (const { arxivId, place } of marked.slice(from, from + atOnce)) {
      const mark = markElement(place.ownerDocument, known.get(arxivId) as ListingLabel, rules);
      place.prepend(mark);
      placed.push(mark);
    }
    await new Promise(requestAnimationFrame);
  }
  return placed;
}

function markElement(document: Document, known: ListingLabel, rules: LabelRules): HTMLElement {
  const host = document.createElement(labelName);
  host.hidden = true;
  // Anything but out of the flow would move the line, even for one frame.
  host.style.setProperty('position', 'absolute', 'important');
  const root = host.attachShadow({ mode: import.meta.env.MODE === 'e2e' ? 'open' : 'closed' });
  const style = document.createElement('style');
  style.textContent = rules.styles;
  const button = document.createElement('button');
  button.type = 'button';
  const tip = document.createElement('div');
  tip.className = 'tip';
  const said = document.createElement('span');
  said.setAttribute('aria-hidden', 'true');
  const like = document.createElement('button');
  like.type = 'button';
  like.className = 'like';
  like.textContent = rules.words.follow;
  tip.append(said, like);
  const failed = document.createElement('span');
  failed.className = 'failed';
  failed.setAttribute('role', 'alert');
  root.append(style, button, tip, failed);

  let mark = known;
  let isKeeping = false;
  const draw = () => {
    const words = rules.words.of(mark);
    const action = rules.words.action(mark);
    button.dataset.shape = mark.topics.length > 0 ? 'topic' : 'listed';
    button.dataset.read = String(mark.read);
    button.setAttribute('aria-label', `${words}. ${action}`);
    said.textContent = `${words}. ${action}`;
  };
  button.addEventListener('click', async (event) => {
    if (!event.isTrusted) return;
    event.preventDefault();
    event.stopPropagation();
    // The second half of a double click, or of one that is about what is not known yet.
    if (event.detail > 1 || isKeeping) return;
    isKeeping = true;
    failed.textContent = '';
    const read = !mark.read;
    const problem = await rules.setRead(mark, read);
    isKeeping = false;
    if (problem === null) {
      mark = { ...mark, read };
      draw();
    } else {
      said.textContent = problem;
      failed.textContent = problem;
    }
  });
  like.addEventListener('click', (event) => {
    if (!event.isTrusted) return;
    event.preventDefault();
    event.stopPropagation();
    rules.follow(mark);
  });
  draw();
  return host;
}
