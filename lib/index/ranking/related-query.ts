/**
 * A document as a query: its terms with their weights, and how the document itself writes them.
 */
import type { PaperId, Source } from '../../paper/paper.ts';
import { termsOf } from '../../text/terms.ts';
import type { Day } from '../../time/days.ts';
import { queryReader, termVector } from './term-vector.ts';

export type RelatedSort = 'similarity' | 'newest' | 'upvotes';

/** What a user wants beside closeness. */
export interface RelatedFilters {
  /** Similarity when left out. */
  sort?: RelatedSort;
  /** Only papers published on this day or later; unknown days are left out. */
  publishedFrom?: Day | null;
  /** Only papers published before this day; unknown days are left out. */
  publishedBefore?: Day | null;
  /** Only papers with at least so many upvotes; unknown counts are left out. */
  leastUpvotes?: number | null;
  /** Only papers that one of these sources tells of. */
  sources?: Source[] | null;
  /** Papers that Daily Papers does not list stand below those of similar score that it lists. */
  othersBelow?: boolean;
}

export interface RelatedQuery extends RelatedFilters {
  title: string;
  /** Empty when unknown. */
  abstract: string;
  /** Papers that are never in the answer: the page's own. */
  exclude: PaperId[];
  limit: number;
  /** Words or phrases of `why` that the user does not want counted. */
  ignoredTerms: string[];
  /** As a user is shown it: nothing below the floor, near-duplicates folded into one. */
  asShown: boolean;
}

/** What a phrase counts beside its two words. docs/ranking.md has what other weights gave. */
export const phraseWeight = 0.5;

/** BM25's k3: repetition in the query counts for less and less. */
const k3 = 8;

const saturated = (frequency: number): number => ((k3 + 1) * frequency) / (k3 + frequency);

export interface QueryTerm {
  /** A term, or two joined by a space: a phrase. */
  term: string;
  /** What it counts for: its occurrences saturated, a phrase's weighted. */
  frequency: number;
  /** How often it occurs, weighted over the fields. */
  occurrences: number;
}

export const isPhrase = (term: string): boolean => term.includes(' ');

export interface QueryTerms {
  terms: QueryTerm[];
  /** Sum of the frequencies of all words, ignored ones included. */
  length: number;
}

/** A number alone says nothing about a paper's subject; beside a word it does: "gpt 4". */
const isNumber = (term: string): boolean => /^\p{N}+$/u.test(term);

/** Terms and phrases of a query, without lone numbers, ignored words and what contains those. */
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
 * For each of these terms the way the texts write it most often, and for each phrase whose words
 * stand side by side somewhere how it is written there; of equals the first.
 */
export function surfaceForms(texts: string[], wanted: ReadonlySet<string>): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  const count = (term: string, form: string) => {
    const forms = counts.get(term) ?? new Map<string, number>();
    forms.set(form, (forms.get(form) ?? 0) + 1);
    counts.set(term, forms);
  };
  const firsts = new Set([...wanted].filter(isPhrase).map((phrase) => phrase.split(' ', 1)[0]));
  const reader = queryReader();
  for (const read of texts) {
    const words = reader.read(read);
    const { text, starts, ends } = reader;
    const formOf = (word: number) => {
      const form = text.slice(starts[word], ends[word]);
      return isName(form) ? form : form.toLowerCase();
    };
    let before = -1;
    let termBefore = '';
    for (let word = 0; word < words; word++) {
      const number = reader.termOf[reader.words[word] as number] as number;
      if (number < 0) continue;
      const term = reader.terms[number] ?? '';
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

/** Capitals or digits after the first letter: an acronym or a name, kept as it is written. */
const isName = (word: string): boolean => /.[\p{Lu}\d]/u.test(word);
