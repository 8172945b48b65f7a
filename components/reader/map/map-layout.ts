/**
 * The layout of a map: a force simulation (d3-force) pulls linked papers together, a radial force
 * keeps the closest papers nearest to the middle, and boxes that would overlap are pushed apart. Runs
 * to completion before anything is drawn, without randomness.
 */
import { forceLink, forceManyBody, forceRadial, forceSimulation } from 'd3-force';
import type { MapEdge } from '../../../lib/map/map-edge.ts';

export interface Box {
  width: number;
  height: number;
}

/** The center of a box, in pixels from the upper left corner of the picture. */
export interface MapPlace {
  x: number;
  y: number;
}

export interface MapShape {
  /** Of the paper in the middle, then of the others, closest first. */
  boxes: Box[];
  edges: MapEdge[];
  /** Of the picture, in pixels; no box is wider. */
  width: number;
  /** Of the picture, in pixels; it grows until all boxes fit. */
  minHeight: number;
}

interface MapLayout {
  height: number;
  places: MapPlace[];
}

/** Pixels between two boxes, and around all. */
const gap = 8;
/** Boxes may be this much closer than the gap: coordinates are rounded at the end. */
const tolerance = 2;
/** The picture's area is this many times the area of all boxes. */
const areaFactor = 2.6;
/** Boxes may overlap at first: if pushed apart from the start, twice as many lines cross. */
const freeTicks = 220;
const boxedTicks = 80;
const maxSpread = 1.6;
const maxPushes = 300;
const growthFactor = 1.15;
const maxGrowths = 6;

interface Node extends MapPlace, Box {
  vx: number;
  vy: number;
  fx?: number;
  fy?: number;
}

/** Lays out the boxes: none overlaps another or leaves the picture. The same input, the same layout. */
export function layoutMap({ boxes, edges, width, minHeight }: MapShape): MapLayout {
  const area = boxes.reduce((sum, box) => sum + (box.width + gap) * (box.height + gap), 0);
  let height = Math.max(minHeight, Math.ceil((area * areaFactor) / width));
  const nodes = simulate(boxes, edges, width, height);
  stretchToEdges(nodes, width, height);
  for (let growths = 0; growths < maxGrowths; growths++) {
    if (pushApart(nodes, width, height)) return roundedLayout(nodes, height);
    const taller = Math.ceil(height * growthFactor);
    for (const node of nodes) node.y *= taller / height;
    height = taller;
  }
  return layoutRows(nodes, width);
}

const roundedLayout = (nodes: Node[], height: number): MapLayout => ({
  height,
  places: nodes.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) })),
});

/**
 * Runs the forces in a square space and stretches the result to the picture, so that the layout fills
 * a wide picture as it fills a square one. Starts from a sunflower spiral (golden angle, rank order).
 */
function simulate(boxes: Box[], edges: MapEdge[], width: number, height: number): Node[] {
  const stretch = width / height;
  const middle = height / 2;
  const others = Math.max(1, boxes.length - 1);
  const radiusOf = (place: number) =>
    place === 0 ? 0 : middle * (0.3 + 0.62 * Math.sqrt(place / others));
  const goldenAngle = Math.PI * (3 - Math.sqrt(5));
  const nodes = boxes.map((box, place): Node => {
    const [angle, radius] = [place * goldenAngle, radiusOf(place)];
    const at = { x: middle + radius * Math.cos(angle), y: middle + radius * Math.sin(angle) };
    return { ...box, ...at, vx: 0, vy: 0, ...(place === 0 ? { fx: middle, fy: middle } : {}) };
  });
  const weights = edges.map(({ weight }) => weight);
  const [low, high] = [Math.min(...weights), Math.max(...weights)];
  const strengthOf = ({ weight }: MapEdge) => (high > low ? (weight - low) / (high - low) : 1);
  const links = edges
    .filter(({ a, b }) => a !== 0 && b !== 0)
    .map((edge) => ({ source: edge.a, target: edge.b, strength: strengthOf(edge) }));
  const apart = () => {
    for (const node of nodes) node.x *= stretch;
    pushOnce(nodes, width, height, 0.5);
    for (const node of nodes) node.x /= stretch;
  };
  forceSimulation(nodes)
    .stop()
    .force(
      'charge',
      forceManyBody()
        .strength(-height / 3)
        .distanceMax(height / 2),
    )
    .force('radial', forceRadial<Node>((_, place) => radiusOf(place), middle, middle).strength(0.1))
    .force(
      'links',
      forceLink<Node, (typeof links)[number]>(links)
        .distance(({ strength }) => height * (0.14 - 0.06 * strength))
        .strength(({ strength }) => 0.3 + 0.6 * strength),
    )
    .tick(freeTicks)
    .force('boxes', apart)
    .tick(boxedTicks);
  return nodes.map((node) => ({ ...node, x: node.x * stretch }));
}

