/** Moving between papers of a map with the arrow keys. */
import type { MapPlace } from './map-layout.ts';

const directions: Record<string, [x: number, y: number]> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** Distance across the direction counts this many times as much as distance along it. */
const crossWeight = 2;

/**
 * The index of the nearest place in the direction of an arrow key; null for another key, and where
 * there is none.
 */
export function nextNode(places: MapPlace[], from: number, key: string): number | null {
  const direction = Object.hasOwn(directions, key) ? directions[key] : undefined;
  const here = places[from];
  if (!direction || !here) return null;
  const [x, y] = direction;
  let nearest: { place: number; distance: number } | null = null;
  places.forEach((there, place) => {
    const [dx, dy] = [there.x - here.x, there.y - here.y];
    const along = dx * x + dy * y;
    if (along <= 0) return;
    const distance = along + crossWeight * Math.abs(dx * y + dy * x);
    if (nearest === null || distance < nearest.distance) nearest = { place, distance };
  });
  return (nearest as { place: number } | null)?.place ?? null;
}
