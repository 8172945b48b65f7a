import { i18n } from '#i18n';
import type { DigestList } from '../../lib/answers/reader/reader-answers.ts';
import { Follow } from '../topic/Follow.tsx';
import { defaultLocation, isFiltered, type ReaderLocation } from './reader-hash.ts';
import type { ChangeLocation } from './use-reader-location.ts';

interface Props {
  list: DigestList;
  /** The query that the list answers. */
  query: string;
  /** A newer list is being fetched, or will be once typing rests. */
  isBusy: boolean;
  location: ReaderLocation;
  onChange: ChangeLocation;
}

function Reason({ list, location, onChange }: Omit<Props, 'query' | 'isBusy'>) {
  if (list.status.papers === 0) return <p>{i18n.t('reader.empty')}</p>;
  if (!list.follows)
    return (
      <>
        <p>{i18n.t('topics.none')}</p>
        <Follow terms={[]} />
      </>
    );
  const { by } = location;
  const hasFilters = isFiltered(location);
  return (
    <>
      <p>{i18n.t(by === 'topic' && !hasFilters ? 'reader.noneOfTopics' : 'reader.none')}</p>
      {hasFilters && (
        <button
          type="button"
          class="button"
          onClick={() => onChange({ ...defaultLocation, by }, { isStep: true })}
        >
          {i18n.t('reader.clear')}
        </button>
      )}
    </>
  );
}

/** Why the list is empty: nothing is stored yet, no topic is followed, or nothing passes the filters. */
export function EmptyList({ query, isBusy, ...props }: Props) {
  return (
    <div class="state" data-answers={query} aria-busy={isBusy}>
      <Reason {...props} />
    </div>
  );
}
