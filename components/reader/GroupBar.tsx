import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import type { DigestList } from '../../lib/answers/reader/reader-answers.ts';
import { useAppContext } from '../app-context.ts';
import { formatNumber } from '../format.ts';
import { formatGroupLabel } from './format-group-label.ts';
import type { ReaderLocation } from './reader-hash.ts';

interface Props {
  list: DigestList;
  by: ReaderLocation['by'];
  total: number;
  /** The group at the top of the window. */
  group: number;
  onGroup: (group: number) => void;
}

/** The group at the top of the window as a choice among all groups, and the number of papers. */
export function GroupBar({ list, by, total, group, onGroup }: Props) {
  const { now } = useAppContext();
  // A year has some 250 days: too many options to draw again at each scroll event.
  const options = useMemo(
    () =>
      list.groups.map((one, index) => (
        <option key={one.key} value={String(index)}>
          {i18n.t('unread.topicCount', [
            formatGroupLabel(one, by, now()),
            formatNumber(one.ids.length),
          ])}
        </option>
      )),
    [list, by, now],
  );
  return (
    <div class="reader-bar">
      <select
        aria-label={i18n.t('reader.goTo')}
        value={String(group)}
        onChange={(event) => onGroup(Number(event.currentTarget.value))}
      >
        {options}
      </select>
      <p class="line soft">
        {i18n.t('reader.total', total, [formatNumber(total)])}
        {list.truncated > 0 && ` ${i18n.t('reader.leftOut', [formatNumber(list.truncated)])}`}
      </p>
    </div>
  );
}
