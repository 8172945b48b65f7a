import { i18n } from '#i18n';
import type { DigestList } from '../../lib/answers/reader/reader-answers.ts';
import { Follow } from '../topic/Follow.tsx';
import { defaultLocation, isFiltered, type ReaderLocation } from './reader-hash.ts';
import type { ChangeLocation } from './use-reader-location.ts';

interface Props {
  list: DigestList;
  location: ReaderLocation;
  onChange: ChangeLocation;
}

/** Why the list is empty: nothing is stored yet, no topic is followed, or nothing passes the filters. */
export function EmptyList({ list, location, onChange }: Props) {
  if (list.status.papers === 0)
    return (
      <div class="state">
        <p>{i18n.t('reader.empty')}</p>
      </div>
    );
  if (!list.follows)
    return (
      <div class="state">
        <p>{i18n.t('topics.none')}</p>
        <Follow terms={[]} />
      </div>
    );
  const { by } = location;
  const hasFilters = isFiltered(location);
  return (
    <div class="state">
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
    </div>
  );
}
