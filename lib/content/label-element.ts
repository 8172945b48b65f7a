import type { ListingLabel } from '../answers/related/listing-label.ts';
import { attachShadowRoot } from '../extension/e2e-seam.ts';
import { labelName } from './host-element.ts';

interface LabelText {
  /** What a label says about its paper. */
  of(label: ListingLabel): string;
  /** What a click on it does. */
  action(label: ListingLabel): string;
  /** What its second button does: opens the paper where a topic of papers like it can be made. */
  follow: string;
}

export interface LabelRules {
  text: LabelText;
  styles: string;
  /** Resolves to a sentence where the change could not be stored. */
  setRead(label: ListingLabel, read: boolean): Promise<string | null>;
  follow(label: ListingLabel): void;
}

function create<K extends keyof HTMLElementTagNameMap>(
  document: Document,
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
): HTMLElementTagNameMap[K] {
  return Object.assign(document.createElement(name), properties);
}

/** The label beside a line of a listing: a sign with a tooltip, which toggles the read mark. */
export class LabelElement {
  readonly host: HTMLElement;
  readonly #rules: LabelRules;
  readonly #button: HTMLButtonElement;
  readonly #text: HTMLElement;
  /** Visually hidden; announces failures. */
  readonly #alert: HTMLElement;
  #label: ListingLabel;
  #isStoring = false;

  constructor(document: Document, label: ListingLabel, rules: LabelRules) {
    this.#label = label;
    this.#rules = rules;
    this.host = document.createElement(labelName);
    this.host.hidden = true;
    // In the flow, it would shift the line for a frame, until the content style applies.
    this.host.style.setProperty('position', 'absolute', 'important');
    const style = create(document, 'style', { textContent: rules.styles });
    this.#button = create(document, 'button', { type: 'button' });
    this.#text = create(document, 'span', { ariaHidden: 'true' });
    this.#alert = create(document, 'span', { className: 'failed', role: 'alert' });
    const follow = create(document, 'button', {
      ...{ type: 'button', className: 'like', textContent: rules.text.follow },
    });
    const tip = create(document, 'div', { className: 'tip' });
    tip.append(this.#text, follow);
    attachShadowRoot(this.host).append(style, this.#button, tip, this.#alert);
    onUserClick(this.#button, (event) => void this.#toggleRead(event));
    onUserClick(follow, () => rules.follow(this.#label));
    this.#draw();
  }

  #draw(): void {
    const { read, topics } = this.#label;
    const sentence = `${this.#rules.text.of(this.#label)}. ${this.#rules.text.action(this.#label)}`;
    this.#button.dataset.shape = topics.length > 0 ? 'topic' : 'listed';
    this.#button.dataset.read = String(read);
    this.#button.setAttribute('aria-label', sentence);
    this.#text.textContent = sentence;
  }

  async #toggleRead({ detail }: MouseEvent): Promise<void> {
    // The second click of a double click would undo the first.
    if (detail > 1 || this.#isStoring) return;
    this.#isStoring = true;
    this.#alert.textContent = '';
    const read = !this.#label.read;
    const problem = await this.#rules.setRead(this.#label, read);
    this.#isStoring = false;
    if (problem === null) {
      this.#label = { ...this.#label, read };
      this.#draw();
    } else {
      this.#text.textContent = problem;
      this.#alert.textContent = problem;
    }
  }
}

/** Calls `clicked` for clicks of the user, which do not reach the page. */
function onUserClick(button: HTMLButtonElement, clicked: (event: MouseEvent) => void): void {
  button.addEventListener('click', (event) => {
    if (!event.isTrusted) return;
    event.preventDefault();
    event.stopPropagation();
    clicked(event);
  });
}
