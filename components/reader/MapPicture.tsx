import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { MapEdge } from '../../lib/messages/reader-answers.ts';
import { numberWords } from '../dates.ts';
import { labelLines, measureOf, shortTitle, widthFor } from './map-labels.ts';
import type { layoutMap } from './map-layout.ts';
import { nextPlace } from './map-moves.ts';
import type { MapNode } from './map-nodes.ts';
import { useWidth } from './use-width.ts';

interface Props {
  nodes: MapNode[];
  edges: MapEdge[];
  layoutMap: typeof layoutMap;
  /** The one that Tab leads to. */
  current: number;
  /** The one whose details are shown. */
  selected: number | null;
  /** Papers by number that are joined with each. */
  neighbours: number[][];
  onCurrent: (node: number) => void;
  onSelect: (node: number) => void;
  onEscape: () => void;
  /** The papers are there, and can have the focus. */
  onDrawn: () => void;
}

/** Narrower pictures have numbers alone. */
const labelled = 600;
const labelSize = 13;
const widestWords = 150;
const lineHeight = 17;
/** Room beside the words of a label: its number and the space at its ends, in pixels. */
const besideWords = 42;
const aboveWords = 10;
const dot = 30;
const leastHeight = { labelled: 560, numbered: 340 };

/** What is drawn of each paper, and how large. */
function labelsOf(nodes: MapNode[], element: HTMLElement, width: number) {
  const [usual, bold] = [measureOf(element, labelSize), measureOf(element, labelSize, 600)];
  const wished = Math.min(widestWords, width / 4.8 - besideWords);
  return nodes.map(({ title }, place) => {
    if (width < labelled) {
      const size = place === 0 ? dot + 10 : dot;
      return { lines: [], box: { width: size, height: size } };
    }
    const [text, measure] = [shortTitle(title), place === 0 ? bold : usual];
    const most = place === 0 ? widestWords * 1.4 : widestWords;
    const widest = widthFor(text, place === 0 ? wished * 1.4 : wished, most, measure);
    const lines = labelLines(text, widest, measure);
    const words = Math.ceil(Math.max(...lines.map(measure), 0));
    const box = { width: words + besideWords, height: lines.length * lineHeight + aboveWords };
    return { lines, box };
  });
}

/** The papers of a map where closeness puts them, each a button, with the lines between them. */
export function MapPicture(props: Props) {
  const { nodes, edges, current, selected, neighbours } = props;
  const root = useRef<HTMLDivElement>(null);
  const width = useWidth(root);
  const [pointed, setPointed] = useState<number | null>(null);
  const [focused, setFocused] = useState(false);
  const titles = nodes.map(({ title }) => title).join('\n');
  const drawn = useMemo(() => {
    if (width === null || !root.current) return null;
    const labels = labelsOf(nodes, root.current, width);
    const least = width < labelled ? leastHeight.numbered : leastHeight.labelled;
    const boxes = labels.map(({ box }) => box);
    return { labels, width, ...props.layoutMap({ boxes, edges, width, least }) };
  }, [width, titles, edges]);
  const lit = pointed ?? (focused ? current : selected);
  const near = useMemo(
    () => (lit === null ? null : new Set([lit, ...(neighbours[lit] ?? [])])),
    [lit, neighbours],
  );
  const weights = edges.map(({ weight }) => weight);
  const [low, high] = [Math.min(...weights), Math.max(...weights)];
  const strongOf = (weight: number) => (high > low ? (weight - low) / (high - low) : 1);

  const pressed = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !drawn) return;
    if (event.key === 'Escape') return props.onEscape();
    const to = event.key === 'Home' ? 0 : nextPlace(drawn.places, current, event.key);
    if (!event.key.startsWith('Arrow') && to === null) return;
    event.preventDefault();
    if (to !== null) props.onCurrent(to);
  };
  useLayoutEffect(() => {
    if (drawn) props.onDrawn();
  }, [drawn]);
  return (
    <section
      class="map-picture"
      // Places are counted from the left, in whatever language the page is.
      dir="ltr"
      ref={root}
      aria-label={i18n.t('map.picture')}
      data-numbers={drawn !== null && drawn.width < labelled}
      style={drawn ? { height: `${drawn.height}px` } : {}}
      onKeyDown={pressed}
      onFocusIn={() => setFocused(true)}
      onFocusOut={() => setFocused(false)}
      onPointerLeave={() => setPointed(null)}
    >
      {drawn && (
        // Of the size the labels are laid out for, whatever the window has become since.
        <svg width={drawn.width} height={drawn.height} aria-hidden="true">
          {edges.map(({ a, b, weight }) => {
            const [from, to] = [drawn.places[a], drawn.places[b]];
            const strong = strongOf(weight);
            const isLit = lit === a || lit === b;
            return (
              <line
                key={`${a} ${b}`}
                data-lit={isLit}
                data-dim={lit !== null && !isLit}
                x1={from?.x}
                y1={from?.y}
                x2={to?.x}
                y2={to?.y}
                stroke-width={1 + 3 * strong}
                stroke-opacity={0.35 + 0.5 * strong}
              />
            );
          })}
        </svg>
      )}
      {drawn &&
        nodes.map(({ id, name, marks }, node) => {
          const [label, place] = [drawn.labels[node], drawn.places[node]];
          if (!label || !place) return null;
          const { width: wide, height: high } = label.box;
          return (
            <button
              type="button"
              key={id}
              class="map-node"
              data-node={node}
              data-lit={near?.has(node) === true}
              data-dim={near !== null && !near.has(node)}
              tabIndex={node === current ? 0 : -1}
              aria-expanded={node === selected}
              style={{
                width: `${wide}px`,
                height: `${high}px`,
                transform: `translate(${place.x - wide / 2}px, ${place.y - high / 2}px)`,
              }}
              onClick={() => props.onSelect(node)}
              onFocus={() => props.onCurrent(node)}
              onPointerEnter={() => setPointed(node)}
            >
              <span class="unseen">{name}</span>
              <span aria-hidden="true" class="map-number" data-read={marks?.read === true}>
                {node > 0 ? numberWords(node) : '◆'}
              </span>
              {label.lines.length > 0 && (
                <span aria-hidden="true" class="map-label">
                  {label.lines.map((line) => (
                    <span key={line}>{line}</span>
                  ))}
                </span>
              )}
              {marks?.saved && (
                <span aria-hidden="true" class="map-saved">
                  ★
                </span>
              )}
            </button>
          );
        })}
    </section>
  );
}
