/**
 * Where the papers of a map stand: forces (d3-force, run to their end at once, without chance) draw
 * papers that are close to one another together, ranks keep the closest nearest to the middle, and
 * boxes that would overlap are pushed apart.
 */
import { forceLink, forceManyBody, forceRadial, forceSimulation } from 'd3-force';
import type { MapEdge } from '../../../lib/map/map-edge.ts';

export interface Box {
  width: number;
  height: number;
}

/** The middle of a box, in pixels from the upper left corner of the picture. */
export interface MapPlace {
  x: number;
  y: number;
}

export interface MapShape {
  /** Of the center and of the papers, closest first. */
  boxes: Box[];
  edges: MapEdge[];
  /** Of the picture; no box is wider. */
  width: number;
  /** Of the picture; it becomes higher where the boxes ask for it. */
  least: number;
}

export interface MapLayout {
  height: number;
  places: MapPlace[];
}

/** Pixels kept free between two boxes, and around all. */
const gap = 8;
/** How many times the area of all boxes a picture has. */
const roomy = 2.6;
/** First the papers pass through one another: with boxes from the start twice as many lines cross. */
const freeTicks = 220;
const boxedTicks = 80;
const mostSpread = 1.6;
const pushes = 300;
const growth = 1.15;
const mostGrowths = 6;

interface Node extends MapPlace, Box {
  vx: number;
  vy: number;
  fx?: number;
  fy?: number;
}

/** Lays out the boxes: none overlaps another, none leaves the picture, the same each time. */
export function layoutMap({ boxes, edges, width, least }: MapShape): MapLayout {
  const area = boxes.reduce((sum, box) => sum + (box.width + gap) * (box.height + gap), 0);
  let height = Math.max(least, Math.ceil((area * roomy) / width));
  const nodes = simulated(boxes, edges, width, height);
  spread(nodes, width, height);
  for (let growths = 0; growths < mostGrowths; growths++) {
    if (pushedApart(nodes, width, height)) return picture(nodes, height);
    const taller = Math.ceil(height * growth);
    for (const node of nodes) node.y *= taller / height;
    height = taller;
  }
  return inRows(nodes, width);
}

const picture = (nodes: Node[], height: number): MapLayout => ({
  height,
  places: nodes.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) })),
});

/** Forces in a space that is as wide as high, so that a wide picture is filled as a square one is. */
function simulated(boxes: Box[], edges: MapEdge[], width: number, height: number): Node[] {
  const stretch = width / height;
  const middle = height / 2;
  const others = Math.max(1, boxes.length - 1);
  const radiusOf = (place: number) =>
    place === 0 ? 0 : middle * (0.3 + 0.62 * Math.sqrt(place / others));
  const turn = Math.PI * (3 - Math.sqrt(5));
  const nodes = boxes.map((box, place): Node => {
    const [angle, radius] = [place * turn, radiusOf(place)];
    const at = { x: middle + radius * Math.cos(angle), y: middle + radius * Math.sin(angle) };
    return { ...box, ...at, vx: 0, vy: 0, ...(place === 0 ? { fx: middle, fy: middle } : {}) };
  });
  const weights = edges.map(({ weight }) => weight);
  const [low, high] = [Math.min(...weights), Math.max(...weights)];
  const strengthOf = ({ weight }: MapEdge) => (high > low ? (weight - low) / (high - low) : 1);
  const links = edges
    .filter(({ a, b }) => a !== 0 && b !== 0)
    .map((edge) => ({ source: edge.a, target: edge.b, strong: strengthOf(edge) }));
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
        .distance(({ strong }) => height * (0.14 - 0.06 * strong))
        .strength(({ strong }) => 0.3 + 0.6 * strong),
    )
    .tick(freeTicks)
    .force('boxes', apart)
    .tick(boxedTicks);
  return nodes.map((node) => ({ ...node, x: node.x * stretch }));
}

/** Draws each side of the picture out, from the middle, until its farthest box is at the edge. */
function spread(nodes: Node[], width: number, height: number): void {
  for (const [axis, side, size] of [
    ['x', 'width', width],
    ['y', 'height', height],
  ] as const) {
    const middle = size / 2;
    for (const way of [-1, 1]) {
      const there = nodes.filter((node) => (node[axis] - middle) * way > 0);
      const wider = there.map((node) => {
        const room = middle - node[side] / 2;
        return Math.max(1, room / Math.abs(node[axis] - middle));
      });
      const by = Math.min(mostSpread, ...wider);
      for (const node of there) node[axis] = middle + (node[axis] - middle) * by;
    }
  }
}

/** Pushes boxes apart until none overlaps; false where there is no room. */
function pushedApart(nodes: Node[], width: number, height: number): boolean {
  const [center] = nodes;
  if (center) Object.assign(center, { x: width / 2, y: height / 2 });
  for (let push = 0; push < pushes; push++) {
    if (!pushOnce(nodes, width, height, 1)) return true;
  }
  return false;
}

/** One push of every overlapping pair along the shorter way, within the picture; whether any was. */
function pushOnce(nodes: Node[], width: number, height: number, share: number): boolean {
  let pushed = false;
  for (const node of nodes) {
    node.x = within(node.x, node.width / 2, width);
    node.y = within(node.y, node.height / 2, height);
  }
  nodes.forEach((a, at) => {
    for (let other = at + 1; other < nodes.length; other++) {
      const b = nodes[other] as Node;
      const x = (a.width + b.width) / 2 + gap - Math.abs(b.x - a.x);
      const y = (a.height + b.height) / 2 + gap - Math.abs(b.y - a.y);
      if (x <= slack || y <= slack) continue;
      pushed = true;
      // The center stays where it is.
      const ofA = at === 0 ? 0 : 0.5;
      const axis = x < y ? 'x' : 'y';
      const way = (b[axis] - a[axis] || (other % 2 ? 1 : -1)) < 0 ? -1 : 1;
      const by = Math.min(x, y) * share * way;
      a[axis] -= by * ofA;
      b[axis] += by * (1 - ofA);
    }
  });
  return pushed;
}

/** So much less than the gap passes: halves of pixels are no overlap. */
const slack = 2;

const within = (at: number, half: number, size: number): number =>
  Math.max(half + 1, Math.min(at, Math.max(half + 1, size - half - 1)));

/** Where nothing else fits: rows, the closest first. */
function inRows(nodes: Node[], width: number): MapLayout {
  const places: MapPlace[] = [];
  let [x, top, tall] = [0, 0, 0];
  for (const node of nodes) {
    if (x > 0 && x + node.width > width) [x, top, tall] = [0, top + tall + gap, 0];
    places.push({ x: x + node.width / 2, y: top + node.height / 2 });
    x += node.width + gap;
    tall = Math.max(tall, node.height);
  }
  return { height: top + tall, places };
}
