import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { MapEdge } from '../../../lib/map/map-edge.ts';
import { formatNumber } from '../../format.ts';
import { labelLines, measureOf, shortTitle, widthFor } from './map-labels.ts';
import type { layoutMap } from './map-layout.ts';
import { nextNode } from './map-moves.ts';
import type { MapNode } from './map-nodes.ts';
import { useWidth } from './use-width.ts';

interface Props {
  nodes: MapNode[];
  edges: MapEdge[];
  layoutMap: typeof layoutMap;
  /** The paper that Tab focuses; arrow keys move it (a roving tabindex). */
  current: number;
  /** The paper whose details are shown. */
  selected: number | null;
  /** For each paper the numbers of the papers linked to it. */
  neighbors: number[][];
  onCurrent: (node: number) => void;
  onSelect: (node: number) => void;
  onEscape: () => void;
  /** Called once the papers are drawn and can take the focus. */
  onDrawn: () => void;
}

/** Narrower pictures have numbers only. All sizes are in pixels and agree with map.css. */
const minLabeledWidth = 600;
const fontSize = 13;
const maxTextWidth = 150;
const lineHeight = 17;
/** A label is this much wider than its text: its number and padding. */
const horizontalPadding = 42;
const verticalPadding = 10;
const dotSize = 30;
const minHeight = { labeled: 560, numbered: 340 };

/** For each paper the lines of its label, and the size of its button. */
function labelsOf(nodes: MapNode[], element: HTMLElement, width: number) {
  const [regular, bold] = [measureOf(element, fontSize), measureOf(element, fontSize, 600)];
  const preferred = Math.min(maxTextWidth, width / 4.8 - horizontalPadding);
  return nodes.map(({ title }, place) => {
    if (width < minLabeledWidth) {
      const size = place === 0 ? dotSize + 10 : dotSize;
      return { lines: [], box: { width: size, height: size } };
    }
    const [text, measure] = [shortTitle(title), place === 0 ? bold : regular];
    const scale = place === 0 ? 1.4 : 1;
    const maxWidth = widthFor(text, preferred * scale, maxTextWidth * scale, measure);
    const lines = labelLines(text, maxWidth, measure);
    const textWidth = Math.ceil(Math.max(...lines.map(measure), 0));
    const box = {
      width: textWidth + horizontalPadding,
      height: lines.length * lineHeight + verticalPadding,
    };
    return { lines, box };
  });
}

/**
 * The picture of a map: a button for each paper, and a line for each link. One function, as the lit
 * paper, the layout and the keys are one state of the picture.
 */
export function MapPicture(props: Props) {
  const { nodes, edges, current, selected, neighbors } = props;
  const root = useRef<HTMLDivElement>(null);
  const width = useWidth(root);
  const [pointed, setPointed] = useState<number | null>(null);
  const [focused, setFocused] = useState(false);
  const titles = nodes.map(({ title }) => title).join('\n');
  const drawn = useMemo(() => {
    if (width === null || !root.current) return null;
    const labels = labelsOf(nodes, root.current, width);
    const least = width < minLabeledWidth ? minHeight.numbered : minHeight.labeled;
    const boxes = labels.map(({ box }) => box);
    return { labels, width, ...props.layoutMap({ boxes, edges, width, minHeight: least }) };
  }, [width, titles, edges]);
  const lit = pointed ?? (focused ? current : selected);
  const near = useMemo(
    () => (lit === null ? null : new Set([lit, ...(neighbors[lit] ?? [])])),
    [lit, neighbors],
  );
  const weights = edges.map(({ weight }) => weight);
  const [low, high] = [Math.min(...weights), Math.max(...weights)];
  /** From 0 for the weakest link of this map to 1 for the strongest. */
  const strengthOf = (weight: number) => (high > low ? (weight - low) / (high - low) : 1);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !drawn) return;
    if (event.key === 'Escape') return props.onEscape();
    const to = event.key === 'Home' ? 0 : nextNode(drawn.places, current, event.key);
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
      // Coordinates are from the left, also in languages written from right to left.
      dir="ltr"
      ref={root}
      aria-label={i18n.t('map.picture')}
      data-numbers={drawn !== null && drawn.width < minLabeledWidth}
      style={drawn ? { height: `${drawn.height}px` } : {}}
      onKeyDown={onKeyDown}
      onFocusIn={() => setFocused(true)}
      onFocusOut={() => setFocused(false)}
      onPointerLeave={() => setPointed(null)}
    >
      {drawn && (
        // Of the size the labels are laid out for, even while the window is resized.
        <svg width={drawn.width} height={drawn.height} aria-hidden="true">
          {edges.map(({ a, b, weight }) => {
            const [from, to] = [drawn.places[a], drawn.places[b]];
            const strength = strengthOf(weight);
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
                stroke-width={1 + 3 * strength}
                stroke-opacity={0.35 + 0.5 * strength}
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
                {node > 0 ? formatNumber(node) : '◆'}
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
