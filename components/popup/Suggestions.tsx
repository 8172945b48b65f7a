import { i18n } from '#i18n';
import type { SearchAnswer } from '../../lib/answers/papers/search-answer.ts';

interface Props {
  answer: Pick<SearchAnswer, 'completions' | 'meant'>;
  onPick: (query: string) => void;
}

/** A line under the search box: the correction of the query, else its completions. */
export function Suggestions({ answer: { completions, meant }, onPick }: Props) {
  const queries = meant === null ? completions : [meant];
  if (queries.length === 0) return null;
  return (
    <div class="suggestions">
      {meant !== null && <span class="soft">{i18n.t('search.meant')}</span>}
      <ul aria-label={i18n.t(meant === null ? 'search.suggestions' : 'search.meant')}>
        {queries.map((query) => (
          <li key={query}>
            <button type="button" class="link-button" onClick={() => onPick(query)}>
              {query}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
