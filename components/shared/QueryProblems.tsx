import { i18n } from '#i18n';
import type { QueryProblem } from '../../lib/query/parsed-query.ts';

const sentences = {
  'bad-date': 'query.badDate',
  'bad-number': 'query.badNumber',
  'bad-source': 'query.badSource',
  'only-without': 'query.onlyWithout',
  'only-common-words': 'query.onlyCommonWords',
  empty: 'query.empty',
  contradiction: 'query.contradiction',
  'never-new': 'query.neverNew',
  'phrase-not-found': 'query.phraseNotFound',
  'not-all-words': 'query.notAllWords',
  'few-have-all': 'query.fewHaveAll',
} as const;

interface Props {
  problems: readonly QueryProblem[];
  /** Indents it like the lines of a list. */
  inset?: boolean;
}

/** A sentence for each thing that is wrong with a query. */
export function QueryProblems({ problems, inset = false }: Props) {
  return (
    <>
      {problems.map(({ code, text }) => (
        <p class={inset ? 'line problem inset' : 'line problem'} key={`${code} ${text}`}>
          {i18n.t(sentences[code], [text])}
        </p>
      ))}
    </>
  );
}
