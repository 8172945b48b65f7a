import { i18n } from '#i18n';
import type { DigestGroup, DigestLine } from '../../lib/answers/reader/reader-answers.ts';
import type { Marks } from '../../lib/marks/marks.ts';
import { useAppContext } from '../app-context.ts';
import { formatNumber } from '../format.ts';
import { formatGroupLabel } from './format-group-label.ts';
import { ReaderRow } from './ReaderRow.tsx';
import type { ReaderLocation } from './reader-hash.ts';

interface HeadingProps {
  group: DigestGroup;
  by: ReaderLocation['by'];
}

function GroupHeading({ group, by }: HeadingProps) {
  const { now } = useAppContext();
  return (
    <h2 class="reader-group">
      {formatGroupLabel(group, by, now())}{' '}
      <span class="soft">{formatNumber(group.ids.length)}</span>
    </h2>
  );
}

/** The placeholder of a paper that is being fetched. */
function SkeletonRow() {
  return (
    <div class="ghost">
      <p class="unseen">{i18n.t('waiting')}</p>
      <span aria-hidden="true" />
      <span aria-hidden="true" />
    </div>
  );
}

interface Props {
  index: number;
  /** The number of rows, drawn or not. */
  count: number;
  /** The distance from the top of the list, in pixels. */
  offset: number;
  isCurrent: boolean;
  measure: (element: HTMLElement | null) => void;
  /** The group's heading, above its first row. */
  heading: HeadingProps | null;
  /** Absent until fetched. */
  line: DigestLine | undefined;
  /** No longer stored. */
  isGone: boolean;
  isExpanded: boolean;
  onToggle: () => void;
  onMarks: (marks: Partial<Marks>) => void;
  onMap: (id: string) => void;
}

/** One row of the virtual list: a paper, its placeholder, or a note that it is no longer stored. */
export function ReaderListItem({ index, offset, line, heading, ...props }: Props) {
  return (
    <li
      class="reader-row"
      data-index={index}
      data-current={props.isCurrent}
      ref={props.measure}
      tabIndex={-1}
      aria-setsize={props.count}
      aria-posinset={index + 1}
      style={{ transform: `translateY(${offset}px)` }}
    >
      {heading && <GroupHeading {...heading} />}
      {line && (
        <ReaderRow
          line={line}
          open={props.isExpanded}
          onToggle={props.onToggle}
          onMarks={props.onMarks}
          onMap={props.onMap}
        />
      )}
      {!line && (props.isGone ? <p class="line soft">{i18n.t('reader.gone')}</p> : <SkeletonRow />)}
    </li>
  );
}
