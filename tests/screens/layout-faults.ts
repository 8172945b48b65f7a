/** What is wrong with where things are, in any font: outside the window, over one another. */
import type { BrowserPage } from '../browsers/browser-page.ts';

/** Runs in the page. */
function misplaced(selector: string): string[] {
  const faults: string[] = [];
  const part = document.querySelector(selector);
  if (!part) return [`There is no ${selector}.`];
  const says = (element: Element) =>
    `${element.localName}.${element.className} "${(element.textContent ?? '').trim().slice(0, 40)}"`;
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth)
    faults.push(`The page scrolls sideways: ${page.scrollWidth} in ${page.clientWidth} px.`);
  const shown = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    const visible = element.checkVisibility({ visibilityProperty: true });
    return visible && width > 1 && height > 1 && !element.closest('.unseen');
  };
  const own = (element: Element) => element.closest('.kindred') !== null;
  const ids = new Map<string, Node>();
  const visit = (element: Element) => {
    const known = element.id && ids.get(element.id);
    if (known && known === element.getRootNode()) faults.push(`second: #${element.id}`);
    if (element.id) ids.set(element.id, element.getRootNode());
    const children = [...(element.shadowRoot ?? element).children].filter(shown);
    const inFlow = children.filter((child) => {
      const { position, display } = getComputedStyle(child);
      // What is dotted begins outside its box, where the first dot is cut off.
      const isDotted = child.matches('.dotted') || child.closest('.dotted') !== null;
      return /static|relative/.test(position) && display !== 'inline' && own(child) && !isDotted;
    });
    for (const [at, child] of inFlow.entries()) {
      const a = child.getBoundingClientRect();
      if (a.left < -1 || a.right > page.clientWidth + 1) faults.push(`outside: ${says(child)}`);
      const next = inFlow[at + 1];
      if (!next || getComputedStyle(child).transform !== 'none') continue;
      const b = next.getBoundingClientRect();
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (wide > 1 && high > 1) faults.push(`overlap: ${says(child)} and ${says(next)}`);
    }
    for (const child of children) visit(child);
  };
  visit(part);
  return faults;
}

export const layoutFaults = (page: BrowserPage, part: string): Promise<string[]> =>
  page.evaluate(misplaced, part);
