import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Marks } from '../../lib/messages/answers.ts';
import type { DigestList } from '../../lib/messages/reader-answers.ts';
import { numberWords } from '../dates.ts';
import { abstractAddress } from '../paper/addresses.ts';
import { useSurroundings } from '../surroundings.ts';
import { GroupBar } from './GroupBar.tsx';
import { groupWords } from './group-words.ts';
import { ReaderRow } from './ReaderRow.tsx';
import type { ReaderPlace } from './reader-hash.ts';
import { type KeyAct, keyAct } from './reader-keys.ts';
import { turnMark } from './turn-mark.ts';
import { useLines } from './use-lines.ts';
import { useRows } from './use-rows.ts';

interface Props {
  list: DigestList;
  by: ReaderPlace['by'];
  /** What the list answers. */
  query: string;
  /** A newer list is on its way. */
  busy: boolean;
  /** The paper to begin at, null for the top; each new value of `turn` goes there. */
  at: string | null;
  turn: string;
  /** How often the reader has come here from the filter: each time a row takes the focus. */
  entries: number;
  onAt: (id: string | null) => void;
  letterKeys: boolean;
  /** Shows the map around a paper; stays the same function. */
  onMap: (id: string) => void;
  /** Keys that are not about a row. */
  onKey: (act: KeyAct) => void;
}

/** How many papers a list has; one may stand in several groups. */
export const papersOf = ({ groups }: DigestList): number =>
  new Set(groups.flatMap(({ ids }) => ids)).size;

interface Row {
  key: string;
  id: string;
  group: number;
  first: boolean;
}

const rowHeight = 62;
const rowsAhead = 60;
const headingHeight = 52;
const barHeight = 44;
/** The place is written down when the window has rested for so long. */
const restMs = 300;

