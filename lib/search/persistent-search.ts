import { SerialQueue } from '../concurrency/serial-queue.ts';
import type { DigestStore } from '../digest/store.ts';
import type { Paper, PaperId } from '../paper/paper.ts';
import { parseSearchQuery } from './query/search-query.ts';
import type { MatchingPapers, SearchOptions, SearchPage } from './results/search-result.ts';
import { SearchEngine, type SearchEngineSources } from './search-engine.ts';
import type { SearchStore } from './search-store.ts';

interface PersistentSearchSources extends SearchEngineSources {
  digest: Pick<DigestStore, 'get' | 'batches'>;
  store: SearchStore;
  /** Runs something after the current answer has been sent. */
  later: (run: () => void) => void;
}

/** A rebuild compacts after this many papers: a snapshot takes a tenth of their memory. */
const rebuildBatch = 20_000;

/** A tail of more ids than this, and than a quarter of all papers, is compacted. */
const minCompactedTail = 400;

/**
 * Search over the digest in a worker that the browser may stop at any time: a stored snapshot and
 * the ids of papers changed since. A worker that has just started does not load them before its
 * first answer: the word index answers plain words, and loading follows.
 *
 * @example
 * const search = new PersistentSearch({
 *   words: await openRelatedIndex(new MemoryStorage()),
 *   digest,
 *   store: new MemorySearchStore(),
 *   later: (run) => setTimeout(run, 150),
 * });
 * const options = { offset: 0, limit: 20, sort: 'relevance' } as const;
 * const { total, results, partial } = await search.search('difusion models', options);
 * if (partial) await search.search('difusion models', { ...options, complete: true });
 */
export class PersistentSearch {
  readonly #store: SearchStore;
  readonly #digest: PersistentSearchSources['digest'];
  readonly #engine: SearchEngine;
  readonly #later: (run: () => void) => void;
  #loading: Promise<void> | null = null;
  #isLoaded = false;
  /** One change at a time, so that a snapshot never misses a paper that left the tail. */
  readonly #queue = new SerialQueue();

  constructor({ words, digest, store, later }: PersistentSearchSources) {
    this.#engine = new SearchEngine({ words, digest });
    this.#store = store;
    this.#digest = digest;
    this.#later = later;
  }

  /**
   * One page of results. While titles and names are not loaded, plain words get a `partial` page at
   * once; with `complete`, or where that page is empty, it waits for them.
   *
   * Rejects with the storage's own error when the digest or the index cannot be read.
   */
  async search(
    text: string,
    { complete = false, ...options }: SearchOptions & { complete?: boolean | undefined },
  ): Promise<SearchPage> {
    const query = parseSearchQuery(text);
    if (!this.#isLoaded && !complete && this.#engine.isAnsweredByWords(query, options.sort)) {
      const page = await this.#engine.search(query, options);
      if (page.total > 0) {
        // The first search that needs what is loaded tries again and reports the failure.
        this.#later(() => void this.#loaded().catch(() => undefined));
        return { ...page, partial: true };
      }
    }
    await this.#loaded();
    return { ...(await this.#engine.search(query, options)), partial: false };
  }

  /** All papers that have what the query asks for, unordered and without similar spellings. */
  async matching(text: string): Promise<MatchingPapers> {
    await this.#loaded();
    return this.#engine.matching(parseSearchQuery(text));
  }

  /** Drops what is in memory, after everything was deleted; the next search loads again. */
  forget(): void {
    this.#loading = null;
    this.#isLoaded = false;
    this.#engine.load(null, []);
  }

  /** Follows a change of the digest: in the stored tail, and in memory where it is loaded. */
  change(change: { put: Paper[]; remove: PaperId[] }): Promise<void> {
    return this.#queue.run(async () => {
      await this.#store.addToTail([...change.put.map(({ id }) => id), ...change.remove]);
      if (this.#loading === null) {
        this.#engine.clearCaches();
        return;
      }
      this.#engine.remove(change.remove);
      this.#engine.add(change.put);
    });
  }

  /** Turns a long tail into a new snapshot; for idle moments. */
  async compact(): Promise<void> {
    const { tail } = await this.#store.read();
    if (tail.length <= minCompactedTail) return;
    await this.#loaded();
    if (tail.length <= this.#engine.size / 4) return;
    await this.#queue.run(() => this.#store.replaceSnapshot(this.#compacted()));
  }

  /** A snapshot of everything, which also replaces the larger form in memory. */
  #compacted(): Uint8Array {
    const snapshot = this.#engine.snapshot();
    this.#engine.load(snapshot, []);
    return snapshot;
  }

  #loaded(): Promise<void> {
    this.#loading ??= this.#queue
      .run(() => this.#load())
      .catch((error: unknown) => {
        this.#loading = null;
        throw error;
      });
    return this.#loading;
  }

  async #load(): Promise<void> {
    const { snapshot, tail } = await this.#store.read();
    const ids = [...new Set(tail)];
    const papers = await this.#digest.get(ids);
    if (!this.#engine.load(snapshot, papers)) await this.#rebuild();
    const found = new Set(papers.map(({ id }) => id));
    this.#engine.remove(ids.filter((id) => !found.has(id)));
    this.#isLoaded = true;
  }

  /** A snapshot of another version is a stale cache: the digest is read again. */
  async #rebuild(): Promise<void> {
    this.#engine.load(null, []);
    let added = 0;
    for await (const papers of this.#digest.batches(1_000)) {
      this.#engine.add(papers);
      added += papers.length;
      if (added < rebuildBatch) continue;
      this.#compacted();
      added = 0;
    }
    await this.#store.replaceSnapshot(this.#compacted());
  }
}