/** Scales each half of the picture, from the middle, until its outermost box is at the edge. */
function stretchToEdges(nodes: Node[], width: number, height: number): void {
  for (const [axis, side, size] of [
    ['x', 'width', width],
    ['y', 'height', height],
  ] as const) {
    const middle = size / 2;
    for (const sign of [-1, 1]) {
      const half = nodes.filter((node) => (node[axis] - middle) * sign > 0);
      const factors = half.map((node) => {
        const room = middle - node[side] / 2;
        return Math.max(1, room / Math.abs(node[axis] - middle));
      });
      const factor = Math.min(maxSpread, ...factors);
      for (const node of half) node[axis] = middle + (node[axis] - middle) * factor;
    }
  }
}

/** Pushes boxes apart until none overlaps. Returns false where there is no room. */
function pushApart(nodes: Node[], width: number, height: number): boolean {
  const [center] = nodes;
  if (center) Object.assign(center, { x: width / 2, y: height / 2 });
  for (let push = 0; push < maxPushes; push++) {
    if (!pushOnce(nodes, width, height, 1)) return true;
  }
  return false;
}

/** Pushes each overlapping pair apart along the shorter axis. Returns whether any pair overlapped. */
function pushOnce(nodes: Node[], width: number, height: number, share: number): boolean {
  let hasOverlap = false;
  for (const node of nodes) {
    node.x = within(node.x, node.width / 2, width);
    node.y = within(node.y, node.height / 2, height);
  }
  nodes.forEach((a, at) => {
    for (let other = at + 1; other < nodes.length; other++) {
      const b = nodes[other] as Node;
      const x = (a.width + b.width) / 2 + gap - Math.abs(b.x - a.x);
      const y = (a.height + b.height) / 2 + gap - Math.abs(b.y - a.y);
      if (x <= tolerance || y <= tolerance) continue;
      hasOverlap = true;
      // The paper in the middle stays there.
      const shareOfA = at === 0 ? 0 : 0.5;
      const axis = x < y ? 'x' : 'y';
      const sign = (b[axis] - a[axis] || (other % 2 ? 1 : -1)) < 0 ? -1 : 1;
      const by = Math.min(x, y) * share * sign;
      a[axis] -= by * shareOfA;
      b[axis] += by * (1 - shareOfA);
    }
  });
  return hasOverlap;
}

const within = (at: number, half: number, size: number): number =>
  Math.max(half + 1, Math.min(at, Math.max(half + 1, size - half - 1)));

/** For windows too narrow for all boxes: rows, the closest papers first. */
function layoutRows(nodes: Node[], width: number): MapLayout {
  const places: MapPlace[] = [];
  let [x, top, rowHeight] = [0, 0, 0];
  for (const node of nodes) {
    if (x > 0 && x + node.width > width) [x, top, rowHeight] = [0, top + rowHeight + gap, 0];
    places.push({ x: x + node.width / 2, y: top + node.height / 2 });
    x += node.width + gap;
    rowHeight = Math.max(rowHeight, node.height);
  }
  return { height: top + rowHeight, places };
}
