import { termOf } from '../../text/terms.ts';
import type { QueryWord } from './query-words.ts';

/**
 * Words with which people phrase a request, as in "I am interested in articles that describe …".
 */
const requestTerms: ReadonlySet<string> = new Set(
  `anything article articles concern concerned concerning deal dealing describe describing discuss
  discussing example examples find finding give information interest interested interesting know
  like list literature look looking paper papers please publication publications regarding related
  relating search show tell want wanted`
    .split(/\s+/)
    .map(termOf)
    .filter((term) => term !== null),
);

/** The words of a sentence without those of the request itself, unless nothing is left. */
export function significantWords(sentence: readonly QueryWord[]): readonly QueryWord[] {
  const significant = sentence.filter(
    ({ word, field, quoted }) => quoted || field !== 'any' || !requestTerms.has(termOf(word) ?? ''),
  );
  return significant.length > 0 ? significant : sentence;
}
