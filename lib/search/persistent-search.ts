/**
 * The search box's index as a disposable worker keeps it: a stored snapshot and the ids of papers
 * changed since. A worker that was stopped does not load it before its first answer: the word index
 * answers plain words, and the loading follows.
 */
import { SerialQueue } from '../concurrency/serial-queue.ts';
import type { DigestStore } from '../digest/store.ts';
import type { Paper, PaperId } from '../paper/paper.ts';
import type { SearchPage } from './results/search-page.ts';
import type { MatchingPapers, Search, SearchOptions } from './search.ts';

/** Where snapshot and tail are kept. Each method happens as a whole or not at all. */
export interface SearchStore {
  read(): Promise<{ snapshot: Uint8Array | null; tail: PaperId[] }>;
  addToTail(ids: PaperId[]): Promise<void>;
  /** Stores a snapshot that holds everything in the tail, and empties the tail. */
  replaceSnapshot(snapshot: Uint8Array): Promise<void>;
}

/** So many papers are taken up at a time when all are: what is folded takes a tenth of the memory. */
const foldedAtOnce = 20_000;

/** A tail longer than this, and than a quarter of what is held, is folded into a new snapshot. */
const shortTail = 400;

export class PersistentSearch {
  readonly #store: SearchStore;
  readonly #digest: Pick<DigestStore, 'get' | 'batches'>;
  readonly #search: Search;
  readonly #later: (run: () => void) => void;
  #loading: Promise<Search> | null = null;
  #isLoaded = false;
  /** One change at a time, so that a snapshot never misses a paper that left the tail. */
  readonly #queue = new SerialQueue();

  /** `later` runs something after the answer under way has been given. */
  constructor(
    search: Search,
    store: SearchStore,
    digest: Pick<DigestStore, 'get' | 'batches'>,
    later: (run: () => void) => void,
  ) {
    this.#search = search;
    this.#store = store;
    this.#digest = digest;
    this.#later = later;
  }

  /**
   * One page of results; `partial` where titles and names were not loaded yet. With `whole` it waits
   * for them, as it does when the word index finds nothing.
   */
  async find(
    query: string,
    options: SearchOptions & { whole: boolean },
  ): Promise<SearchPage & { partial: boolean }> {
    if (!this.#isLoaded && !options.whole && this.#search.answersByWords(query, options.sort)) {
      const page = await this.#search.search(query, options);
      if (page.total > 0) {
        // A failure is met again, and told, by the first search that needs what is loaded.
        this.#later(() => void this.loaded().catch(() => undefined));
        return { ...page, partial: true };
      }
    }
    return { ...(await (await this.loaded()).search(query, options)), partial: false };
  }

  async matching(query: string): Promise<MatchingPapers> {
    return (await this.loaded()).matching(query);
  }

  /** The search, with everything stored taken up. */
  loaded(): Promise<Search> {
    this.#loading ??= this.#queue
      .run(() => this.#load())
      .catch((error: unknown) => {
        this.#loading = null;
        throw error;
      });
    return this.#loading;
  }

  /** Loads again when next asked for. */
  forget(): void {
    this.#loading = null;
    this.#isLoaded = false;
  }

  /** Follows a change of the digest: durably in the tail, and in memory where it is loaded. */
  change(change: { put: Paper[]; remove: PaperId[] }): Promise<void> {
    return this.#queue.run(async () => {
      await this.#store.addToTail([...change.put.map(({ id }) => id), ...change.remove]);
      if (this.#loading === null) return;
      this.#search.remove(change.remove);
      this.#search.add(change.put);
    });
  }

  /** In idle moments: folds a long tail into the snapshot. */
  async fold(): Promise<void> {
    const { tail } = await this.#store.read();
    if (tail.length <= shortTail) return;
    const search = await this.loaded();
    if (tail.length <= search.size / 4) return;
    await this.#queue.run(() => this.#store.replaceSnapshot(this.#folded()));
  }

  /** A snapshot of all that is held, which is held in that form from now on. */
  #folded(): Uint8Array {
    const snapshot = this.#search.snapshot();
    this.#search.load(snapshot, []);
    return snapshot;
  }

  async #load(): Promise<Search> {
    const { snapshot, tail } = await this.#store.read();
    const ids = [...new Set(tail)];
    const papers = await this.#digest.get(ids);
    if (!this.#search.load(snapshot, papers)) await this.#rebuild();
    const found = new Set(papers.map(({ id }) => id));
    this.#search.remove(ids.filter((id) => !found.has(id)));
    this.#isLoaded = true;
    return this.#search;
  }

  /** A snapshot of another version is a cache that is not trusted: made from scratch from the digest. */
  async #rebuild(): Promise<void> {
    this.#search.load(null, []);
    let since = 0;
    for await (const papers of this.#digest.batches(1_000)) {
      this.#search.add(papers);
      since += papers.length;
      if (since < foldedAtOnce) continue;
      this.#folded();
      since = 0;
    }
    await this.#store.replaceSnapshot(this.#folded());
  }
}
