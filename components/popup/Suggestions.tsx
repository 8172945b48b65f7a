import { i18n } from '#i18n';
import type { SearchAnswer } from '../../lib/answers/papers/search-answer.ts';

interface Props {
  answer: Pick<SearchAnswer, 'completions' | 'correction'>;
  onPick: (query: string) => void;
}

/** One quiet line under the search box: what was probably meant, else how the word may go on. */
export function Suggestions({ answer: { completions, correction }, onPick }: Props) {
  const queries = correction === null ? completions : [correction];
  if (queries.length === 0) return null;
  return (
    <div class="suggestions">
      {correction !== null && <span class="soft">{i18n.t('search.meant')}</span>}
      <ul aria-label={i18n.t(correction === null ? 'search.suggestions' : 'search.meant')}>
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
