import { i18n } from '#i18n';
import type { MapGroup } from '../../../lib/map/map-group.ts';
import { formatList, formatNumber } from '../../format.ts';
import type { MapNode } from './map-nodes.ts';

const formatNumbers = (numbers: number[]) => formatList(numbers.map(formatNumber));

/** The picture in sentences: the number of papers, the closest, and the groups. */
export function MapDescription({ nodes, groups }: { nodes: MapNode[]; groups: MapGroup[] }) {
  const [center, closest] = nodes;
  if (!center || !closest) return null;
  const count = nodes.length - 1;
  return (
    <div class="map-words">
      <p>
        {i18n.t('map.about', count, [formatNumber(count), center.title])}{' '}
        {closest.why.length > 0 &&
          i18n.t('map.closest', [closest.title, formatList(closest.why.slice(0, 3))])}
      </p>
      {groups.length > 0 && (
        <>
          <p>{i18n.t('map.groups')}</p>
          <ul>
            {groups.map(({ papers, terms }) => (
              <li key={papers.join()}>
                {i18n.t('map.group', [
                  formatNumber(papers.length),
                  formatList(terms),
                  formatNumbers(papers),
                ])}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

interface ListProps {
  nodes: MapNode[];
  neighbors: number[][];
  selected: number | null;
  onSelect: (node: number) => void;
  onCurrent: (node: number) => void;
}

/** All papers of the map by number: the picture's text alternative (WCAG 1.1.1), and its legend. */
export function MapList({ nodes, neighbors, selected, onSelect, onCurrent }: ListProps) {
  return (
    <ol class="map-list" aria-label={i18n.t('map.list')}>
      {nodes.map(({ id, title, marks, why }, node) => {
        if (node === 0) return null;
        const near = (neighbors[node] ?? []).filter((other) => other !== 0);
        return (
          <li key={id} data-selected={node === selected}>
            <span class="map-number" data-read={marks?.read === true} aria-hidden="true">
              {formatNumber(node)}
            </span>
            <div>
              <button
                type="button"
                class="link-button"
                data-listed={node}
                aria-expanded={node === selected}
                onClick={() => onSelect(node)}
                onFocus={() => onCurrent(node)}
              >
                {title}
              </button>
              <p class="facts">
                {marks?.saved && <span class="tag">{i18n.t('paper.saved')}</span>}
                {marks?.read && <span>{i18n.t('paper.read')}</span>}
                {why.length > 0 && <span>{i18n.t('paper.shares', [formatList(why)])}</span>}
              </p>
              {near.length > 0 && (
                <p class="line soft">{i18n.t('map.also', [formatNumbers(near)])}</p>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
