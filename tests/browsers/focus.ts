/** The focused element and the tab order of a page. Functions that run in pages are self-contained. */
import type { BrowserPage } from './browser-page.ts';
import { until } from './wait.ts';

interface Focused {
  what: string;
  /** Why the user cannot see where the focus is; null if they can. */
  fault: string | null;
}

/** Runs in the page. */
function lookAtFocus(): Focused {
  let element = document.activeElement as HTMLElement | null;
  while (element?.shadowRoot?.activeElement) {
    element = element.shadowRoot.activeElement as HTMLElement;
  }
  if (element === null || element === document.body || element === document.documentElement) {
    return { what: '', fault: 'nothing has the focus' };
  }
  // What holds others has all of their words.
  const own = element.matches('a, button, summary, h1, h2, h3, p');
  const said = element.getAttribute('aria-label') ?? ((own && element.textContent) || '');
  const what = `${element.localName}.${element.className} "${said.trim().slice(0, 60)}"`;
  if (!element.checkVisibility({ visibilityProperty: true }))
    return { what, fault: 'it is hidden' };
  const topmost = (x: number, y: number) => {
    let hit = document.elementFromPoint(x, y);
    while (hit?.shadowRoot) {
      const inner = hit.shadowRoot.elementFromPoint(x, y);
      if (inner === null || inner === hit) break;
      hit = inner;
    }
    return hit;
  };
  const shares = [0.05, 0.5, 0.95];
  const inSight = [...element.getClientRects()].some(({ left, top, width, height }) =>
    shares.some((x) =>
      shares.some((y) => element.contains(topmost(left + width * x, top + height * y))),
    ),
  );
  const { x, y, width, height } = element.getBoundingClientRect();
  if (!inSight)
    return { what, fault: `it is out of sight at ${[x, y, width, height].map(Math.round)}` };
  const outlined = [element, ...element.children].some((one) => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
    const seen = !/, 0\)$|\/ 0\)$|transparent/.test(outlineColor);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1 && seen;
  });
  return { what, fault: outlined ? null : 'nothing shows it' };
}

/** Runs in the page: notes, frame by frame, whenever nothing has the focus any more. */
function noteLostFocus(): void {
  const noted: string[] = [];
  Object.assign(globalThis, { lostFocus: noted });
  let last: string | null = null;
  const look = () => {
    let element = document.activeElement as HTMLElement | null;
    while (element?.shadowRoot?.activeElement) {
      element = element.shadowRoot.activeElement as HTMLElement;
    }
    const nobody = element === null || element === document.body;
    if (nobody && last !== null) noted.push(last);
    last = nobody
      ? null
      : `${element?.localName} "${(element?.getAttribute('aria-label') ?? element?.textContent ?? '').slice(0, 60)}"`;
    requestAnimationFrame(look);
  };
  look();
}

/** Drives a page with the keyboard only and checks that it never loses the focus. */
export class Keyboard {
  readonly page: BrowserPage;

  private constructor(page: BrowserPage) {
    this.page = page;
  }

  static async of(page: BrowserPage): Promise<Keyboard> {
    await page.toFront();
    await page.evaluate(noteLostFocus);
    return new Keyboard(page);
  }

  /** Presses keys one after the other; after each, what has the focus is in sight and marked. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await this.page.press(key);
      await this.holds(key);
    }
  }

  async type(text: string): Promise<void> {
    await this.page.type(text);
    await this.holds(`“${text}”`);
  }

  /** Waits until what has the focus says `words` (where given) and can be seen to have it. */
  async holds(after: string, words = ''): Promise<string> {
    return until(
      `the focus to be seen after ${after}`,
      async () => {
        const { what, fault } = await this.page.evaluate(lookAtFocus);
        if (fault) throw new Error(`${fault}: ${what}`);
        if (!what.includes(words.slice(0, 60))) throw new Error(`It is ${what}, not "${words}".`);
        return what;
      },
      4_000,
    );
  }

  /** Goes on by a key until what has the focus says `words`. */
  async to(words: string, key = 'Tab', most = 60): Promise<void> {
    const passed: string[] = [];
    for (let presses = 0; presses < most; presses++) {
      const what = await this.holds(key);
      if (what.includes(words)) return;
      passed.push(what);
      await this.page.press(key);
    }
    throw new Error(`${key} never came to "${words}", but to: ${passed.join(' · ')}`);
  }

  /** What had the focus when nothing had it any more, in any frame since the beginning. */
  lost(): Promise<string[]> {
    return this.page.evaluate(() => (globalThis as unknown as { lostFocus: string[] }).lostFocus);
  }
}

interface Walk {
  names: string[];
  visited: number[];
  strange: string[];
  atStart: boolean;
  atEnd: boolean;
}

