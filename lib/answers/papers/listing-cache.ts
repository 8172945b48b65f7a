import type { DigestStore } from '../../digest/store.ts';
import type { Paper, PaperId } from '../../paper/paper.ts';
import type { Day, Moment } from '../../time/days.ts';

const maxAgeMs = 60_000;

/**
 * A digest whose last listing is cached for a minute, so that the next keystroke in a topic's form
 * does not read half a year of papers again. Any change of a paper invalidates the cache.
 */
export class ListingCache implements Pick<DigestStore, 'byListing' | 'find' | 'get'> {
  readonly #digest: Pick<DigestStore, 'byListing' | 'changes' | 'find' | 'get'>;
  readonly #now: () => Moment;
  #cached: { at: number; key: string; papers: Promise<Paper[]> } | null = null;

  constructor(
    digest: Pick<DigestStore, 'byListing' | 'changes' | 'find' | 'get'>,
    now: () => Moment,
  ) {
    this.#digest = digest;
    this.#now = now;
  }

  find(keys: PaperId[]): Promise<Paper | null> {
    return this.#digest.find(keys);
  }

  get(ids: PaperId[]): Promise<Paper[]> {
    return this.#digest.get(ids);
  }

  async byListing(range: { since?: Day; limit: number }): Promise<Paper[]> {
    const key = JSON.stringify([await this.#digest.changes(), range.since]);
    const at = Date.parse(this.#now());
    const age = this.#cached === null ? maxAgeMs : at - this.#cached.at;
    if (this.#cached?.key === key && age >= 0 && age < maxAgeMs) return this.#cached.papers;
    const papers = this.#digest.byListing(range);
    this.#cached = { at, key, papers };
    papers.catch(() => {
      this.#cached = null;
    });
    return papers;
  }
}