/** The digest's rows: those near the window, one of them with the focus. */
export function ReaderList(props: Props) {
  const { list, by, query, busy, at, turn, entries, onAt, letterKeys, onMap, onKey } = props;
  const { background, now, open: openLink, onUnreadChange } = useSurroundings();
  const all = useMemo(
    () =>
      list.groups.flatMap(({ ids }, group) =>
        ids.map((id, place): Row => {
          return { key: `${list.groups[group]?.key} ${id}`, id, group, first: place === 0 };
        }),
      ),
    [list],
  );
  const papers = useMemo(() => papersOf(list), [list]);
  const lines = useLines(list.first);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  // By its key: a list that is asked for again may have rows before it.
  const [currentRow, setCurrentRow] = useState<string | null>(null);
  const current = useMemo(
    () => (currentRow === null ? -1 : all.findIndex(({ key }) => key === currentRow)),
    [all, currentRow],
  );
  const setCurrent = (index: number) => setCurrentRow(all[index]?.key ?? null);
  const [said, setSaid] = useState('');
  const toFocus = useRef(-1);
  const sizes = useMemo(
    () => ({
      keyOf: (index: number) => all[index]?.key ?? '',
      estimate: (index: number) => rowHeight + (all[index]?.first ? headingHeight : 0),
    }),
    [all],
  );
  const {
    rows,
    list: root,
    margin,
  } = useRows({
    count: all.length,
    ...sizes,
    kept: current,
    covered: barHeight,
  });
  const drawn = rows.getVirtualItems();
  const top = rows.getVirtualItemForOffset((rows.scrollOffset ?? 0) + barHeight)?.index ?? 0;
  const topRow = all[Math.min(top, all.length - 1)];

  useEffect(() => {
    const range = rows.range ?? { startIndex: 0, endIndex: 0 };
    const ahead =
      rows.scrollDirection === 'backward'
        ? all.slice(Math.max(0, range.startIndex - rowsAhead), range.startIndex).reverse()
        : all.slice(range.endIndex + 1, range.endIndex + 1 + rowsAhead);
    lines.want(
      drawn.flatMap(({ index }) => all[index]?.id ?? []),
      ahead.map(({ id }) => id),
    );
  });

  useLayoutEffect(() => {
    setCurrent(-1);
    const index = at === null ? -1 : all.findIndex(({ id }) => id === at);
    if (index > 0) rows.scrollToIndex(index, { align: 'start' });
    else window.scrollTo(0, 0);
  }, [turn]);

  useEffect(() => {
    const place = (rows.scrollOffset ?? 0) > margin ? (topRow?.id ?? null) : null;
    const timer = setTimeout(() => onAt(place), restMs);
    return () => clearTimeout(timer);
  }, [topRow?.id, (rows.scrollOffset ?? 0) > margin]);

  const focusRow = () => {
    if (toFocus.current < 0) return;
    const row = root.current?.querySelector<HTMLElement>(`[data-index="${toFocus.current}"]`);
    if (!row) return;
    toFocus.current = -1;
    row.focus({ preventScroll: true });
  };
  useLayoutEffect(focusRow);

  const goTo = (index: number, align: 'auto' | 'start' = 'auto') => {
    const to = Math.max(0, Math.min(index, all.length - 1));
    toFocus.current = to;
    setCurrent(to);
    rows.scrollToIndex(to, { align });
    // Nothing is drawn anew for the row that was the current one already.
    if (to === current) focusRow();
  };
  // Before the next key can come.
  const entered = useRef(entries);
  useLayoutEffect(() => {
    if (entries !== entered.current) goTo(current < 0 ? top : current);
    entered.current = entries;
  }, [entries]);
  const toggle = (id: string) =>
    setOpened((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const setMark = (id: string, mark: keyof Marks) => {
    const line = lines.get(id);
    if (!line) return;
    turnMark(line, mark, background).then(({ said, marks }) => {
      setSaid(said);
      if (!marks) return;
      lines.mark(id, marks);
      onUnreadChange();
    });
  };
  const actOn = (index: number, act: KeyAct) => {
    const row = all[index];
    const line = row && lines.get(row.id);
    if (!row || !line) return;
    if (act === 'expand') toggle(row.id);
    if (act === 'save') setMark(row.id, 'saved');
    if (act === 'read') setMark(row.id, 'read');
    const address = abstractAddress(line.paper);
    if (act === 'map') onMap(row.id);
    if (act !== 'open' || !address) return;
    openLink?.(address, { background: false });
    if (!line.marks.read) setMark(row.id, 'read');
  };

  const pressed = useRef((_: KeyboardEvent) => {});
  pressed.current = (event) => {
    const act = keyAct(event, letterKeys);
    if (act === null) return;
    event.preventDefault();
    if (act === 'filter' || act === 'keys') return onKey(act);
    const here = current < 0 ? top : current;
    if (act === 'next') return goTo(current < 0 ? top : here + 1);
    if (act === 'previous') return goTo(here - 1);
    if (current >= 0) actOn(current, act);
  };
  useEffect(() => {
    const press = (event: KeyboardEvent) => pressed.current(event);
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);

  return (
    <>
      <GroupBar
        list={list}
        by={by}
        total={papers}
        group={topRow?.group ?? 0}
        onGroup={(group) =>
          goTo(
            all.findIndex((row) => row.group === group),
            'start',
          )
        }
      />
      <p class={said ? 'line soft' : 'unseen'} role="status">
        {said}
      </p>
      {lines.failure && (
        <p class="line problem" role="alert">
          {lines.failure.message}{' '}
          <button type="button" class="link-button" onClick={lines.retry}>
            {i18n.t('related.retry')}
          </button>
        </p>
      )}
      <ul
        class="reader-rows"
        data-keeps-place
        ref={root}
        aria-label={i18n.t('reader.list')}
        aria-busy={busy}
        data-answers={query}
        style={{ height: `${rows.getTotalSize()}px` }}
        onFocusIn={(event) => {
          const row = (event.target as Element).closest('[data-index]');
          if (row) setCurrent(Number(row.getAttribute('data-index')));
        }}
      >
        {drawn.map(({ index, key, start }) => {
          const row = all[index];
          if (!row) return null;
          const group = list.groups[row.group];
          const line = lines.get(row.id);
          return (
            <li
              key={key}
              class="reader-row"
              data-index={index}
              data-current={index === current}
              ref={rows.measureElement}
              tabIndex={-1}
              aria-setsize={all.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start - margin}px)` }}
            >
              {row.first && group && (
                <h2 class="reader-group">
                  {groupWords(group, by, now())}{' '}
                  <span class="soft">{numberWords(group.ids.length)}</span>
                </h2>
              )}
              {line ? (
                <ReaderRow
                  line={line}
                  open={opened.has(row.id)}
                  onToggle={() => toggle(row.id)}
                  onMarks={(marks) => lines.mark(row.id, marks)}
                  onMap={onMap}
                />
              ) : lines.isGone(row.id) ? (
                <p class="line soft">{i18n.t('reader.gone')}</p>
              ) : (
                <div class="ghost">
                  <p class="unseen">{i18n.t('waiting')}</p>
                  <span aria-hidden="true" />
                  <span aria-hidden="true" />
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
