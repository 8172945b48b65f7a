/**
 * Search as the user types, exact matches before similar spellings. The title index holds titles,
 * authors and key terms in memory; the word index answers for titles and abstracts, also before the
 * title index is loaded.
 *
 * Order of relevance: papers that have all words as written, then those with a word only as a
 * prefix, then those with similar words; within each, by the sum of weights, boosted where the
 * title or an author's name has the query's words in a row.
 */
import type { DigestStore } from '../digest/store.ts';
import type { Paper, PaperId } from '../paper/paper.ts';
import { type FilterFacts, factsOf, hasFilters, passesFilters } from '../query/filters.ts';
import type { ParsedQuery } from '../query/parsed-query.ts';
import type { Candidate } from './matching/combine.ts';
import { excludedPapers } from './matching/excluded.ts';
import { type Finding, findPapers } from './matching/find-papers.ts';
import type { WordIndex } from './matching/word-index.ts';
import { WordMatcher } from './matching/word-matcher.ts';
import type { PastedId } from './query/pasted-id.ts';
import type { SearchQuery } from './query/search-query.ts';
import { buildResults } from './results/build-results.ts';
import { order, type SearchOrder } from './results/order.ts';
import { PaperCache } from './results/paper-cache.ts';
import type { MatchingPapers, SearchOptions, SearchPage } from './results/search-result.ts';
import { suggest } from './results/suggest.ts';
import { TitleIndex } from './titles/title-index.ts';

/** What search reads beside its own title index. */
export interface SearchEngineSources {
  words: WordIndex;
  digest: Pick<DigestStore, 'get'>;
}

/** The search of `PersistentSearch`, without loading and storing. */
export class SearchEngine {
  readonly #titles = new TitleIndex();
  readonly #matcher: WordMatcher;
  readonly #papers: PaperCache;

  constructor({ words, digest }: SearchEngineSources) {
    this.#matcher = new WordMatcher(this.#titles, words);
    this.#papers = new PaperCache(digest);
  }

  /**
   * Replaces everything with a stored snapshot and the papers added since. False when the snapshot
   * cannot be used: then it only has `added`, and all papers should be added again.
   */
  load(snapshot: Uint8Array | null, added: readonly Paper[]): boolean {
    const isUsable = snapshot === null || this.#titles.load(snapshot);
    if (snapshot === null) this.#titles.clear();
    this.add(added);
    return isUsable;
  }

  /** Adds or updates papers; the word index is updated separately, before. */
  add(papers: readonly Paper[]): void {
    this.#titles.add(papers);
    this.clearCaches();
  }

  remove(ids: readonly PaperId[]): void {
    this.#titles.remove(ids);
    this.clearCaches();
  }

  /** To be called when papers or the word index changed. */
  clearCaches(): void {
    this.#matcher.clear();
    this.#papers.clear();
  }

  /** The title index as bytes, for `load`. */
  snapshot(): Uint8Array<ArrayBuffer> {
    return this.#titles.snapshot();
  }

  /** Papers in the title index. */
  get size(): number {
    return this.#titles.size;
  }

  async search(
    query: SearchQuery,
    { offset, limit, sort }: SearchOptions,
  ): Promise<Omit<SearchPage, 'partial'>> {
    const finding = await this.#find(query);
    const request = { query: query.parsed, sort, count: offset + limit };
    const facts = (ids: readonly PaperId[]) => this.#facts(ids);
    const { total, best } = await order(finding.found, request, this.#papers, facts);
    const papers = await this.#papers.get(best.map(({ id }) => id));
    const bestTitles = [...papers.values()].map(({ title }) => title);
    return {
      ...(await suggest(query, this.#titles, this.#matcher, bestTitles)),
      total,
      results: buildResults(best.slice(offset), query, papers),
      problems: [...query.problems, ...finding.problems],
      pasted: query.pasted,
    };
  }

  /** All papers that have what the query asks for, unordered: no similar spellings. */
  async matching(query: SearchQuery): Promise<MatchingPapers> {
    const { found } = await this.#find(query);
    const exact = found.filter(({ how, isIncomplete }) => how !== 'similar' && !isIncomplete);
    return { ids: new Set(exact.map(({ id }) => id)), problems: query.problems };
  }

  /**
   * Whether the word index is enough for a first answer: plain words by relevance. Author names,
   * filters, other orders and a single letter need the title index.
   */
  isAnsweredByWords({ parsed, pasted, words }: SearchQuery, sort: SearchOrder): boolean {
    if (sort !== 'relevance' || pasted !== null || hasFilters(parsed)) return false;
    const isLetter = words.length === 1 && [...(words[0]?.word ?? '')].length === 1;
    return words.length > 0 && !isLetter && words.every(({ field }) => field === 'any');
  }

  async #find(query: SearchQuery): Promise<Finding> {
    if (query.pasted) return { found: this.#pastedPaper(query.pasted), problems: [] };
    const { found, problems } = (await findPapers(query, this.#matcher, this.#papers)) ?? {
      found: this.#allPapers(query.parsed),
      problems: [],
    };
    const ids = found.map(({ id }) => id);
    const excluded = await excludedPapers(query.parsed, ids, this.#matcher, this.#papers);
    const facts = hasFilters(query.parsed) ? await this.#facts(ids) : null;
    const kept = found.filter(({ id }) => {
      if (excluded.has(id)) return false;
      if (facts === null) return true;
      const known = facts.get(id);
      return known !== undefined && passesFilters(query.parsed, known);
    });
    return { found: kept, problems };
  }

  #pastedPaper(pasted: PastedId): Candidate[] {
    const id = this.#titles.find(pasted);
    return id === null ? [] : [{ id, score: 1, how: 'exact', words: 1, isIncomplete: false }];
  }

  /** For a query without words, such as `after:2025 -vision`. */
  #allPapers(query: ParsedQuery): Candidate[] {
    const ids = query.clauses.length > 0 ? [...this.#titles.ids()] : [];
    return ids.map((id) => ({ id, score: 0, how: 'exact', words: 0, isIncomplete: false }));
  }

  /** From the title index; from the papers themselves while it is not loaded. */
  async #facts(ids: readonly PaperId[]): Promise<Map<PaperId, FilterFacts>> {
    const found = new Map<PaperId, FilterFacts>();
    const missing: PaperId[] = [];
    for (const id of ids) {
      const facts = this.#titles.facts(id);
      if (facts) found.set(id, facts);
      else missing.push(id);
    }
    if (missing.length > 0) {
      for (const [id, paper] of await this.#papers.get(missing)) found.set(id, factsOf(paper));
    }
    return found;
  }
}
