import { type SyncArea, SyncUnavailable } from '../../../lib/jobs/sync/sync-once.ts';
import type { Items, ItemsChange } from '../../../lib/sync/sync-items.ts';
import { itemBytes } from '../../../lib/sync/sync-items.ts';
import type { Moment } from '../../../lib/time/days.ts';

/** Objects as Chromium returns them: with sorted keys. */
function given(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, inner: unknown) =>
      inner !== null && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ),
  );
}

/** The account on the server. Of an item that was written twice, the last stays. */
export class Account {
  items: Items = {};
}

/** The account as one device sees it: what it writes waits there until `meet`. */
export class AccountView implements SyncArea {
  readonly #account: Account;
  #items: Items = {};
  #waiting: (readonly [key: string, value: unknown])[] = [];
  readonly #now: () => Moment;
  /** Each write, with the size of the account afterwards. */
  writes: { at: Moment; bytes: number; items: number; largest: number }[] = [];
  refuses: 'full' | 'unavailable' | null = null;

  constructor(account: Account, now: () => Moment) {
    this.#account = account;
    this.#now = now;
  }

  async read(): Promise<Items> {
    if (this.refuses === 'unavailable') throw new SyncUnavailable('unavailable', null);
    return given(this.#items) as Items;
  }

  async write({ set, remove }: ItemsChange): Promise<void> {
    if (this.refuses !== null) throw new SyncUnavailable(this.refuses, null);
    this.#put([...remove.map((key) => [key, undefined] as const), ...Object.entries(set)]);
    const sizes = Object.entries(this.#items).map((item) => itemBytes(...item));
    this.writes.push({
      at: this.#now(),
      bytes: sizes.reduce((sum, size) => sum + size, 0),
      items: sizes.length,
      largest: Math.max(...sizes),
    });
  }

  /** Uploads what was written here and downloads the rest. Returns whether anything changed. */
  meet(): boolean {
    for (const [key, value] of this.#waiting.splice(0)) {
      if (value === undefined) delete this.#account.items[key];
      else this.#account.items[key] = value;
    }
    const before = JSON.stringify(given(this.#items));
    this.#items = structuredClone(this.#account.items);
    return JSON.stringify(given(this.#items)) !== before;
  }

  #put(changes: (readonly [key: string, value: unknown])[]): void {
    for (const [key, value] of changes) {
      if (value === undefined) delete this.#items[key];
      else this.#items[key] = given(value);
      this.#waiting.push([key, value]);
    }
  }
}
