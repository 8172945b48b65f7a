/** A document as a query: its weighted terms, and how the document writes them. */
import type { PaperId, Source } from '../../paper/paper.ts';
import { termsOf } from '../../text/terms.ts';
import type { Day } from '../../time/days.ts';
import { queryTokenizer, termVector } from './term-vector.ts';

export type RelatedSort = 'similarity' | 'newest' | 'upvotes';

export interface RelatedFilters {
  /** Similarity by default. */
  sort?: RelatedSort;
  /** Only papers published on this day or later; excludes unknown days. */
  publishedFrom?: Day | null;
  /** Only papers published before this day; excludes unknown days. */
  publishedBefore?: Day | null;
  /** Only papers with at least this many upvotes; excludes unknown counts. */
  minUpvotes?: number | null;
  /** Only papers from one of these sources. */
  sources?: Source[] | null;
  /** Ranks papers outside Daily Papers below those inside that have a similar score. */
  demoteOtherSources?: boolean;
}

export interface RelatedQuery extends RelatedFilters {
  title: string;
  /** Empty when unknown. */
  abstract: string;
  /** Papers that are never in the answer, such as the page's own. */
  exclude: PaperId[];
  limit: number;
  /** Words or phrases that do not count. */
  ignoredTerms: string[];
  /** Whether to leave out what a user should not see: papers below the relevance floor and near-duplicates. */
  asShown: boolean;
}

/** The weight of a phrase in addition to its two words. docs/ranking.md compares other weights. */
const phraseWeight = 0.5;

/** BM25's k3: saturation of a term's frequency in the query. */
const k3 = 8;

const saturated = (frequency: number): number => ((k3 + 1) * frequency) / (k3 + frequency);

export interface QueryTerm {
  /** A term, or two joined by a space: a phrase. */
  term: string;
  /** Its occurrences, saturated by k3, and for a phrase times the phrase weight. */
  frequency: number;
  /** How often the document contains it, weighted over the fields. */
  occurrences: number;
}

export const isPhrase = (term: string): boolean => term.includes(' ');

export interface QueryTerms {
  terms: QueryTerm[];
  /** The sum of the occurrences of all words, ignored ones included. */
  length: number;
}

/** Terms that count once each. */
export const singleTerms = (terms: Iterable<string>): QueryTerm[] =>
  Array.from(terms, (term) => ({ term, frequency: 1, occurrences: 1 }));

/** A lone number says nothing about a paper's subject; after a word it does: "gpt 4". */
const isNumber = (term: string): boolean => /^\p{N}+$/u.test(term);

/** The terms and phrases of a query, without lone numbers, ignored words and phrases with one. */
export function queryTerms(
  query: Pick<RelatedQuery, 'title' | 'abstract' | 'ignoredTerms'>,
): QueryTerms {
  const { terms, phrases, length } = termVector({ ...query, keyTerms: [] }, 'all');
  const ignored = new Set(query.ignoredTerms.flatMap(termsOf));
  const wanted: QueryTerm[] = [];
  for (const [term, occurrences] of [...terms, ...phrases]) {
    if (isNumber(term) || term.split(' ').some((word) => ignored.has(word))) continue;
    const weight = isPhrase(term) ? phraseWeight : 1;
    wanted.push({ term, frequency: weight * saturated(occurrences), occurrences });
  }
  return { terms: wanted, length };
}

/**
 * How the texts write each of these terms most often; of equally frequent forms the first. A phrase
 * has a form only where a space or a hyphen separates its words.
 */
export function surfaceForms(texts: string[], wanted: ReadonlySet<string>): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  const count = (term: string, form: string) => {
    const forms = counts.get(term) ?? new Map<string, number>();
    forms.set(form, (forms.get(form) ?? 0) + 1);
    counts.set(term, forms);
  };
  const firsts = new Set([...wanted].filter(isPhrase).map((phrase) => phrase.split(' ', 1)[0]));
  const tokenizer = queryTokenizer();
  for (const source of texts) {
    const words = tokenizer.read(source);
    const { text, starts, ends } = tokenizer;
    const formOf = (word: number) => {
      const form = text.slice(starts[word], ends[word]);
      return isName(form) ? form : form.toLowerCase();
    };
    let before = -1;
    let termBefore = '';
    for (let word = 0; word < words; word++) {
      const number = tokenizer.termOf[tokenizer.words[word] as number] as number;
      if (number < 0) continue;
      const term = tokenizer.terms[number] ?? '';
      if (wanted.has(term)) count(term, formOf(word));
      if (firsts.has(termBefore) && wanted.has(`${termBefore} ${term}`)) {
        const gap = text.slice(ends[before], starts[word]);
        if (gap === ' ' || gap === '-') {
          count(`${termBefore} ${term}`, `${formOf(before)}${gap}${formOf(word)}`);
        }
      }
      before = word;
      termBefore = term;
    }
  }
  const best = new Map<string, string>();
  for (const [term, forms] of counts) {
    let most = 0;
    for (const [form, times] of forms) {
      if (times <= most) continue;
      most = times;
      best.set(term, form);
    }
  }
  return best;
}

/** Whether a word has capitals or digits after its first letter: an acronym or a name keeps its case. */
const isName = (word: string): boolean => /.[\p{Lu}\d]/u.test(word);
