import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { DigestMap } from '../../../lib/answers/reader/reader-answers.ts';
import type { Marks } from '../../../lib/marks/marks.ts';
import type { PaperId } from '../../../lib/paper/paper.ts';
import { useAppContext } from '../../app-context.ts';
import { abstractUrl } from '../../paper/paper-urls.ts';
import { toggleMark } from '../toggle-mark.ts';
import { useReaderKeys } from '../use-reader-keys.ts';
import { MapDescription, MapList } from './MapDescription.tsx';
import { MapDetails } from './MapDetails.tsx';
import { MapPicture } from './MapPicture.tsx';
import type { layoutMap } from './map-layout.ts';
import { neighborsOf, nodesOf } from './map-nodes.ts';

interface Props {
  map: Extract<DigestMap['outcome'], { state: 'map' }>;
  layoutMap: typeof layoutMap;
  /** The paper in the middle takes the focus once it is drawn. */
  takesFocus: boolean;
  onOf: (of: PaperId) => void;
  letterKeys: boolean;
  onKeys: () => void;
}

/**
 * One map: its picture, the selected paper's details, and all of it in words. One function, as keys,
 * picture, details and list share which paper is current, which is selected, and where the focus goes.
 */
export function PaperMap({ map, takesFocus, onOf, letterKeys, onKeys, ...props }: Props) {
  const { center, papers, edges, groups } = map;
  const { background, open, onUnreadChange } = useAppContext();
  const [marked, setMarked] = useState<ReadonlyMap<PaperId, Partial<Marks>>>(new Map());
  // By their ids: a refetched map may have the papers at other numbers.
  const [currentId, setCurrentId] = useState<PaperId>(center.id);
  const [selectedId, setSelectedId] = useState<PaperId | null>(null);
  const [message, setMessage] = useState('');
  const root = useRef<HTMLDivElement>(null);
  const details = useRef<HTMLElement>(null);
  /** A selector of what takes the focus once it is drawn. */
  const toFocus = useRef<string | null>(takesFocus ? '[data-node="0"]' : null);
  /** A selector of what gets the focus back when the details are closed. */
  const from = useRef('[data-node="0"]');
  const nodes = useMemo(() => nodesOf(center, papers, marked), [center, papers, marked]);
  const placeOf = (id: PaperId) => nodes.findIndex((node) => node.id === id);
  const current = Math.max(0, placeOf(currentId));
  const selected = selectedId === null || placeOf(selectedId) < 0 ? null : placeOf(selectedId);
  const setCurrent = (node: number) => setCurrentId(nodes[node]?.id ?? center.id);
  const neighbors = useMemo(() => neighborsOf(edges, nodes.length), [edges, nodes.length]);

  const giveFocus = () => {
    if (toFocus.current === null) return;
    const element = root.current?.querySelector<HTMLElement>(toFocus.current);
    if (!element) return;
    toFocus.current = null;
    element.focus();
  };
  useLayoutEffect(giveFocus);

  const goTo = (node: number) => {
    const to = Math.max(0, Math.min(node, nodes.length - 1));
    setCurrent(to);
    root.current?.querySelector<HTMLElement>(`[data-node="${to}"]`)?.focus();
  };
  const addMarks = (id: PaperId, marks: Partial<Marks>) =>
    setMarked((before) => new Map(before).set(id, { ...before.get(id), ...marks }));
  const close = () => {
    if (selected === null) return;
    const inside = details.current?.contains(document.activeElement);
    setSelectedId(null);
    setMessage(i18n.t('map.closed'));
    if (inside) root.current?.querySelector<HTMLElement>(from.current)?.focus();
  };
  const show = (node: number) => {
    setCurrent(node);
    setSelectedId(nodes[node]?.id ?? null);
  };
  const select = (node: number, back: string) => {
    if (selected === node) return close();
    from.current = back;
    toFocus.current = '.map-details';
    show(node);
  };
  const toggle = (mark: keyof Marks) => {
    const node = nodes[current];
    if (!node?.line) return;
    toggleMark(node.line, mark, background).then((result) => {
      setMessage(result.message);
      if (!result.marks) return;
      addMarks(node.id, result.marks);
      onUnreadChange();
    });
  };
  const openPaper = () => {
    const node = nodes[current];
    const url = abstractUrl(node?.line?.paper ?? center);
    if (!node || !url) return;
    open?.(url, { background: false });
    if (node.line && !node.line.marks.read) toggle('read');
  };
  const expand = () => {
    if (selected === current) return close();
    from.current = `[data-node="${current}"]`;
    show(current);
    setMessage(i18n.t('map.shown', [nodes[current]?.title ?? '']));
  };

  useReaderKeys({ hasLetterKeys: letterKeys, ignored: ['filter'] }, (action) => {
    if (action === 'keys') onKeys();
    if (action === 'next') goTo(current + 1);
    if (action === 'previous') goTo(current - 1);
    if (action === 'expand') expand();
    if (action === 'save') toggle('saved');
    if (action === 'read') toggle('read');
    if (action === 'open') openPaper();
    if (action === 'map' && current !== 0) onOf(nodes[current]?.id ?? center.id);
  });

  const chosen = selected === null ? undefined : nodes[selected];
  return (
    <div class="map" ref={root}>
      <h2 class="map-title">{i18n.t('map.title', [nodes[0]?.title ?? ''])}</h2>
      <div class="map-parts">
        <div>
          <MapPicture
            nodes={nodes}
            edges={edges}
            layoutMap={props.layoutMap}
            current={current}
            selected={selected}
            neighbors={neighbors}
            onCurrent={goTo}
            onSelect={(node) => select(node, `[data-node="${node}"]`)}
            onEscape={close}
            onDrawn={giveFocus}
          />
          <p class="map-legend line soft">
            <span>
              <span class="map-number" aria-hidden="true" />
              {i18n.t('paper.unread')}
            </span>
            <span>
              <span class="map-number" data-read={true} aria-hidden="true" />
              {i18n.t('paper.read')}
            </span>
            <span>
              <span class="map-saved" aria-hidden="true">
                ★
              </span>
              {i18n.t('paper.saved')}
            </span>
            <span>{i18n.t('map.lines')}</span>
          </p>
          <p class={message ? 'line soft' : 'unseen'} role="status">
            {message}
          </p>
        </div>
        <div class="map-side">
          {chosen && (
            <MapDetails
              node={chosen}
              ids={chosen.line?.paper ?? center}
              sectionRef={details}
              onClose={close}
              onMarks={(marks) => addMarks(chosen.id, marks)}
              onMap={selected === 0 ? undefined : onOf}
            />
          )}
          <MapDescription nodes={nodes} groups={groups} />
        </div>
      </div>
      <h2>{i18n.t('map.list')}</h2>
      <MapList
        nodes={nodes}
        neighbors={neighbors}
        selected={selected}
        onSelect={(node) => select(node, `[data-listed="${node}"]`)}
        onCurrent={setCurrent}
      />
    </div>
  );
}
