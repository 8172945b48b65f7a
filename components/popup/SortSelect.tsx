import { i18n } from '#i18n';
import type { Request } from '../../lib/messages/contract.ts';

type Sort = Request<'search'>['sort'];
const sorts = ['relevance', 'newest', 'upvotes'] as const satisfies Sort[];

/** The order of the results. */
export function SortSelect({ sort, onSort }: { sort: Sort; onSort: (sort: Sort) => void }) {
  return (
    <select
      aria-label={i18n.t('search.sort')}
      value={sort}
      onChange={(event) => onSort(event.currentTarget.value as Sort)}
    >
      {sorts.map((each) => (
        <option key={each} value={each}>
          {i18n.t(`search.${each}`)}
        </option>
      ))}
    </select>
  );
}
