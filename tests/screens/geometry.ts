/**
 * Where things are, as far as fonts have no part in it: the inline start and the width of landmarks,
 * headings, lists, fields and buttons of a part of the page, in the order in which they stand.
 */
import type { BrowserPage } from '../browsers/browser-page.ts';

interface Font {
  family: string;
  spacing: string;
}

export interface Placed {
  /** Indented by what it stands in. */
  name: string;
  /** From the part's inline start, px. */
  start: number;
  width: number;
}

/** Runs in the page. */
function placeParts(selector: string): Placed[] {
  const noted =
    'header, nav, main, section, aside, footer, form, fieldset, h1, h2, h3, ul, ol, dl, table, figure, details, input, select, textarea, progress, button, [role="tablist"], [role="tabpanel"], [role="menu"], .state, .form, .bar, .row, .actions, .entry, .card, .tab, .reader-row';
  const mostItems = 2;
  const part = document.querySelector(selector);
  const found: Placed[] = [];
  if (!part) return found;
  const frame = part.getBoundingClientRect();
  const rightToLeft = getComputedStyle(part).direction === 'rtl';
  const visit = (element: Element, depth: number) => {
    const { left, right, width, height } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    if (style.display === 'none' || style.visibility === 'hidden') return;
    if (element.matches('.unseen') || element.closest('[aria-hidden="true"]')) return;
    const counts = element !== part && element.matches(noted) && width > 0 && height > 0;
    if (counts) {
      const kind = element.classList[0] ? `.${element.classList[0]}` : '';
      const role = element.getAttribute('role');
      const name = `${element.localName}${kind}${role && !kind ? `[${role}]` : ''}`;
      found.push({
        name: `${'  '.repeat(depth)}${name}`,
        start: Math.round(rightToLeft ? frame.right - right : left - frame.left),
        width: Math.round(width),
      });
    }
    let items = 0;
    for (const child of (element.shadowRoot ?? element).children) {
      if (element.matches('details:not([open])') && child.localName !== 'summary') continue;
      if (child.matches('li, tr, [role="row"]') && ++items > mostItems) continue;
      visit(child, counts ? depth + 1 : depth);
    }
  };
  visit(part, 0);
  return found;
}

/** Runs in the page. What is not as it must be, whatever the fonts. */
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

/** Runs in the page: another font for all of Kindred, or the user's again. */
function changeFont(font: Font | null): void {
  const visit = (root: ParentNode) => {
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      if (element.shadowRoot) visit(element.shadowRoot);
      if (!element.matches('.kindred')) continue;
      if (font) element.style.setProperty('--k-font', font.family);
      else element.style.removeProperty('--k-font');
      element.style.letterSpacing = font?.spacing ?? '';
    }
  };
  visit(document);
}

export const placed = (page: BrowserPage, part: string): Promise<Placed[]> =>
  page.evaluate(placeParts, part);

export const faultsOf = (page: BrowserPage, part: string): Promise<string[]> =>
  page.evaluate(misplaced, part);

/** A wide font and a narrow one, wherever these names lead. */
const otherFonts: Font[] = [
  { family: 'monospace', spacing: '1px' },
  { family: 'serif', spacing: '-0.5px' },
];
const tolerance = 2;
const near = (a: number, b: number) => Math.abs(a - b) <= tolerance;

/** A number of the snapshot; null where it hangs on the fonts, and is not compared. */
type Known = number | null;
interface Line {
  name: string;
  start: Known;
  width: Known;
}

const agree = (a: Known, b: Known): Known => (a !== null && b !== null && near(a, b) ? a : null);

/** What is the same in both; as `first` alone where the two are not of the same parts. */
export function inCommon(first: Line[], other: Line[]): Line[] {
  if (first.map(({ name }) => name).join() !== other.map(({ name }) => name).join()) return first;
  return first.map(({ name, start, width }, at) => ({
    name,
    start: agree(start, other[at]?.start ?? null),
    width: agree(width, other[at]?.width ?? null),
  }));
}

/** What holds in every font: measured in three. */
export async function placedInAnyFont(page: BrowserPage, part: string): Promise<Line[]> {
  let common: Line[] = await placed(page, part);
  for (const font of otherFonts) {
    await page.evaluate(changeFont, font);
    common = inCommon(common, await placed(page, part));
  }
  await page.evaluate(changeFont, null);
  return common;
}

const column = (value: Known) => (value === null ? '~' : String(value)).padStart(5);

/** A line each: inline start, width, and which part; `~` for what hangs on the fonts. */
export const writeLines = (lines: Line[]): string =>
  lines.map(({ name, start, width }) => `${column(start)} ${column(width)}  ${name}`).join('\n');

export const readLines = (text: string): Line[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [, start = '~', width = '~', name = ''] = /^ *(\S+) +(\S+) {2}(.*)$/.exec(line) ?? [];
      const known = (value: string) => (value === '~' ? null : Number(value));
      return { name, start: known(start), width: known(width) };
    });

/** The expected lines with what is measured now in the place of each number that is off. */
export function measuredLike(expected: Line[], now: Placed[]): Line[] {
  return now.map((line, at) => {
    const wanted = expected[at];
    if (wanted?.name !== line.name) return line;
    const take = (known: Known, is: number) => (known === null || near(known, is) ? known : is);
    return {
      ...line,
      start: take(wanted.start, line.start),
      width: take(wanted.width, line.width),
    };
  });
}
