/**
 * A document as a query: its terms with their weights, and how the document itself writes them.
 */
import type { PaperId } from '../paper/paper.ts';
import { termOf, termsOf, textWords } from '../text/terms.ts';
import { byCodePoint } from './bytes.ts';
import { termVector } from './indexed-paper.ts';

export interface RelatedQuery {
  title: string;
  /** Empty when unknown. */
  abstract: string;
  /** Papers that are never in the answer: the page's own. */
  exclude: PaperId[];
  limit: number;
  /** Words or phrases of `why` that the reader does not want counted. */
  ignoredTerms: string[];
  /** As a reader is shown it: nothing below the floor, near-duplicates folded into one. */
  asShown: boolean;
  /** Only papers published on this day or later; unknown days are left out. */
  publishedFrom?: string;
}

export interface QueryTerm {
  term: string;
  /** Weighted frequency in the query. */
  frequency: number;
}

export interface QueryTerms {
  /** In code point order, so that sums of floating-point numbers never depend on the way here. */
  terms: QueryTerm[];
  /** Sum of all frequencies, ignored terms included. */
  length: number;
}

/** Terms of a query, without ignored ones. */
export function queryTerms(
  query: Pick<RelatedQuery, 'title' | 'abstract' | 'ignoredTerms'>,
): QueryTerms {
  const { terms, length } = termVector({ ...query, keyTerms: [] });
  for (const ignored of query.ignoredTerms) {
    for (const term of termsOf(ignored)) terms.delete(term);
  }
  const sorted = [...terms].sort(([a], [b]) => byCodePoint(a, b));
  return { terms: sorted.map(([term, frequency]) => ({ term, frequency })), length };
}

/** For each term the way the text writes it most often; of equals the first. */
export function writtenForms(text: string): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const word of textWords(text)) {
    const term = termOf(word);
    if (term === null) continue;
    const form = isName(word) ? word : word.toLowerCase();
    const forms = counts.get(term) ?? new Map<string, number>();
    forms.set(form, (forms.get(form) ?? 0) + 1);
    counts.set(term, forms);
  }
  const best = new Map<string, string>();
  for (const [term, forms] of counts) {
    let most = 0;
    for (const [form, count] of forms) {
      if (count <= most) continue;
      most = count;
      best.set(term, form);
    }
  }
  return best;
}

/** Capitals or digits after the first letter: an acronym or a name, kept as it is written. */
const isName = (word: string): boolean => /.[\p{Lu}\d]/u.test(word);
