/**
 * A tab as the tests see it, the same in both browsers. The two drivers differ in a few calls,
 * which are the {@link RawPage}.
 */
import {
  followsSystem,
  type Query,
  type Seen,
  seenSource,
  visibleSource,
} from './page-functions.ts';
import { until } from './wait.ts';

export interface RawElement {
  click(): Promise<void>;
  doubleClick(): Promise<void>;
  focus(): Promise<void>;
}

/** System preferences that pages see as media features; one that is left out is off. */
export interface SystemPreferences {
  dark?: boolean;
  reducedMotion?: boolean;
  forcedColors?: boolean;
  moreContrast?: boolean;
}

export interface Clip {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What a driver gives for a tab. Expressions are source text, evaluated in the page. */
export interface RawPage {
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  evaluate(expression: string): Promise<unknown>;
  element(expression: string): Promise<RawElement | null>;
  type(text: string): Promise<void>;
  press(key: string): Promise<void>;
  keyDown(key: string): Promise<void>;
  keyUp(key: string): Promise<void>;
  setViewport(width: number, height: number): Promise<void>;
  setSystem(system: SystemPreferences): Promise<void>;
  screenshot(file: string): Promise<void>;
  /** A part of the viewport as a PNG. */
  picture(clip: Clip): Promise<Uint8Array>;
  restPointer(): Promise<void>;
  toFront(): Promise<void>;
  close(): Promise<void>;
}

const asQuery = (query: string | Query): Query =>
  typeof query === 'string' ? { css: query } : query;
const named = (query: Query) => `${query.css}${query.text ? ` with "${query.text}"` : ''}`;

export class BrowserPage {
  readonly #raw: RawPage;

  constructor(raw: RawPage) {
    this.#raw = raw;
  }

  goto(url: string): Promise<void> {
    return this.#raw.goto(url);
  }
  reload(): Promise<void> {
    return this.#raw.reload();
  }
  back(): Promise<void> {
    return this.#travel('back');
  }
  forward(): Promise<void> {
    return this.#travel('forward');
  }
  /** The page has the size when this resolves; what it draws by script follows with its next frame. */
  async setViewport(width: number, height: number): Promise<void> {
    await this.#raw.setViewport(width, height);
    await until(`a window of ${width} × ${height}`, () =>
      this.evaluate((asked) => innerWidth === asked.width && innerHeight === asked.height, {
        width,
        height,
      }),
    );
  }
  /** Sets the system's color scheme and turns all other preferences off. */
  setDark(dark: boolean): Promise<void> {
    return this.setSystem({ dark });
  }
  /** The page's styles see it when this resolves; a view that listens follows with its next frame. */
  async setSystem(system: SystemPreferences): Promise<void> {
    await this.#raw.setSystem(system);
    await until(`a system of ${JSON.stringify(system)}`, () =>
      this.evaluate(followsSystem, system),
    );
  }
  screenshot(file: string): Promise<void> {
    return this.#raw.screenshot(file);
  }
  /** A part of the viewport as a PNG. */
  picture(clip: Clip): Promise<Uint8Array> {
    return this.#raw.picture(clip);
  }
  /** Takes the pointer off what it clicked, to the window's corner. */
  restPointer(): Promise<void> {
    return this.#raw.restPointer();
  }
  toFront(): Promise<void> {
    return this.#raw.toFront();
  }
  close(): Promise<void> {
    return this.#raw.close();
  }
  url(): Promise<string> {
    return this.evaluate(() => location.href);
  }

  /** Runs `fn` in the page. It must be self-contained; argument and result are JSON. */
  evaluate<T>(fn: () => T): Promise<Awaited<T>>;
  evaluate<A, T>(fn: (argument: A) => T, argument: A): Promise<Awaited<T>>;
  evaluate(fn: (argument: unknown) => unknown, argument?: unknown): Promise<unknown> {
    const given = argument === undefined ? '' : JSON.stringify(argument);
    return this.#raw.evaluate(`(${fn})(${given})`);
  }

  /** Runs a script's text, such as axe's. */
  async runScript(source: string): Promise<void> {
    await this.#raw.evaluate(`(() => { ${source}\n; return true; })()`);
  }

  /** Every match, in open shadow roots too, without waiting. */
  async all(query: string | Query): Promise<Seen[]> {
    return (await this.#raw.evaluate(seenSource(asQuery(query)))) as Seen[];
  }

  /** Visible matches, without waiting. */
  async visible(query: string | Query): Promise<Seen[]> {
    return (await this.all(query)).filter((seen) => seen.visible);
  }

  /** Waits for a visible match and gives the first. */
  async see(query: string | Query, timeout?: number): Promise<Seen> {
    const wanted = asQuery(query);
    const find = async () => (await this.visible(wanted))[0];
    return until(`${named(wanted)} to be seen`, find, timeout);
  }

  /** Waits until no match is visible. */
  async gone(query: string | Query, timeout?: number): Promise<void> {
    const wanted = asQuery(query);
    const none = async () => (await this.visible(wanted)).length === 0;
    await until(`${named(wanted)} to be gone`, none, timeout);
  }

  /** A real click (trusted) on the first visible match, waited for. */
  async click(query: string | Query): Promise<void> {
    await this.#onElement(asQuery(query), (element) => element.click());
  }

  async doubleClick(query: string | Query): Promise<void> {
    await this.#onElement(asQuery(query), (element) => element.doubleClick());
  }

  async focus(query: string | Query): Promise<void> {
    await this.#onElement(asQuery(query), (element) => element.focus());
  }

  /** Real keys, into what has the focus. */
  type(text: string): Promise<void> {
    return this.#raw.type(text);
  }

  /** One key with its modifiers held, such as `Enter` or `Control+Enter`. */
  async press(keys: string): Promise<void> {
    const parts = keys.split('+');
    const key = parts.pop() as string;
    for (const modifier of parts) await this.#raw.keyDown(modifier);
    await this.#raw.press(key);
    for (const modifier of parts.reverse()) await this.#raw.keyUp(modifier);
  }

  /** Empties a field and types into it. */
  async fill(query: string | Query, text: string): Promise<void> {
    await this.focus(query);
    await this.press('Control+a');
    await this.press('Delete');
    await this.type(text);
    const holds = async () => (await this.visible(query))[0]?.value === text;
    await until(`"${text}" in ${named(asQuery(query))}`, holds);
  }

  /** A page from the back/forward cache loads nothing, so there is no event to wait for. */
  async #travel(where: 'back' | 'forward'): Promise<void> {
    const from = await this.url();
    await this.#raw.evaluate(`setTimeout(() => history.${where}())`);
    await until(`history to go ${where}`, async () => {
      const [at, state] = await this.evaluate(() => [location.href, document.readyState]);
      return at !== from && state === 'complete';
    });
  }

  /**
   * In front, since a tab behind another one draws nothing. An element may be replaced between
   * finding and using it: repeats both until they succeed.
   */
  async #onElement(query: Query, act: (element: RawElement) => Promise<void>): Promise<void> {
    await this.#raw.toFront();
    await until(`${named(query)} to be used`, async () => {
      const element = await this.#raw.element(visibleSource(query));
      if (!element) return false;
      await act(element);
      return true;
    });
  }
}