/** Runs in the page: finds what Tab must reach within `part`, and puts a stop before and behind it. */
function beginWalk(part: string): number {
  const doc = document as Document & { walk?: object };
  const within = document.querySelector<HTMLElement>(part);
  if (!within) throw new Error(`There is no ${part}.`);
  const interactive =
    'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex^="-"])';
  const found: HTMLElement[] = [];
  const gather = (root: Element | ShadowRoot) => {
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      if (element.shadowRoot) gather(element.shadowRoot);
      if (!element.matches(interactive) || element.matches(':disabled, [tabindex^="-"]')) continue;
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      const { type, name, checked } = element as HTMLInputElement;
      if (type === 'radio') {
        const group = [...root.querySelectorAll<HTMLInputElement>('input[type="radio"]')].filter(
          (one) => one.name === name,
        );
        if (!checked && group.some((one) => one.checked)) continue;
        if (!group.some((one) => one.checked) && group[0] !== element) continue;
      }
      found.push(element);
    }
  };
  if (within.shadowRoot) gather(within.shadowRoot);
  gather(within);
  const stop = () => {
    const button = document.createElement('button');
    button.className = 'walk-stop';
    button.style.cssText = 'position:fixed;inset:0 auto auto 0;width:1px;height:1px';
    return button;
  };
  const [start, end] = [stop(), stop()];
  if (within.shadowRoot) {
    within.before(start);
    within.after(end);
  } else {
    document.body.prepend(start);
    document.body.append(end);
  }
  const name = (element: HTMLElement) =>
    `${element.localName}.${element.className} "${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}"`;
  const walk: Walk = {
    names: found.map(name),
    visited: [],
    strange: [],
    atStart: false,
    atEnd: false,
  };
  // Focus events within a shadow tree do not reach listeners outside of it.
  const note = (event: Event) => {
    const element = event.composedPath()[0] as HTMLElement;
    if (element === last) return;
    last = element;
    walk.atStart = element === start;
    walk.atEnd = element === end;
    if (walk.atStart || walk.atEnd) return;
    const at = found.indexOf(element);
    const scrolls = /auto|scroll/.test(getComputedStyle(element).overflowY);
    if (at >= 0) walk.visited.push(at);
    else if (!scrolls) walk.strange.push(name(element));
  };
  let last: HTMLElement | null = null;
  document.addEventListener('focusin', note, true);
  within.shadowRoot?.addEventListener('focusin', note, true);
  start.focus();
  doc.walk = walk;
  return found.length;
}

/** Runs in the page. */
const walked = () => (document as Document & { walk?: Walk }).walk as Walk;

/** Runs in the page. */
const endWalk = () => {
  for (const stop of document.querySelectorAll('.walk-stop')) stop.remove();
};

/** Runs in the page: what lies wholly above what comes before it, within one part and column. */
function backwards(part: string): string[] {
  const within = document.querySelector<HTMLElement>(part);
  const root = within?.shadowRoot ?? within;
  const found = [...(root?.querySelectorAll<HTMLElement>('a[href], button, input, select') ?? [])];
  const shown = found.filter((one) => one.checkVisibility({ visibilityProperty: true }));
  return shown.flatMap((one, at) => {
    const before = shown[at - 1];
    if (!before || before.closest('main, header, footer') !== one.closest('main, header, footer'))
      return [];
    const [a, b] = [before.getBoundingClientRect(), one.getBoundingClientRect()];
    const above = b.bottom <= a.top && b.left < a.right;
    return above ? [`${one.textContent} is above ${before.textContent}`] : [];
  });
}

/**
 * Walks by Tab from before `part` to behind it, and back by Shift+Tab. Gives what is wrong: stops
 * left out or met twice, strange stops, another order back, a trap.
 */
export async function faultsOfWalk(page: BrowserPage, part: string): Promise<string[]> {
  await page.toFront();
  const faults = await page.evaluate(backwards, part);
  const count = await page.evaluate(beginWalk, part);
  const ways: number[][] = [];
  for (const [key, isOver] of [
    ['Tab', (walk: Walk) => walk.atEnd],
    ['Shift+Tab', (walk: Walk) => walk.atStart],
  ] as const) {
    const from = (await page.evaluate(walked)).visited.length;
    let walk = await page.evaluate(walked);
    // A field of several parts, such as a time, takes a key for each.
    for (let presses = 0; presses < count * 2 + 10; presses++) {
      await page.press(key);
      walk = await page.evaluate(walked);
      if (isOver(walk)) break;
    }
    if (!isOver(walk)) faults.push(`${key} does not come out of ${part}`);
    const way = walk.visited.slice(from);
    const once = way.filter((at, place) => at !== way[place - 1]);
    ways.push(once);
    const inOrder = key === 'Tab' ? once : [...once].reverse();
    const missing = walk.names.filter((_, at) => !once.includes(at));
    if (missing.length > 0) faults.push(`${key} leaves out ${missing.join(', ')}`);
    const twice = once.filter((at, place) => once.indexOf(at) !== place);
    if (twice.length > 0) faults.push(`${key} meets twice ${twice.map((at) => walk.names[at])}`);
    if (inOrder.some((at, place) => at < (inOrder[place - 1] ?? -1))) {
      faults.push(
        `${key} goes in another order: ${inOrder.map((at) => walk.names[at]).join(', ')}`,
      );
    }
    if (walk.strange.length > 0) faults.push(`${key} stops at ${walk.strange.join(', ')}`);
  }
  await page.evaluate(endWalk);
  return faults;
}
