/**
 * Search over the digest: as you type, exact before similar. Titles, authors and key terms are in
 * memory: the stored ones as they were stored, newer ones on MiniSearch's radix tree. A word index
 * answers for titles and abstracts, also before those are loaded.
 *
 * Order of relevance: papers whose words are all there as written, then those with a word only
 * begun, then those with similar words; within each, by the sum of weights, raised where title
 * or an author's name has the query's words one after the other.
 */
import type { Paper, PaperId } from '../paper/paper.ts';
import { type FilterFacts, factsOf, hasFilters, passesFilters } from '../query/filters.ts';
import { parseQuery } from '../query/parse-query.ts';
import type { ParsedQuery, QueryProblem } from '../query/parsed-query.ts';
import type { ScoredMatches } from './matching/combine.ts';
import { excludedPapers } from './matching/excluded.ts';
import { type Finding, findPapers } from './matching/find-papers.ts';
import type { WordIndex } from './matching/word-index.ts';
import { WordMatcher } from './matching/word-matcher.ts';
import { type PastedId, pastedId } from './query/pasted-id.ts';
import { queryWords } from './query/query-words.ts';
import { buildResults } from './results/build-results.ts';
import { order, type SearchOrder } from './results/order.ts';
import { PaperCache, type Papers } from './results/paper-cache.ts';
import type { SearchPage } from './results/search-page.ts';
import { noSuggestions, suggest } from './results/suggest.ts';
import { TitleIndex } from './titles/title-index.ts';

/** Papers that have all a query asks for. */
export interface MatchingPapers {
  ids: Set<PaperId>;
  problems: QueryProblem[];
}

export interface SearchOptions {
  offset: number;
  limit: number;
  sort: SearchOrder;
}

export class Search {
  private readonly titles = new TitleIndex();
  private readonly matcher: WordMatcher;
  private readonly papers: PaperCache;

  constructor(ports: { papers: Papers; words: WordIndex }) {
    this.matcher = new WordMatcher(this.titles, ports.words);
    this.papers = new PaperCache(ports.papers);
  }

  /**
   * Takes up a stored snapshot and the papers added since. False when the snapshot cannot be used:
   * then only the tail is held, and all papers should be added again. Until it is called, the word
   * index alone answers.
   */
  load(snapshot: Uint8Array | null, tail: readonly Paper[]): boolean {
    const usable = snapshot === null || this.titles.load(snapshot);
    if (snapshot === null) this.titles.clear();
    this.add(tail);
    return usable;
  }

  /** Adds or updates papers; the word index is told of them by its own owner, before. */
  add(papers: readonly Paper[]): void {
    this.titles.add(papers);
    this.changed();
  }

  remove(ids: readonly PaperId[]): void {
    this.titles.remove(ids);
    this.changed();
  }

  /** What `load` takes. */
  snapshot(): Uint8Array<ArrayBuffer> {
    return this.titles.snapshot();
  }

  /** Papers held. */
  get size(): number {
    return this.titles.size;
  }

  async search(text: string, { offset, limit, sort }: SearchOptions): Promise<SearchPage> {
    const pasted = pastedId(text);
    const { query, problems } = parseQuery(text);
    const finding = pasted ? this.pastedPaper(pasted) : await this.find(query);
    const wanted = { query, sort, count: offset + limit };
    const facts = (ids: readonly PaperId[]) => this.facts(ids);
    const { total, best } = await order(finding.found, wanted, this.papers, facts);
    const near = await this.papers.get(best.map(({ id }) => id));
    const titles = [...near.values()].map(({ title }) => title);
    return {
      ...(pasted ? noSuggestions : await suggest(query, this.titles, this.matcher, titles)),
      total,
      results: await buildResults(best.slice(offset), pasted ? null : query, this.papers),
      problems: [...problems, ...finding.problems],
      pasted,
    };
  }

  /**
   * All papers that a query means, in no order: those with similar words, or that lack a word, are
   * not among them.
   */
  async matching(text: string): Promise<MatchingPapers> {
    const pasted = pastedId(text);
    const { query, problems } = parseQuery(text);
    const { found } = pasted ? this.pastedPaper(pasted) : await this.find(query);
    const whole = found.filter(({ how, lacking }) => how !== 'similar' && !lacking);
    return { ids: new Set(whole.map(({ id }) => id)), problems };
  }

  /**
   * Whether the word index alone finds papers for this: plain words, best first. Names, conditions,
   * other orders and a lone letter need what `load` takes up.
   */
  answersByWords(text: string, sort: SearchOrder): boolean {
    const { query } = parseQuery(text);
    if (sort !== 'relevance' || pastedId(text) !== null || hasFilters(query)) return false;
    const wanted = queryWords(query);
    const isLetter = wanted.length === 1 && [...(wanted[0]?.word ?? '')].length === 1;
    return wanted.length > 0 && !isLetter && wanted.every(({ field }) => field === 'any');
  }

  private pastedPaper(pasted: PastedId): Finding {
    const id = this.titles.find(pasted);
    const found: ScoredMatches[] =
      id === null ? [] : [{ id, score: 1, how: 'exact', words: 1, lacking: false }];
    return { found, problems: [] };
  }

  private async find(query: ParsedQuery): Promise<Finding> {
    const finding = (await findPapers(query, this.matcher, this.papers)) ?? this.everything(query);
    const ids = finding.found.map(({ id }) => id);
    const out = await excludedPapers(query, ids, this.matcher, this.papers);
    const facts = hasFilters(query) ? await this.facts(ids) : null;
    const found = finding.found.filter(({ id }) => {
      if (out.has(id)) return false;
      if (facts === null) return true;
      const known = facts.get(id);
      return known !== undefined && passesFilters(query, known);
    });
    return { found, problems: finding.problems };
  }

  /** For a query of conditions alone, such as `after:2025 -vision`. */
  private everything(query: ParsedQuery): Finding {
    const ids = query.clauses.length > 0 ? [...this.titles.ids()] : [];
    return {
      found: ids.map((id) => ({ id, score: 0, how: 'exact', words: 0, lacking: false })),
      problems: [],
    };
  }

  /** Held here, or read from the papers while nothing is loaded yet. */
  private async facts(ids: readonly PaperId[]): Promise<Map<PaperId, FilterFacts>> {
    const found = new Map<PaperId, FilterFacts>();
    const missing: PaperId[] = [];
    for (const id of ids) {
      const facts = this.titles.facts(id);
      if (facts) found.set(id, facts);
      else missing.push(id);
    }
    if (missing.length > 0) {
      for (const [id, paper] of await this.papers.get(missing)) found.set(id, factsOf(paper));
    }
    return found;
  }

  private changed(): void {
    this.matcher.clear();
    this.papers.clear();
  }
}
