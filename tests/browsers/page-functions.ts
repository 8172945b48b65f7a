/**
 * Functions that run inside pages. Each must be self-contained: only its source text is sent.
 */

/** Which elements: a CSS selector, searched through open shadow roots too, and a part of the text. */
export interface Query {
  css: string;
  text?: string;
}

/** Elements of a query in document order, those in shadow trees with their host. */
export function findDeep(query: Query): HTMLElement[] {
  const found: HTMLElement[] = [];
  const walk = (root: Document | ShadowRoot) => {
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      const fits = element.matches(query.css);
      const shown = () =>
        `${element.textContent ?? ''} ${element.getAttribute('aria-label') ?? ''}`;
      if (fits && (!query.text || shown().includes(query.text))) found.push(element);
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  walk(document);
  return found;
}

/** What a test may want to know of an element. */
export interface Seen {
  tag: string;
  /** As rendered, so hidden text is left out. */
  text: string;
  attributes: Record<string, string>;
  value: string | null;
  checked: boolean | null;
  visible: boolean;
  box: { x: number; y: number; width: number; height: number };
}

export function describeElement(element: HTMLElement): Seen {
  const { x, y, width, height } = element.getBoundingClientRect();
  const input = element as HTMLInputElement;
  const style = getComputedStyle(element);
  return {
    tag: element.localName,
    text: element.innerText ?? element.textContent ?? '',
    attributes: Object.fromEntries([...element.attributes].map((a) => [a.name, a.value])),
    value: 'value' in element ? String(input.value) : null,
    checked: 'checked' in element ? Boolean(input.checked) : null,
    visible: width > 0 && height > 0 && style.visibility !== 'hidden',
    box: { x, y, width, height },
  };
}

/** Whether the page's media queries match the requested system preferences. */
export function followsSystem(system: {
  dark?: boolean;
  reducedMotion?: boolean;
  forcedColors?: boolean;
  moreContrast?: boolean;
}): boolean {
  const { dark, reducedMotion, forcedColors, moreContrast } = system;
  const queries = [
    ['(prefers-color-scheme: dark)', dark],
    ['(prefers-reduced-motion: reduce)', reducedMotion],
    ['(forced-colors: active)', forcedColors],
    // Forced colors say by themselves what contrast they have.
    ...(forcedColors ? [] : [['(prefers-contrast: more)', moreContrast] as const]),
  ] as const;
  return queries.every(([media, expected = false]) => matchMedia(media).matches === expected);
}

/** Source of an expression that gives every match as {@link Seen}. */
export function seenSource(query: Query): string {
  return `(${findDeep})(${JSON.stringify(query)}).map(${describeElement})`;
}

/** Source of an expression that gives the first visible match itself, or null. */
export function visibleSource(query: Query): string {
  return `((${findDeep})(${JSON.stringify(query)}).find((e) => (${describeElement})(e).visible) ?? null)`;
}
