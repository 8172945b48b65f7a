import type { DigestStore } from '../../digest/store.ts';
import type { Paper, PaperId } from '../../paper/paper.ts';

/** A test of a paper's text; results of tests with equal keys are shared. */
interface PaperTest {
  key: string;
  isIn: (paper: Paper) => boolean;
}

/** About 2 kB each. */
const maxPapers = 2_000;
const maxTests = 8;
const batchSize = 500;

/** Papers that recent keystrokes read, so that the next one does not read them again. */
export class PaperCache {
  #papers = new Map<PaperId, Paper>();
  #testResults = new Map<string, Map<PaperId, boolean>>();
  readonly #digest: Pick<DigestStore, 'get'>;

  constructor(digest: Pick<DigestStore, 'get'>) {
    this.#digest = digest;
  }

  clear(): void {
    this.#papers.clear();
    this.#testResults.clear();
  }

  /** Papers by id; unknown ids are missing from the map. */
  async get(ids: readonly PaperId[]): Promise<Map<PaperId, Paper>> {
    const found = new Map<PaperId, Paper>();
    await this.#forEach(ids, (paper) => found.set(paper.id, paper));
    return found;
  }

  /** The ids of those papers that pass the test. */
  async filter(ids: readonly PaperId[], { key, isIn }: PaperTest): Promise<Set<PaperId>> {
    const results = this.#testResults.get(key) ?? new Map<PaperId, boolean>();
    this.#testResults.delete(key);
    this.#testResults.set(key, results);
    dropOldest(this.#testResults, maxTests);
    const untested = ids.filter((id) => !results.has(id));
    await this.#forEach(untested, (paper) => results.set(paper.id, isIn(paper)));
    return new Set(ids.filter((id) => results.get(id) === true));
  }

  async #forEach(ids: readonly PaperId[], act: (paper: Paper) => void): Promise<void> {
    for (let from = 0; from < ids.length; from += batchSize) {
      const missing: PaperId[] = [];
      for (const id of ids.slice(from, from + batchSize)) {
        const paper = this.#papers.get(id);
        if (paper) act(paper);
        else missing.push(id);
      }
      if (missing.length === 0) continue;
      for (const paper of await this.#digest.get(missing)) {
        act(paper);
        this.#papers.set(paper.id, paper);
      }
      dropOldest(this.#papers, maxPapers);
    }
  }
}

/** Deletes the entries that were added first, down to `size`. */
export function dropOldest(map: Map<unknown, unknown>, size: number): void {
  for (const key of map.keys()) {
    if (map.size <= size) return;
    map.delete(key);
  }
}
