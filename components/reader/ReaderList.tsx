import { useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { DigestLine, DigestList } from '../../lib/answers/reader/reader-answers.ts';
import { useAppContext } from '../app-context.ts';
import { GroupBar } from './GroupBar.tsx';
import { countPapers, rowsOf } from './list-rows.ts';
import { ReaderListItem } from './ReaderListItem.tsx';
import type { ReaderLocation } from './reader-hash.ts';
import type { KeyAction } from './reader-keys.ts';
import {
  type ListPosition,
  useFetchDrawn,
  useListPosition,
  useListWindow,
} from './use-list-window.ts';
import { useReaderKeys } from './use-reader-keys.ts';
import { useRowActions } from './use-row-actions.ts';
import { useRowFocus } from './use-row-focus.ts';
import { VisiblePapers } from './visible-papers.ts';

function useVisiblePapers(first: DigestLine[]): VisiblePapers {
  const { background } = useAppContext();
  const [, redraw] = useState(0);
  const papers = useMemo(
    () => new VisiblePapers(background, () => redraw((turn) => turn + 1)),
    [background],
  );
  papers.startList(first);
  return papers;
}

function LoadFailure({ papers }: { papers: VisiblePapers }) {
  if (!papers.failure) return null;
  return (
    <p class="line problem" role="alert">
      {papers.failure.message}{' '}
      <button type="button" class="link-button" onClick={() => papers.retry()}>
        {i18n.t('related.retry')}
      </button>
    </p>
  );
}

interface Props extends ListPosition {
  list: DigestList;
  by: ReaderLocation['by'];
  /** The query that the list answers. */
  query: string;
  /** A newer list is being fetched, or will be once typing rests. */
  isBusy: boolean;
  /** How often the user came here from the filter; each time a row takes the focus. */
  entries: number;
  letterKeys: boolean;
  /** Opens the map around a paper; must stay the same function. */
  onMap: (id: string) => void;
  /** Called for keys that are not about a row. */
  onKey: (action: 'filter' | 'keys') => void;
}

function useList(props: Props) {
  const rows = useMemo(() => rowsOf(props.list), [props.list]);
  const papers = useVisiblePapers(props.list.first);
  const listWindow = useListWindow(rows);
  useFetchDrawn(listWindow, papers);
  useListPosition(listWindow, props);
  const goTo = useRowFocus(listWindow, props.entries);
  const actions = useRowActions(papers, props.onMap);
  const { current, top } = listWindow;
  const act = (action: KeyAction) => {
    if (action === 'filter' || action === 'keys') return props.onKey(action);
    if (action === 'next') return goTo(current < 0 ? top : current + 1);
    if (action === 'previous') return goTo((current < 0 ? top : current) - 1);
    const row = rows[current];
    if (row) actions.act(row.id, action);
  };
  useReaderKeys({ hasLetterKeys: props.letterKeys }, act);
  const goToGroup = (group: number) =>
    goTo(
      rows.findIndex((row) => row.group === group),
      'start',
    );
  const onFocusIn = (event: FocusEvent) => {
    const row = (event.target as Element).closest('[data-index]');
    if (row) listWindow.setCurrent(Number(row.getAttribute('data-index')));
  };
  return { ...listWindow, papers, actions, goToGroup, onFocusIn };
}

/** The digest as a virtual list, with keys to go through it. */
export function ReaderList(props: Props) {
  const { list, by, query, isBusy, onMap } = props;
  const { rows, papers, actions, virtualizer, margin, ...shown } = useList(props);
  const paperCount = useMemo(() => countPapers(list), [list]);
  return (
    <>
      <GroupBar
        list={list}
        by={by}
        total={paperCount}
        group={shown.topRow?.group ?? 0}
        onGroup={shown.goToGroup}
      />
      <p class={actions.message ? 'line soft' : 'unseen'} role="status">
        {actions.message}
      </p>
      <LoadFailure papers={papers} />
      <ul
        class="reader-rows"
        data-keeps-place
        ref={shown.list}
        aria-label={i18n.t('reader.list')}
        aria-busy={isBusy}
        data-answers={query}
        style={{ height: `${virtualizer.getTotalSize()}px` }}
        onFocusIn={shown.onFocusIn}
      >
        {shown.drawn.map(({ index, key, start }) => {
          const row = rows[index];
          if (!row) return null;
          const group = row.isFirst ? list.groups[row.group] : undefined;
          return (
            <ReaderListItem
              key={key}
              index={index}
              count={rows.length}
              offset={start - margin}
              isCurrent={index === shown.current}
              measure={virtualizer.measureElement}
              heading={group ? { group, by } : null}
              line={papers.get(row.id)}
              isGone={papers.isGone(row.id)}
              isExpanded={actions.expanded.has(row.id)}
              onToggle={() => actions.toggle(row.id)}
              onMarks={(marks) => papers.mark(row.id, marks)}
              onMap={onMap}
            />
          );
        })}
      </ul>
    </>
  );
}
